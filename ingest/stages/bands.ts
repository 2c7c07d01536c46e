import { entityId } from '../../graph/ids.ts';
import { isActor } from '../../graph/model.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group } from '../text/clauses.ts';
import type { Mention, Referent } from '../types.ts';
import { ownersBefore, wordsOf } from './meaning.ts';
import type { Sight } from './meaning.ts';

/** Those who stand against a government under arms or in politics, in the dictionary form. */
const BAND =
  /^(?:rebel|guerr?ill?a|insurgent|separatist|secessionist|militant|militia|militiaman|militiamen|paramilitary|mujahideen|opposition)$/;
const BODY =
  /^(?:group|leader|movement|force|faction|commander|fighter|party|coalition|alliance|spokesman|candidate|politician|lawmaker|activist)$/;

/**
 * `Afghan rebels`, `the Darfur rebels`, `opposition groups in Zimbabwe`: an organisation of its own, called after where it
 * is. The country that it fights is not it.
 */
export function band(sight: Sight, phrase: NounPhrase, group: Group | undefined): Referent[] {
  const noun = bandNoun(sight, phrase);
  if (!noun) return [];
  const where = placeBefore(sight, phrase) ?? (group && placeAfter(sight, group));
  if (!where) return [];
  const name = `${where.text.replace(/^the /i, '')} ${noun}`;
  const id = entityId('Organization', name);
  if (!sight.entities.has(id)) {
    const code = /^country:(.+)$/.exec(where.ids[0]!)?.[1] ?? sight.entities.get(where.ids[0]!)?.country;
    sight.entities.set(id, {
      id,
      label: 'Organization',
      name,
      aliases: new Set(),
      ...(code && { country: code }),
    });
  }
  return [{ ...wordsOf(sight.line, phrase), ids: [id], label: 'Organization', how: 'described', sure: 0.75 }];
}

/** The plural noun that names the band: `rebels` of `rebel leaders` too. */
function bandNoun({ line: { sentence } }: Sight, phrase: NounPhrase): string | undefined {
  const before = sentence.tokens[phrase.head - 1]?.norm ?? '';
  const head = BAND.test(phrase.lemma)
    ? phrase.lemma
    : BODY.test(phrase.lemma) && BAND.test(before)
      ? before
      : '';
  if (head === '' || (head === phrase.lemma && !phrase.plural && head !== 'opposition')) return undefined;
  return /^(?:opposition|mujahideen|militiamen)$/.test(head)
    ? head
    : head === 'militiaman'
      ? 'militiamen'
      : `${head}s`;
}

const placeBefore = (sight: Sight, phrase: NounPhrase): Mention | undefined =>
  ownersBefore(sight.line, phrase).find((m) => m.label === 'Country' || m.label === 'Place') ??
  (phrase.owner?.mention?.label === 'Country' ? phrase.owner.mention : undefined);

function placeAfter({ line: { parse } }: Sight, group: Group): Mention | undefined {
  const [p, next] = [parse.items[group.item + 1], parse.items[group.item + 2]];
  if (p?.type !== 'P' || p.lemma !== 'in' || next?.type !== 'GROUP') return undefined;
  const { mention } = next.phrases[0]!;
  return mention && (isActor(mention.label) || mention.label === 'Place') ? mention : undefined;
}
