import { useCallback, useState } from 'react';
import type { Notebook } from './notebook.ts';
import { readNotebook } from './notebook.ts';

const KEY = 'entente.cypher';

/** The notebook of this browser. Where nothing can be stored (a private window), it lasts as long as the page. */
export function useNotebook(): readonly [Notebook, (change: (before: Notebook) => Notebook) => void] {
  const [notebook, setNotebook] = useState(() => readNotebook(stored()));
  const change = useCallback(
    (next: (before: Notebook) => Notebook): void =>
      setNotebook((before) => {
        const after = next(before);
        try {
          localStorage.setItem(KEY, JSON.stringify(after));
        } catch {
          // Nothing is lost but the memory of it.
        }
        return after;
      }),
    [],
  );
  return [notebook, change];
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
