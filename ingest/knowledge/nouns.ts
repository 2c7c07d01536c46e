import { list, readTable } from './tables.ts';

/** What the grammar of a statement makes of a common noun; lexicon/nouns.tsv says what each role means. */
export type Role =
  | 'event'
  | 'issue'
  | 'empty'
  | 'meeting'
  | 'victim'
  | 'purpose'
  | 'countries'
  | 'persons'
  | 'describing'
  | 'government'
  | 'state-body'
  | 'organisation'
  | 'collection';

const ROLES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readTable('lexicon/nouns.tsv', ['noun', 'roles']).map((row) => [row.noun, new Set(list(row.roles))]),
);

/** Has the noun, in its dictionary form, the role? */
export const hasRole = (noun: string, role: Role): boolean => ROLES.get(noun)?.has(role) ?? false;
