import type { NounPhrase } from '../text/chunk.ts';
import type { Referent } from '../types.ts';
import { wordsOf } from './meaning.ts';
import type { Sight } from './meaning.ts';
import type { Resolver } from './resolve.ts';

/** Who a pronoun means: whoever speaks for the first person, else those spoken of before. */
export function pronoun(sight: Sight, resolver: Resolver, word: string, phrase: NounPhrase): Referent[] {
  const at = wordsOf(sight.line, phrase);
  const take = (r: Referent | undefined, how: string, sure: number): Referent[] =>
    r ? [{ ...r, ...at, how, sure }] : [];
  const both = /^(?:we|our|us)$/.test(word) ? withSpeaker(sight, resolver, phrase) : [];
  if (both.length > 0) return both.flatMap((r) => take(r, `first person: ${word}`, 0.85));
  if (/^(?:i|we|our|my|us|me)$/.test(word))
    return resolver.speakers(phrase.from).flatMap((r) => take(r, `first person: ${word}`, 0.85));
  if (/^(?:he|his|him|himself|she|her|herself)$/.test(word))
    return take(person(sight, resolver, word, at.start), `pronoun: ${word}`, 0.8);
  if (/^(?:it|its|itself)$/.test(word)) return take(body(sight, at.start), `pronoun: ${word}`, 0.7);
  if (/^(?:they|their|them)$/.test(word))
    return they(sight, resolver, at.start).flatMap((r) => take(r, `pronoun: ${word}`, 0.65));
  return [];
}

/** `X and I agreed that we …`: X and whoever speaks. */
function withSpeaker({ line }: Sight, resolver: Resolver, phrase: NounPhrase): readonly Referent[] {
  const joint = line.parse.clauses.find(
    ({ subject }) =>
      subject &&
      subject.to <= phrase.from &&
      subject.phrases.length > 1 &&
      subject.phrases.some((p) => p.pronoun === 'i'),
  );
  return joint ? resolver.group(joint.subject).actors : [];
}

function person(sight: Sight, resolver: Resolver, word: string, before: number): Referent | undefined {
  const { entities, focus, line } = sight;
  const sex = /^(?:she|her)/.test(word) ? 'f' : 'm';
  const speaks = (r: Referent): boolean => focus.speakers.some((s) => s.ids[0] === r.ids[0]);
  const fits = (r: Referent): boolean => {
    const known = entities.get(r.ids[0]!)?.sex;
    return r.label === 'Person' && (known === undefined || known === sex) && !speaks(r);
  };
  const here = sight.here.filter((r) => r.end <= before && r.label === 'Person');
  // `In his meeting with X, Y said …`: he is Y.
  const ahead = line.parse.clauses.find((c) =>
    c.fronted.some((p) => startOf(sight, p.group.from) <= before && before < startOf(sight, p.group.to)),
  );
  const subject = here.length === 0 && ahead ? resolver.group(ahead.subject).actors.find(fits) : undefined;
  // A person of the same sentence is meant even where the pronoun does not suit what we know of them.
  return (
    subject ??
    here.filter(fits).at(-1) ??
    here.filter((r) => !speaks(r)).at(-1) ??
    focus.subjects.filter(fits).at(-1) ??
    focus.actors.filter(fits).at(-1)
  );
}

const startOf = ({ line }: Sight, token: number): number => line.sentence.tokens[token]?.start ?? Infinity;

function body(sight: Sight, before: number): Referent | undefined {
  const fits = (r: Referent): boolean => r.label !== 'Person';
  // `Russia and Iran advocate its implementation`: a plural subject is not `it`.
  const plural = sight.line.parse.clauses.some(
    (c) => c.subject && c.subject.phrases.length > 1 && startOf(sight, c.subject.from) < before,
  );
  if (plural) return undefined;
  const here = sight.here.filter((r) => r.end <= before && fits(r) && !isLabel(sight, r));
  return here[0] ?? sight.focus.subjects.filter(fits).at(-1);
}

/** `Reuters: …`: who asks is not who is spoken of. */
const isLabel = ({ line: { sentence } }: Sight, r: Referent): boolean =>
  sentence.tokens[0]!.start === r.start && sentence.tokens.find((t) => t.start >= r.end)?.text === ':';

function they({ line, focus }: Sight, resolver: Resolver, before: number): readonly Referent[] {
  const clause = line.parse.clauses.find(
    (c) => c.subject && c.subject.phrases.length > 1 && line.sentence.tokens[c.subject.to - 1]!.end <= before,
  );
  if (clause?.subject) return resolver.group(clause.subject).actors;
  // `The rebels said they would …`: a plural or a body that was the subject before.
  const earlier = line.parse.clauses.filter(
    (c) =>
      c.subject &&
      line.sentence.tokens[c.subject.to - 1]!.end <= before &&
      c.subject.phrases.some(
        (p) => p.plural || p.mention?.label === 'Organization' || p.mention?.kind === 'government',
      ),
  );
  if (earlier.length > 0) return resolver.group(earlier.at(-1)!.subject).actors;
  // `Both sides met. They rejected …`
  return focus.together && line.sentence.index - focus.together.index <= 2 ? focus.together.actors : [];
}
