import type { Mention } from '../types.ts';
import { NOMINAL, nounPhrase } from './noun-phrase.ts';
import type { Tagged } from './tag.ts';
import type { Token } from './tokenise.ts';
import { verbGroup } from './verb-group.ts';

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
  /** `has attacked`, `may have attacked` */
  readonly perfect: boolean;
}

export interface Small {
  readonly type: 'P' | 'CC' | 'COMMA' | 'SUB' | 'WH' | 'STOP' | 'QUOTE' | 'ADJ' | 'ADV';
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
}

export type Chunk = NounPhrase | VerbGroup | Small;

const QUOTES = new Set(['"', '“', '”', '«', '»', '‘', '’']);

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
