import { useSyncExternalStore } from 'react';
import { createStoredList } from '../session/stored-list.ts';

/** A view under a name, kept in this browser. */
export interface SavedView {
  readonly name: string;
  /** The query part of its address. */
  readonly search: string;
}

const KEY = 'entente.views';
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
