import { useSyncExternalStore } from 'react';
import { createStoredList } from './stored-list.ts';

/** A node that was found by search, kept in this browser. */
export interface Recent {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

const MOST = 6;

const isRecent = (value: unknown): value is Recent =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'name', 'label'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

const list = createStoredList('entente.recent', isRecent);

export const useRecent = (): readonly Recent[] => useSyncExternalStore(list.subscribe, list.get);
export const addRecent = ({ id, name, label }: Recent): void =>
  list.set([{ id, name, label }, ...list.get().filter((other) => other.id !== id)].slice(0, MOST));
