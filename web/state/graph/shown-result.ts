import { useSyncExternalStore } from 'react';
import type { GraphPart } from '../../../server/contract.ts';

/** A result of a query that the canvas and the list show in place of the base graph, until it is put away. */
function createShownResult() {
  let part: GraphPart | null = null;
  const listeners = new Set<() => void>();
  return {
    get: (): GraphPart | null => part,
    set(next: GraphPart | null): void {
      part = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const shownResult = createShownResult();
export const useShownResult = (): GraphPart | null =>
  useSyncExternalStore(shownResult.subscribe, shownResult.get);
