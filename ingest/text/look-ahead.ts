import type { Words } from '../knowledge/words.ts';
import { POS } from '../nlp.ts';
import { CLOSED } from './closed.ts';
import type { Token } from './tokenise.ts';

/** A noun phrase or a complement seems to begin right after token `i`. */
export function objectAhead(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next) return false;
  const closed = CLOSED[next.norm];
  if (next.capital || closed === 'DT' || closed === 'PRP$' || closed === 'PRP' || next.norm === 'that')
    return true;
  return (
    next.norm === 'to' ||
    (closed === 'IN' && ['on', 'with', 'for', 'against', 'from', 'its'].includes(next.norm))
  );
}

/** The token after `i` is a noun or an adjective, so that `i` modifies it. */
export function nominalAhead(tokens: readonly Token[], i: number, words: Words): boolean {
  const next = tokens[i + 1];
  if (!next?.word || CLOSED[next.norm]) return false;
  if (next.capital) return false;
  const { bits } = words.look(next.norm);
  return (bits & (POS.noun | POS.adjective)) !== 0 && (bits & POS.number) === 0;
}

/** `Venezuela releases dozens of activists`: something follows, and nothing there could be the verb of the clause. */
export function onlyVerb(tokens: readonly Token[], i: number, words: Words): boolean {
  const next = tokens[i + 1];
  if (!next?.word || words.look(tokens[i]!.norm).verb === undefined) return false;
  const closed = CLOSED[next.norm];
  if (closed !== undefined && !['CD', 'DT', 'IN'].includes(closed)) return false;
  if (/^(?:of|in|and|for)$/.test(next.norm)) return false;
  // `its partners refuse to …`: the word after may be the verb.
  if (
    !closed &&
    !next.capital &&
    words.look(next.norm).bits & POS.base &&
    CLOSED[tokens[i + 2]?.norm ?? ''] !== 'IN'
  )
    return false;
  return !verbAhead(tokens, i, words);
}

/** Could anything in the rest of the clause be its finite verb? */
export function verbAhead(tokens: readonly Token[], i: number, words: Words): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 15); j++) {
    const t = tokens[j]!;
    const tag = CLOSED[t.norm];
    if (t.text === ',' || t.text === ';' || tag === 'SUB' || tag === 'WH' || tag === 'CC') break;
    if (tag === 'MD' || tag === 'BE' || tag === 'HAVE' || tag === 'DO') return true;
    if (!tag && !t.capital && words.look(t.norm).bits & (POS.past | POS.third)) return true;
  }
  return false;
}

/** A sure finite verb follows in the same clause. */
export function finiteAhead(tokens: readonly Token[], i: number, words: Words): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 12); j++) {
    const t = tokens[j]!;
    const closed = CLOSED[t.norm];
    if (t.text === ',' || t.text === ';' || closed === 'SUB' || closed === 'WH') return false;
    if (closed === 'CC') return false;
    if (closed === 'MD' || closed === 'BE' || closed === 'HAVE' || closed === 'DO') return true;
    // `jailed members of the banned party`: a participle after an article is no verb of the clause.
    if (!closed && !t.capital && CLOSED[tokens[j - 1]!.norm] !== 'DT') {
      const { bits } = words.look(t.norm);
      if (bits & POS.past && !(bits & POS.noun) && !(bits & POS.adjective)) return true;
    }
  }
  return false;
}
