import type { Field, Fields } from './parameters.ts';
import { PARAMETER_TYPES } from './parameters.ts';

/** A query with its parameters. */
export interface Draft {
  readonly cypher: string;
  readonly fields: Fields;
}
export interface SavedQuery extends Draft {
  readonly name: string;
}
/** What this browser remembers of the console: the latest queries first, and those that were given a name. */
export interface Notebook {
  readonly history: readonly Draft[];
  readonly saved: readonly SavedQuery[];
}

export const EMPTY_NOTEBOOK: Notebook = { history: [], saved: [] };
const MOST = 50;

const same = (a: Draft, b: Draft): boolean =>
  a.cypher === b.cypher && JSON.stringify(a.fields) === JSON.stringify(b.fields);

export const remember = (notebook: Notebook, draft: Draft): Notebook => ({
  ...notebook,
  history: [draft, ...notebook.history.filter((other) => !same(other, draft))].slice(0, MOST),
});

/** Keeps it under a name; one that has the name is replaced. */
export const save = (notebook: Notebook, query: SavedQuery): Notebook => ({
  ...notebook,
  saved: [...notebook.saved.filter(({ name }) => name !== query.name), query].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  ),
});

export const forget = (notebook: Notebook, name: string): Notebook => ({
  ...notebook,
  saved: notebook.saved.filter((query) => query.name !== name),
});

/** What was stored before, as far as it can be understood. */
export function readNotebook(text: string | null): Notebook {
  try {
    const { history, saved } = JSON.parse(text ?? '{}') as Partial<Record<keyof Notebook, unknown>>;
    return {
      history: drafts(history).slice(0, MOST),
      saved: drafts(saved).filter((d): d is SavedQuery => typeof (d as SavedQuery).name === 'string'),
    };
  } catch {
    return EMPTY_NOTEBOOK;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isField = (value: unknown): value is Field =>
  isRecord(value) &&
  typeof value['text'] === 'string' &&
  PARAMETER_TYPES.some((type) => type === value['type']);
const drafts = (list: unknown): Draft[] =>
  (Array.isArray(list) ? (list as unknown[]) : []).filter(
    (d): d is Draft & Record<string, unknown> =>
      isRecord(d) &&
      typeof d['cypher'] === 'string' &&
      isRecord(d['fields']) &&
      Object.values(d['fields']).every(isField),
  );
