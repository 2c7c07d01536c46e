const MOST = 50;

/** A list in this browser's storage; where there is none (private windows), it lasts as long as the page. */
export function createStoredList<T>(key: string, isItem: (value: unknown) => value is T) {
  const read = (): readonly T[] => {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(value) ? value.filter(isItem) : [];
    } catch {
      return [];
    }
  };
  let items = read();
  const listeners = new Set<() => void>();
  return {
    get: (): readonly T[] => items,
    set(next: readonly T[]): void {
      items = next.slice(0, MOST);
      try {
        localStorage.setItem(key, JSON.stringify(items));
      } catch {
        // Full or forbidden: the list is kept by this page alone.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
