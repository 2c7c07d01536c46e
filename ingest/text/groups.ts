import type { Chunk, NounPhrase } from './chunk.ts';
import type { Item } from './clauses.ts';
import { isTime } from './time.ts';
import { SAYING } from './saying.ts';

/** Joins noun phrases of a list into groups and hangs prepositions on the group that follows them. */
export function coordinate(chunks: readonly Chunk[]): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < chunks.length;) {
    const chunk = chunks[i]!;
    if (chunk.type !== 'NP') {
      if (chunk.type !== 'ADV') items.push(chunk);
      i++;
      continue;
    }
    const phrases = members(chunks, i, items);
    const last = phrases[phrases.length - 1]!;
    const before = items[items.length - 1];
    const prep = before?.type === 'P' ? before.lemma : undefined;
    items.push({
      type: 'GROUP',
      phrases,
      from: chunk.from,
      to: last.to,
      item: items.length,
      ...(prep && { prep }),
    });
    i = chunks.indexOf(last, i) + 1;
  }
  return items;
}

/** The noun phrases of the list that begins at chunk `i`; one when it is no list. */
function members(chunks: readonly Chunk[], i: number, before: readonly Item[]): NounPhrase[] {
  const first = chunks[i] as NounPhrase;
  const list: NounPhrase[] = [first];
  let j = i + 1;
  const opening = before.at(-1)?.type === 'P' && !before.some((x) => x.type === 'VG');
  const afterVerb = before.some((x) => x.type === 'VG' && x.form === 'finite');
  for (;;) {
    let k = j;
    const comma = chunks[k]?.type === 'COMMA' && chunks[k]?.lemma === ',';
    if (comma) k++;
    const conjunction = chunks[k]?.type === 'CC' && chunks[k]?.lemma !== 'but';
    if (conjunction) k++;
    if (!comma && !conjunction) break;
    const next = chunks[k];
    if (next?.type !== 'NP' || next.pronoun === 'who' || !alike(first, next)) break;
    // `During the visit, X and Y agreed`: what opens the sentence is no part of the list.
    if (opening && comma && !first.mention && next.mention) break;
    if (afterVerb && !opensSpeech(before) && startsClause(chunks, k)) break;
    if (!conjunction && !listGoesOn(chunks, k, first)) break;
    list.push(next);
    j = k + 1;
    if (conjunction && chunks[j]?.type !== 'COMMA' && chunks[j]?.type !== 'CC') break;
  }
  return list;
}

/** Things in a list are of a kind: names with names or `its allies`, nouns with nouns. */
function alike(a: NounPhrase, b: NounPhrase): boolean {
  // `On Friday, X and Y agreed`
  if (isTime(a.lemma) !== isTime(b.lemma)) return false;
  if (a.pronoun && !['he', 'she', 'they', 'i', 'we', 'it'].includes(a.pronoun)) return false;
  if (b.pronoun) return a.mention !== undefined && (b.pronoun === 'i' || b.pronoun === 'me');
  if (a.mention?.label === b.mention?.label) return true;
  const actor = (p: NounPhrase): boolean =>
    p.mention !== undefined && ['Person', 'Country', 'Organization'].includes(p.mention.label);
  if (actor(a) && actor(b)) return true;
  return (a.mention === undefined) !== (b.mention === undefined) ? !(a.mention && b.mention) : false;
}

/** `said X and Y must …`: the list is the subject of what is said. */
function opensSpeech(before: readonly Item[]): boolean {
  const last = before.at(-1);
  return last?.type === 'WH' || (last?.type === 'VG' && SAYING.has(last.lemma));
}

function startsClause(chunks: readonly Chunk[], k: number): boolean {
  let j = k + 1;
  while (chunks[j]?.type === 'ADV') j++;
  const verb = chunks[j];
  return verb?.type === 'VG' && verb.form === 'finite';
}

/** `X, Y, … and Z`: a conjunction comes before anything else does. */
function listGoesOn(chunks: readonly Chunk[], k: number, first: NounPhrase): boolean {
  for (let j = k + 1; j < Math.min(chunks.length, k + 40); j++) {
    const c = chunks[j]!;
    if (c.type === 'CC') return c.lemma !== 'but' && chunks[j + 1]?.type === 'NP';
    if (c.type === 'NP' && chunks[j - 1]?.type === 'COMMA' && alike(first, c)) continue;
    if (c.type === 'COMMA' && chunks[j + 1]?.type === 'NP') continue;
    if (c.type === 'COMMA' && chunks[j + 1]?.type === 'CC') continue;
    return false;
  }
  return false;
}
