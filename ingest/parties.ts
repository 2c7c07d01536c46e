import { knowledge } from './knowledge/knowledge.ts';
import { readLine } from './pipeline.ts';
import { noFocus } from './stages/focus.ts';
import { Identities } from './stages/identify.ts';
import { Matcher } from './stages/match.ts';
import type { Hit } from './stages/match.ts';
import { findPieces } from './stages/mentions.ts';
import { Resolver } from './stages/resolve.ts';
import { paragraphs, sentencesOf } from './text/sentences.ts';
import type { Sentence } from './text/sentences.ts';
import type { Line, Mention } from './types.ts';

export const SOURCE = 'given:source';
export const TARGET = 'given:target';

/** One sentence with the two parties in it. */
export interface Reading {
  readonly matcher: Matcher;
  readonly hits: readonly Hit[];
  readonly source: Mention | undefined;
  readonly target: Mention | undefined;
}

/** Reads the sentences of a text with two parties whose words are given. */
export function readPair(text: string, source: string, target: string): Reading[] {
  const k = knowledge();
  const [s, t] = [span(text, source), span(text, target)];
  const identities = new Identities(k, text, undefined);
  const out: Reading[] = [];
  for (const paragraph of paragraphs(text, 0)) {
    for (const sentence of sentencesOf(text, paragraph, out.length)) {
      const found = {
        tokens: sentence.tokens,
        pieces: findPieces(sentence.tokens, k, false),
        headline: false,
      };
      const named = identities.mentions(found);
      const parties = [
        party(sentence, text, s, SOURCE, named),
        party(sentence, text, t, TARGET, named),
      ].filter((m) => m !== undefined);
      const others = named.filter((m) => parties.every((g) => m.to <= g.from || g.to <= m.from));
      const line = readLine(
        sentence,
        false,
        [...others, ...parties].sort((a, b) => a.from - b.from),
        k,
      );
      const focus = noFocus();
      const matcher = new Matcher(
        line,
        new Resolver(
          line,
          focus,
          identities.entities,
          () => undefined,
          (id) => identities.entity(id),
        ),
        k.frames,
      );
      out.push({
        matcher,
        hits: matcher.match(true),
        source: given(line, SOURCE),
        target: given(line, TARGET),
      });
    }
  }
  return out;
}

/** Where the words of a party stand as words of their own; without their case if need be. */
function span(text: string, words: string): readonly [number, number] {
  const letter = /[\p{L}\p{N}]/u;
  const find = (where: string, what: string): number => {
    for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1))
      if (!letter.test(where[at - 1] ?? '') && !letter.test(where[at + what.length] ?? '')) return at;
    return where.indexOf(what);
  };
  const at = find(text, words);
  const start = at >= 0 ? at : find(text.toLowerCase(), words.toLowerCase());
  return start < 0 ? [-1, -1] : [start, start + words.length];
}

/** A party as a mention of its own, whatever the lexicons would make of its words. */
function party(
  sentence: Sentence,
  text: string,
  [start, end]: readonly [number, number],
  id: string,
  named: readonly Mention[],
): Mention | undefined {
  const from = sentence.tokens.findIndex((t) => t.end > start && t.start >= start);
  let to = from;
  while (to >= 0 && to < sentence.tokens.length && sentence.tokens[to]!.start < end) to++;
  if (start < 0 || from < 0 || to <= from) return undefined;
  const [first, last] = headOf(sentence.tokens, from, to);
  const label = named.find((m) => m.from < to && from < m.to && m.label === 'Person')
    ? 'Person'
    : 'Organization';
  const at = [sentence.tokens[first]!.start, sentence.tokens[last - 1]!.end] as const;
  return {
    from: first,
    to: last,
    start: at[0],
    end: at[1],
    text: text.slice(...at),
    kind: 'name',
    label,
    ids: [id],
  };
}

const given = (line: Line, id: string): Mention | undefined => line.mentions.find((m) => m.ids[0] === id);

/** The words of a party that stand for it: `envoys` of `envoys of South Ossetia`, `parts` of `in some parts of X`. */
function headOf(tokens: Sentence['tokens'], from: number, to: number): readonly [number, number] {
  let first = from;
  while (first < to - 1 && PREPOSITIONS.has(tokens[first]!.norm)) first++;
  let last = first + 1;
  while (last < to && !breaks(tokens, last)) last++;
  return [first, last];
}
/** A mark, a preposition or a participle after the noun: `workers employed by …`. */
function breaks(tokens: Sentence['tokens'], i: number): boolean {
  const { text, norm } = tokens[i]!;
  if (PREPOSITIONS.has(norm) || text === ',' || text === '(') return true;
  return /^[a-z]+(?:ed|ing)$/.test(text) && PREPOSITIONS.has(tokens[i + 1]?.norm ?? '');
}
const PREPOSITIONS = new Set(
  'of in on at from to with for by about against over under near between who which that'.split(' '),
);
