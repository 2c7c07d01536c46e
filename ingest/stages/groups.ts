import { isActor } from '../../graph/model.ts';
import type { EntityLabel } from '../../graph/model.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Line, Referent } from '../types.ts';
import type { Sight } from './meaning.ts';
import { wordsOf } from './meaning.ts';

/** `the two countries`, `both leaders`, `the sides`, `his counterpart`: those spoken of. */
export function several(sight: Sight, phrase: NounPhrase): Referent[] {
  const label = hasRole(phrase.lemma, 'countries')
    ? 'Country'
    : hasRole(phrase.lemma, 'persons')
      ? 'Person'
      : undefined;
  if (!label || phrase.owner || phrase.modifiers.some((m) => isActor(m.label))) return [];
  if (phrase.lemma === 'counterpart') return others(sight, phrase);
  if (!phrase.plural || !isDefinite(phrase)) return [];
  const words = wordsOf(sight.line, phrase);
  return pair(sight, label, phrase.head).map((r) => ({
    ...r,
    ...words,
    how: `group: ${words.text}`,
    sure: 0.75,
  }));
}

/** Nothing but `the`, `both`, `two`, `our` and the like goes with the noun. */
function isDefinite(phrase: NounPhrase): boolean {
  const both = phrase.words.some((w) => w === 'both' || w === 'two');
  const definite = phrase.determiner === 'the' || both || phrase.possessive === 'our';
  const bare = phrase.words.every(
    (w) =>
      ['the', 'both', 'two', 'our', 'these', 'all', phrase.lemma].includes(w) ||
      w.startsWith(phrase.lemma.slice(0, 4)),
  );
  return definite && bare;
}

/** The other side of the pair than the one that speaks or acts here. */
function others({ focus, here, line }: Sight, phrase: NounPhrase): Referent[] {
  const own = here[0]?.ids[0];
  const other = focus.pair.filter((r) => r.label === 'Person' && r.ids[0] !== own);
  return other.slice(0, 1).map((r) => ({ ...r, ...wordsOf(line, phrase), how: 'counterpart', sure: 0.6 }));
}

/** The two last-named of a kind; the document's main pair when it has one of that kind. */
function pair({ line, focus, here }: Sight, label: EntityLabel, before: number): Referent[] {
  const upTo = line.sentence.tokens[before]?.start ?? Infinity;
  const main = focus.pair.filter((r) => r.label === label);
  const doers = subjectsAt(line, before);
  const near = lastTwo(
    here.filter(
      (r) => r.end <= upTo && r.label === label && !doers.some((g) => r.start >= g.start && r.end <= g.end),
    ),
  );
  if (near.length === 2) return near;
  if (main.length >= 2) return main.slice(0, 2);
  if (doers.length > 0) return [];
  const earlier = focus.actors.filter((r) => r.label === label);
  const found = lastTwo([...earlier, ...near]);
  if (found.length === 2) return found;
  // `X and Y reopened the border after the two presidents met`: those of the countries.
  const countries = [...focus.actors, ...here.filter((r) => r.end <= upTo)].filter(
    (r) => r.label === 'Country',
  );
  return label === 'Person' ? lastTwo(countries) : [];
}

/** Where the subjects of the clauses stand whose object or other phrase is at a token: `X and Y hosted talks between the two`. */
function subjectsAt({ parse, sentence: { tokens } }: Line, at: number): { start: number; end: number }[] {
  if (parse.clauses.some((c) => c.subject && c.subject.from <= at && at < c.subject.to)) return [];
  const clause = parse.clauses.filter((c) => c.verb.to <= at).at(-1);
  const subject = clause?.subject;
  if (!clause || !subject || subject.phrases.length < 2 || subject.to > clause.verb.from) return [];
  return [{ start: tokens[subject.from]!.start, end: tokens[subject.to - 1]!.end }];
}

/** The last two different ones. */
function lastTwo(list: readonly Referent[]): Referent[] {
  const out: Referent[] = [];
  for (let i = list.length - 1; i >= 0 && out.length < 2; i--) {
    if (!out.some((r) => r.ids[0] === list[i]!.ids[0])) out.unshift(list[i]!);
  }
  return out;
}
