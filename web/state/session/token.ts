/** The access token of this tab, asked for when the server answers 401. Closing the tab forgets it. */
const KEY = 'entente.token';

export const token = {
  get: (): string => sessionStorage.getItem(KEY) ?? '',
  set: (value: string): void => sessionStorage.setItem(KEY, value),
};
