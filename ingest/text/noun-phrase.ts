import type { Mention } from '../types.ts';
import type { Chunk, NounPhrase, Small } from './chunk.ts';
import type { Tagged } from './tag.ts';
import { isTime } from './time.ts';
import type { Token } from './tokenise.ts';

export const NOMINAL: ReadonlySet<string> = new Set(['DT', 'PRP$', 'JJ', 'NN', 'CD', 'NNP', 'PRP']);

/** `five million euros` */
function countsNoun(tags: readonly Tagged[], i: number): boolean {
  let j = i;
  while (tags[j]?.tag === 'CD') j++;
  return tags[j]?.tag === 'NN';
}

/** The noun phrase that begins at a token; an adjective when no noun follows. */
export function nounPhrase(
  tokens: readonly Token[],
  tags: readonly Tagged[],
  at: ReadonlyMap<number, Mention>,
  start: number,
  done: Chunk[],
): NounPhrase | Small {
  let i = start;
  let head = -1;
  let mention: Mention | undefined;
  let possessive: string | undefined;
  let determiner: string | undefined;
  const modifiers: Mention[] = [];
  const words: string[] = [];
  for (; i < tokens.length;) {
    const named = at.get(i);
    // `American and Western bullying`: both adjectives belong to what follows.
    if (
      tags[i]!.tag === 'CC' &&
      mention?.kind === 'adjective' &&
      i > start &&
      at.get(i + 1) &&
      (at.get(i + 1)!.kind !== 'name' || tags[at.get(i + 1)!.to]?.tag === 'NN')
    ) {
      i++;
      continue;
    }
    // `in January | Senegal …`, `last year | President X`: a time does not modify a name.
    if (named && head >= 0 && !mention && isTime(tokens[head]!.norm) && named.kind !== 'common') break;
    if (
      named?.label === 'Country' &&
      mention?.label === 'Country' &&
      mention.kind !== 'adjective' &&
      named.kind !== 'adjective' &&
      tokens[i - 1]!.text !== '-'
    )
      break;
    // `President X Wednesday rejected`, `raids last Friday`: when it was is another phrase.
    if (head >= 0 && !named && tags[head]!.tag !== 'CD' && timeBegins(tokens, tags, i, head)) break;
    // `in the view of experts | the EU was …`
    if (named && head >= 0 && tokens[named.from]!.norm === 'the' && named.from > start) break;
    if (named) {
      if (mention) modifiers.push(mention);
      mention = named;
      head = headOfName(tokens, named);
      i = named.to;
      continue;
    }
    const { tag } = tags[i]!;
    const { norm } = tokens[i]!;
    if (tag === 'PRP') {
      if (i === start) return pronoun(tokens, i);
      break;
    }
    if (tag === 'DT' || tag === 'PRP$') {
      if (head >= 0 && !(i > start && tags[i - 1]!.tag === 'DT')) break;
      if (tag === 'PRP$') possessive = norm;
      else determiner ??= norm;
      words.push(norm);
    } else if (tag === 'NN' || tag === 'NNP' || tag === 'CD') {
      // `her visit | ten years ago`
      if (tag === 'CD' && head >= 0 && tags[i - 1]!.tag !== 'CD' && countsNoun(tags, i)) break;
      if (mention) modifiers.push(mention);
      mention = undefined;
      head = i;
      words.push(norm);
    } else if (tag === 'JJ') {
      if (head >= 0 && mention?.kind !== 'adjective' && tags[i + 1]?.tag !== 'NN' && tags[head]!.tag !== 'CD')
        break;
      words.push(norm);
    } else if (joinsModifiers(tags, at, i, head)) words.push(norm);
    else if (tag === 'RB' && head < 0 && i > start && /^(?:JJ|NN|RB)$/.test(tags[i + 1]?.tag ?? ''))
      words.push(norm);
    else if (
      tokens[i]!.text === '-' &&
      tokens[i]!.glued &&
      i > start &&
      (at.has(i + 1) || NOMINAL.has(tags[i + 1]?.tag ?? ''))
    ) {
      // `China-Venezuela cooperation`: both are modifiers.
    } else break;
    i++;
  }
  if (head < 0) return headless(tokens, tags, start, i, words, possessive, determiner);
  const owner = takeOwner(done, start, tags);
  // `two Russian diplomats`: frames name the noun in the singular.
  const named = mention?.kind === 'government' ? tokens[head]!.norm.replace(/s$/, '') : tags[head]!.lemma;
  const lemma = mention && mention.kind !== 'common' ? named : tags[head]!.lemma;
  return {
    type: 'NP',
    from: owner ? owner.from : start,
    to: i,
    head,
    lemma,
    ...(mention && { mention }),
    modifiers,
    ...(owner && { owner }),
    ...(possessive && { possessive }),
    ...(determiner && { determiner }),
    plural: mention
      ? mention.ids.length > 1 || mention.kind === 'people'
      : /s$/.test(tokens[head]!.norm) && lemma !== tokens[head]!.norm,
    words,
  };
}

function timeBegins(tokens: readonly Token[], tags: readonly Tagged[], i: number, head: number): boolean {
  if (isTime(tokens[head]!.norm)) return false;
  const at = /^(?:last|next|this)$/.test(tokens[i]!.norm) ? i + 1 : i;
  const after = at + 1;
  return (
    isTime(tokens[at]?.norm ?? '') &&
    (isTime(tokens[after]?.norm ?? '') || !/^(?:NN|NNP)$/.test(tags[after]?.tag ?? ''))
  );
}

/** `cessation of hostilities`: what a thing is stands before `of`; whom a name means stands last. */
function headOfName(tokens: readonly Token[], m: Mention): number {
  if (m.label !== 'Issue' && m.label !== 'Event') return m.to - 1;
  for (let i = m.from + 1; i < m.to; i++)
    if (/^(?:of|on|for|in)$/.test(tokens[i]!.norm) && !/^acts?$/.test(tokens[i - 1]!.norm)) return i - 1;
  return m.to - 1;
}

/** `political and economic cooperation`: the conjunction stays inside the phrase. */
function joinsModifiers(
  tags: readonly Tagged[],
  at: ReadonlyMap<number, Mention>,
  i: number,
  head: number,
): boolean {
  if (tags[i]!.tag !== 'CC' || head >= 0) return false;
  return tags[i - 1]?.tag === 'JJ' && tags[i + 1]?.tag === 'JJ' && !at.has(i + 1);
}

function pronoun(tokens: readonly Token[], i: number): NounPhrase {
  const { norm } = tokens[i]!;
  return {
    type: 'NP',
    from: i,
    to: i + 1,
    head: i,
    lemma: norm,
    modifiers: [],
    pronoun: norm,
    plural: /^(?:they|we|them|us)$/.test(norm),
    words: [norm],
  };
}

/** Adjectives or a determiner with no noun after them: `ready`, `this`, `both`. */
function headless(
  tokens: readonly Token[],
  tags: readonly Tagged[],
  from: number,
  to: number,
  words: readonly string[],
  possessive: string | undefined,
  determiner: string | undefined,
): NounPhrase | Small {
  const end = Math.max(to, from + 1);
  if (tags[end - 1]!.tag === 'JJ') return { type: 'ADJ', from, to: end, lemma: tokens[end - 1]!.norm };
  return {
    type: 'NP',
    from,
    to: end,
    head: end - 1,
    lemma: tokens[end - 1]!.norm,
    modifiers: [],
    pronoun: tokens[end - 1]!.norm,
    ...(possessive && { possessive }),
    ...(determiner && { determiner }),
    plural: false,
    words,
  };
}

/** If the phrase before ended in `'s`, it owns this one and is taken off the list. */
function takeOwner(done: Chunk[], start: number, tags: readonly Tagged[]): NounPhrase | undefined {
  if (tags[start - 1]?.tag !== 'POS') return undefined;
  const clitic = done[done.length - 1];
  const owner = done[done.length - 2];
  if (clitic?.from !== start - 1 || owner?.type !== 'NP') return undefined;
  done.length -= 2;
  return owner;
}
