import { useSyncExternalStore } from 'react';

/** A view under a name, kept in this browser. */
export interface SavedView {
  readonly name: string;
  /** The query part of its address. */
  readonly search: string;
}

const KEY = 'entente.views';
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

const isSavedView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'search' in value &&
  typeof value.name === 'string' &&
  typeof value.search === 'string';

const views = createStoredList(KEY, isSavedView);

export const useSavedViews = (): readonly SavedView[] => useSyncExternalStore(views.subscribe, views.get);

/** A view of the same name is replaced. */
export const saveView = (view: SavedView): void =>
  views.set([view, ...views.get().filter((other) => other.name !== view.name)]);
export const removeView = (name: string): void =>
  views.set(views.get().filter((other) => other.name !== name));
