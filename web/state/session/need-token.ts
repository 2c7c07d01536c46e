import { useSyncExternalStore } from 'react';

/** Raised when the server answers 401, lowered when a token was given. */
function createFlag() {
  let raised = false;
  const listeners = new Set<() => void>();
  const change = (value: boolean): void => {
    raised = value;
    for (const listener of listeners) listener();
  };
  return {
    raise: (): void => change(true),
    lower: (): void => change(false),
    get: (): boolean => raised,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const needToken = createFlag();
export const useNeedToken = (): boolean => useSyncExternalStore(needToken.subscribe, needToken.get);
