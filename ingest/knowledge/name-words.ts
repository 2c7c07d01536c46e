import { list, readTable } from './tables.ts';

/** The part that a word plays in names; lexicon/name-words.tsv says what each means. */
export type NamePart =
  | 'particle'
  | 'body'
  | 'place'
  | 'event'
  | 'never'
  | 'grammar'
  | 'not-alone'
  | 'people'
  | 'given'
  | 'portfolio';

const PARTS = new Map(
  readTable('lexicon/name-words.tsv', ['word', 'roles']).map((row) => [row.word, new Set(list(row.roles))]),
);

/** Does the word, in lower case, play the part? */
export const playsPart = (word: string, part: NamePart): boolean => PARTS.get(word)?.has(part) ?? false;
