import type { Mention } from '../types.ts';
import type { Tagged } from './tag.ts';
import type { Token } from './tokenise.ts';

/** A noun phrase without its prepositional phrases: `the Cuban government's position`. */
export interface NounPhrase {
  readonly type: 'NP';
  readonly from: number;
  readonly to: number;
  /** Token index of the head noun, or of the last token of a name. */
  readonly head: number;
  readonly lemma: string;
  /** Set when the phrase is a name, or ends in one. */
  readonly mention?: Mention;
  /** Names before the head: `Cuban`, `Trump` in `Trump administration`. */
  readonly modifiers: readonly Mention[];
  /** The possessor: `Iran` in `Iran's position`. */
  readonly owner?: NounPhrase;
  /** Possessive pronoun (`his`), or the pronoun that the phrase is (`he`). */
  readonly possessive?: string;
  readonly pronoun?: string;
  readonly determiner?: string;
  readonly plural: boolean;
  /** Words before the head in lower case, for `both leaders`, `the two countries`. */
  readonly words: readonly string[];
}

export type Modal = 'will' | 'would' | 'should' | 'can' | 'may' | undefined;

/** A verb group: auxiliaries, negation and main verb. */
export interface VerbGroup {
  readonly type: 'VG';
  readonly from: number;
  readonly to: number;
  /** Token index of the main verb. */
  readonly main: number;
  readonly lemma: string;
  readonly form: 'finite' | 'inf' | 'ing' | 'en';
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: Modal;
  /** Perfect or past. */
  readonly past: boolean;
}

export interface Small {
  readonly type: 'P' | 'CC' | 'COMMA' | 'SUB' | 'WH' | 'STOP' | 'QUOTE' | 'ADJ' | 'ADV';
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
}

export type Chunk = NounPhrase | VerbGroup | Small;

const MODALS: Readonly<Record<string, Modal>> = {
  will: 'will',
  shall: 'will',
  "'ll": 'will',
  would: 'would',
  "'d": 'would',
  could: 'would',
  may: 'may',
  might: 'may',
  can: 'can',
  cannot: 'can',
  should: 'should',
  must: 'should',
  ought: 'should',
};
const QUOTES = new Set(['"', '“', '”', '«', '»', '‘', '’']);
const TIME = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday year years month months week weeks day days morning afternoon evening night today yesterday tomorrow time decade decades hour hours'.split(
    ' ',
  ),
);
/** Does the noun name a time? `may` is one only as a noun. */
export const isTime = (noun: string): boolean => TIME.has(noun) || /^\d{4}$/.test(noun);
const NOMINAL = new Set(['DT', 'PRP$', 'JJ', 'NN', 'CD', 'NNP', 'PRP']);

/** Groups tagged tokens into phrases. Mentions are never cut. */
export function chunk(
  tokens: readonly Token[],
  tags: readonly Tagged[],
  mentions: readonly Mention[],
): Chunk[] {
  const at = new Map(mentions.map((m) => [m.from, m]));
  const chunks: Chunk[] = [];
  for (let i = datelineEnd(tokens); i < tokens.length;) {
    const made =
      verbGroup(tokens, tags, i) ??
      (startsNominal(tags, at, i) ? nounPhrase(tokens, tags, at, i, chunks) : small(tokens, tags, i));
    chunks.push(made);
    i = made.to;
  }
  return chunks;
}

/** `BERLIN, March 16 (Xinhua) -- `: the index of the first token after a dateline, 0 when there is none. */
function datelineEnd(tokens: readonly Token[]): number {
  for (let i = 1; i < Math.min(tokens.length, 12); i++) {
    const { text } = tokens[i]!;
    const dash = text === '—' || text === '–' || (text === '-' && !tokens[i]!.glued);
    if (dash)
      return /^\p{Lu}{3,}$/u.test(tokens[0]!.text) || tokens[i - 1]!.text === ')'
        ? i + (tokens[i + 1]?.text === '-' ? 2 : 1)
        : 0;
  }
  return 0;
}

const startsNominal = (tags: readonly Tagged[], at: ReadonlyMap<number, Mention>, i: number): boolean =>
  at.has(i) || NOMINAL.has(tags[i]!.tag);

function small(tokens: readonly Token[], tags: readonly Tagged[], i: number): Small {
  const { tag, lemma } = tags[i]!;
  const text = tokens[i]!.text;
  const of = (type: Small['type']): Small => ({ type, from: i, to: i + 1, lemma });
  if (tag === 'P') {
    if (QUOTES.has(text)) return of('QUOTE');
    if (text === ',' || text === '—' || text === '–' || text === '-' || text === '(' || text === ')')
      return of('COMMA');
    return of('STOP');
  }
  if (tag === 'IN' || tag === 'TO') return of('P');
  if (tag === 'CC' || tag === 'SUB' || tag === 'WH') return of(tag);
  return of('ADV');
}

/** A verb group that begins at `i`, if one does. */
function verbGroup(tokens: readonly Token[], tags: readonly Tagged[], i: number): VerbGroup | undefined {
  let j = i;
  let negated = false;
  let modal: Modal;
  let last = -1;
  let perfect = false;
  const seen: string[] = [];
  for (; j < tokens.length; j++) {
    const { tag, lemma } = tags[j]!;
    if (tag === 'RB' && last >= 0) continue;
    if (tag === 'NEG' && (last >= 0 || /^(?:TO|VB|VBG|VBF|VBN|MD|BE)$/.test(tags[j + 1]?.tag ?? ''))) {
      negated = true;
      seen.push(tag);
      if (last < 0) last = j;
      continue;
    }
    if (tag === 'MD') {
      modal = MODALS[lemma] ?? modal;
      if (lemma === 'cannot') negated = true;
    } else if (tag === 'HAVE') perfect = true;
    else if (!/^(?:TO|BE|DO|VB|VBF|VBN|VBG)$/.test(tag)) break;
    if (/^(?:VB|VBF|VBN|VBG)$/.test(tag)) {
      seen.push(tag);
      last = j;
      break;
    }
    if (tag === 'TO' && seen.length > 0 && !seen.every((s) => s === 'NEG')) break;
    seen.push(tag);
    last = j;
  }
  if (last < 0 || seen.every((s) => s === 'NEG')) return undefined;
  return describe(tags, i, last, seen, { negated, modal, perfect });
}

function describe(
  tags: readonly Tagged[],
  from: number,
  main: number,
  seen: readonly string[],
  { negated, modal, perfect }: { negated: boolean; modal: Modal; perfect: boolean },
): VerbGroup {
  const tag = tags[main]!.tag;
  const auxiliaries = seen.slice(0, -1);
  const passive =
    tag === 'VBN' &&
    (auxiliaries.includes('BE') ||
      auxiliaries.length === 0 ||
      (auxiliaries.length === 1 && auxiliaries[0] === 'NEG'));
  const first = seen.find((s) => s !== 'NEG') ?? tag;
  const form =
    first === 'TO'
      ? 'inf'
      : first === 'VBG'
        ? 'ing'
        : first === 'VBN'
          ? 'en'
          : first === 'VB'
            ? 'inf'
            : 'finite';
  return {
    type: 'VG',
    from,
    to: main + 1,
    main,
    lemma: tags[main]!.lemma,
    form,
    passive,
    negated,
    modal,
    past: perfect || tag === 'VBN',
  };
}

function nounPhrase(
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
    if (named) {
      if (mention) modifiers.push(mention);
      mention = named;
      head = named.to - 1;
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
      // `his meeting | twenty-two years ago`
      if (tag === 'CD' && head >= 0 && tags[i + 1]?.tag === 'NN') break;
      if (mention) modifiers.push(mention);
      mention = undefined;
      head = i;
      words.push(norm);
    } else if (tag === 'JJ') {
      if (head >= 0 && mention?.kind !== 'adjective' && tags[i + 1]?.tag !== 'NN') break;
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
  const named = mention?.kind === 'government' ? tokens[head]!.norm.replace(/s$/, '') : tokens[head]!.norm;
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
