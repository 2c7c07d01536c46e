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
  | 'crowd'
  | 'site'
  | 'describing'
  | 'government'
  | 'state-body'
  | 'organisation'
  | 'collection'
  | 'wrong'
  | 'necessity';

/** Why a word before a noun is no part of a name; lexicon/qualifiers.tsv says what each use means. */
export type Use = 'office' | 'force' | 'judging';

const NOUNS = readTable('lexicon/nouns.tsv', ['noun', 'roles', 'kin']);
const ROLES = new Map(NOUNS.map((row) => [row.noun, new Set(list(row.roles))]));
const KIN = new Map(NOUNS.map((row) => [row.noun, list(row.kin)]));
const USES = new Map(
  readTable('lexicon/qualifiers.tsv', ['word', 'use']).map((row) => [row.word, new Set(list(row.use))]),
);

/** Has the noun, in its dictionary form, the role? */
export const hasRole = (noun: string, role: Role): boolean => ROLES.get(noun)?.has(role) ?? false;

/** Has the noun any role? */
export const hasSomeRole = (noun: string): boolean => ROLES.has(noun);

/** All nouns of a role. @throws Error when there are none: the role is misspelt. */
export function nounsWith(role: Role): readonly string[] {
  const found = NOUNS.filter((row) => hasRole(row.noun, role)).map((row) => row.noun);
  if (found.length === 0) throw new Error(`lexicon/nouns.tsv: no noun has the role "${role}"`);
  return found;
}

/** May one noun speak of what the other named: `the bombings … the attack`? */
export const areKin = (a: string, b: string): boolean =>
  a === b || (KIN.get(a)?.some((k) => KIN.get(b)?.includes(k)) ?? false);

/** Does the word qualify in this way? */
export const qualifies = (word: string, use: Use): boolean => USES.get(word)?.has(use) ?? false;
