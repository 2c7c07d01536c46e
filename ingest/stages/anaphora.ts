import { areKin, hasRole, qualifies } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import { isTime } from '../text/time.ts';
import type { Referent } from '../types.ts';
import { wordsOf } from './meaning.ts';
import type { Sight } from './meaning.ts';

const POINTING = new Set(['the', 'this', 'these', 'that', 'those']);

/** `the attack`, `this decision`: the event spoken of before that the noun may name again. */
export function eventAgain({ line, focus, entities }: Sight, phrase: NounPhrase): Referent[] {
  if (!hasRole(phrase.lemma, 'event') || phrase.owner || phrase.possessive || phrase.modifiers.length > 0)
    return [];
  if (!POINTING.has(phrase.determiner ?? '') || !phrase.words.every((w) => says(w, phrase))) return [];
  const { items } = line.parse;
  const at = items.findIndex((i) => i.type === 'GROUP' && i.phrases.includes(phrase));
  const [p, next] = [items[at + 1], items[at + 2]];
  // `the attack on Y` says itself which one is meant.
  if (p?.type === 'P' && p.lemma !== 'as' && next?.type === 'GROUP' && next.phrases.some((x) => x.mention))
    return [];
  const start = line.sentence.tokens[phrase.from]!.start;
  const before = focus.things.filter((r) => r.label === 'Event' && r.start < start);
  const again = [...before].reverse().find((r) => {
    const { kind = '', coined, name = '' } = entities.get(r.ids[0]!) ?? {};
    const last = name.toLowerCase().split(' ').at(-1) ?? '';
    return [coined?.head ?? kind, last].some((noun) => noun !== '' && areKin(noun, phrase.lemma));
  });
  return again
    ? [{ ...again, ...wordsOf(line, phrase), how: `spoken of before: ${phrase.lemma}`, sure: 0.7 }]
    : [];
}

/** A word that tells no other event apart: the noun itself, what judges, a date. */
const says = (word: string, phrase: NounPhrase): boolean =>
  POINTING.has(word) ||
  word.startsWith(phrase.lemma.slice(0, 4)) ||
  word === 'and' ||
  isTime(word) ||
  /^\d+$/.test(word) ||
  qualifies(word, 'judging');

/** `This is unacceptable`: what the sentence before was about. */
export function thisThing({ line, focus }: Sight, phrase: NounPhrase): Referent[] {
  if (phrase.pronoun !== 'this' && phrase.pronoun !== 'these') return [];
  const near = focus.things.filter((r) => r.start < line.sentence.start && r.start >= focus.previous);
  // An event is what `this` points at; an issue only where nothing else was spoken of.
  const last = near.filter((r) => r.label === 'Event').at(-1) ?? (near.length === 1 ? near[0] : undefined);
  return last ? [{ ...last, ...wordsOf(line, phrase), how: `pronoun: ${phrase.pronoun}`, sure: 0.6 }] : [];
}
