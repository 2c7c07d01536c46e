/** Strings as small numbers, in order of arrival. */
export interface Names {
  /** The number of a string, a new one when it was not known. */
  add(text: string): number;
  find(text: string): number | undefined;
  at(index: number): string;
  readonly size: number;
}

export function createNames(): Names {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    add(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    find: (text) => numbers.get(text),
    at: (index) => texts[index] ?? '',
    get size() {
      return texts.length;
    },
  };
}
