import { useEffect, useState } from 'react';
import type { NewStatement } from '../../../server/contract.ts';

export const FIELDS = ['title', 'date', 'source', 'speaker'] as const;
export type Draft = Readonly<Record<'text' | (typeof FIELDS)[number], string>>;

export const EMPTY: Draft = { text: '', title: '', date: '', source: '', speaker: '' };
const KEY = 'entente.draft';

function stored(): Draft {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const known = Object.entries(value ?? {}).filter(
      ([name, text]) => name in EMPTY && typeof text === 'string',
    );
    return { ...EMPTY, ...Object.fromEntries(known) };
  } catch {
    return EMPTY;
  }
}

/** What is being written, kept over a reload of this tab. A text too large to keep is only kept in the page. */
export function useDraft(): readonly [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(stored);
  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(draft));
    } catch {
      sessionStorage.removeItem(KEY);
    }
  }, [draft]);
  return [draft, (change) => setDraft((old) => ({ ...old, ...change }))];
}

/** Only the fields that are filled in. */
export function toStatement({ text, ...rest }: Draft): NewStatement {
  const filled = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { text, ...Object.fromEntries(filled.map(([name, value]) => [name, value.trim()])) };
}
