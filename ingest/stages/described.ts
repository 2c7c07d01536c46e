import { isActor } from '../../graph/model.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group } from '../text/clauses.ts';
import type { Referent } from '../types.ts';
import { merge, referents, wordsOf } from './meaning.ts';
import type { Sight } from './meaning.ts';
import type { Resolver } from './resolve.ts';

/** Actors that a phrase describes without naming: `our ally, X`, `firms including X`, `his government`, `the airline`. */
export function described(
  sight: Sight,
  resolver: Resolver,
  phrase: NounPhrase,
  group: Group | undefined,
): Referent[] {
  const apposed = group && group.phrases.length === 1 ? named(sight, resolver, phrase, group) : [];
  if (apposed.length > 0) return apposed;
  const own = ownGovernment(sight, resolver, phrase);
  return own.length > 0 ? own : spokenOf(sight, phrase);
}

/** `our NATO ally, Albania`: the name after the comma is meant. */
function named(sight: Sight, resolver: Resolver, phrase: NounPhrase, group: Group): Referent[] {
  const { items } = sight.line.parse;
  const collects =
    phrase.plural &&
    (['collection', 'countries', 'persons', 'organisation'] as const).some((r) => hasRole(phrase.lemma, r));
  const members = collects ? including(sight, resolver, group) : [];
  if (members.length > 0 || !hasRole(phrase.lemma, 'describing')) return members;
  const direct = phrase.possessive !== undefined && items[group.item + 1]?.type === 'GROUP';
  const [comma, next] = direct
    ? [{ type: 'COMMA' as const }, items[group.item + 1]]
    : [items[group.item + 1], items[group.item + 2]];
  if (comma?.type !== 'COMMA' || next?.type !== 'GROUP' || next.phrases.length > 1) return [];
  const { mention } = next.phrases[0]!;
  return mention && isActor(mention.label) && mention.kind !== 'adjective' ? referents(mention) : [];
}

/** `allies such as Germany`, `firms including X and Y`: the ones named. */
function including({ line }: Sight, resolver: Resolver, group: Group): Referent[] {
  const { items } = line.parse;
  let at = group.item + 1;
  const around = items[at];
  // `our friends in Asia, including X`
  if (
    around?.type === 'P' &&
    (around.lemma === 'throughout' || around.lemma === 'across') &&
    items[at + 1]?.type === 'GROUP'
  )
    at += 2;
  if (items[at]?.type === 'COMMA') at++;
  const [p, next] = [items[at], items[at + 1]];
  if (p?.type !== 'P' || !['including', 'as', 'like'].includes(p.lemma) || next?.type !== 'GROUP') return [];
  if (p.lemma === 'as' && line.sentence.tokens[p.from - 1]?.norm !== 'such') return [];
  return [...merge(next.phrases.map((x) => resolver.phrase(x))).actors];
}

/** `my Administration`, `his government`, `our country`: the country of the person who is meant. */
function ownGovernment({ home, known }: Sight, resolver: Resolver, phrase: NounPhrase): Referent[] {
  if (!phrase.possessive || !hasRole(phrase.lemma, 'government')) return [];
  const how = `${phrase.possessive} ${phrase.lemma}`;
  return resolver.pronoun(phrase.possessive, phrase).flatMap((r) => {
    const id = r.label === 'Person' ? home(r.ids[0]!) : r.ids[0];
    return id && known(id) ? [{ ...r, ids: [id], label: 'Country' as const, how, sure: 0.8 }] : [];
  });
}

/** `the government`, `the airline`: the one last spoken of. */
function spokenOf(sight: Sight, phrase: NounPhrase): Referent[] {
  const { focus, line } = sight;
  if (phrase.plural || phrase.owner || phrase.modifiers.length > 0 || phrase.words.length > 2) return [];
  const of = (r: Referent | undefined): Referent[] =>
    r ? [{ ...r, ...wordsOf(line, phrase), how: `the ${phrase.lemma}`, sure: 0.65 }] : [];
  if (hasRole(phrase.lemma, 'state-body') && phrase.determiner === 'the') return of(governing(sight));
  if (!hasRole(phrase.lemma, 'organisation') || !['the', 'this', 'that'].includes(phrase.determiner ?? ''))
    return [];
  return of(focus.actors.filter((r) => r.label === 'Organization').at(-1));
}

/** The country whose government was last spoken of. */
const governing = ({ here, focus }: Sight): Referent | undefined =>
  here.filter((r) => r.how === 'government' && r.label === 'Country').at(-1) ??
  focus.government ??
  focus.issuers.find((r) => r.label === 'Country');
