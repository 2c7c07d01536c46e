import { POS } from '../nlp.ts';
import type { Words } from '../knowledge/words.ts';
import { CLAUSE_PREPOSITIONS, CLOSED, HER_OBJECT, roundingAt } from './closed.ts';
import { openTag } from './open-class.ts';
import type { Token } from './tokenise.ts';

/** Part of speech in context, after the Penn names where they are usual. */
export type Tag =
  | 'DT' // the, a, this, all
  | 'PRP' // he, they, we
  | 'PRP$' // his, their
  | 'IN' // of, with, against
  | 'TO'
  | 'CC' // and, or, but
  | 'SUB' // because, if, when, while
  | 'WH' // who, which, that (relative or complement)
  | 'MD' // will, should
  | 'BE'
  | 'HAVE'
  | 'DO'
  | 'NEG'
  | 'VB' // base
  | 'VBF' // finite
  | 'VBN' // past participle
  | 'VBG'
  | 'NN'
  | 'JJ'
  | 'RB'
  | 'CD'
  | 'NNP'
  | 'POS' // 's
  | 'EX' // there
  | 'P'; // punctuation

export interface Tagged {
  readonly tag: Tag;
  /** Dictionary form of the verb or noun reading chosen; the folded word otherwise. */
  readonly lemma: string;
}

/** Which tokens are names (NNP) or adjectives of countries (JJ), so the tagger leaves them alone. */
export type NameTag = (index: number) => 'NNP' | 'JJ' | undefined;

/** Tags a sentence left to right; each choice looks at the tag before and the token after. */
export function tag(tokens: readonly Token[], words: Words, nameTag: NameTag): Tagged[] {
  const out: Tagged[] = [];
  let finite = false; // the clause has its finite verb
  for (let i = 0; i < tokens.length; i++) {
    for (let n = roundingAt(tokens, i, out.at(-1)?.tag); n > 0; n--)
      out.push({ tag: 'DT', lemma: tokens[i++]!.norm });
    const token = tokens[i]!;
    const name = nameTag(i);
    // A party described in common words keeps their dictionary form: `diplomats`.
    const made = name
      ? { tag: name as Tag, lemma: (!token.capital && words.look(token.norm).noun) || token.norm }
      : choose(tokens, i, out, words, finite);
    out.push(made);
    if (
      made.tag === 'VBF' ||
      made.tag === 'MD' ||
      (made.tag === 'BE' && token.norm !== 'being' && token.norm !== 'been') ||
      made.tag === 'DO' ||
      (made.tag === 'HAVE' && token.norm !== 'having')
    )
      finite = true;
    if (
      made.tag === 'SUB' ||
      made.tag === 'WH' ||
      token.text === ';' ||
      token.text === ':' ||
      token.text === '“' ||
      made.tag === 'CC'
    )
      finite = false;
    if (token.text === ',' && made.tag === 'P') finite = false;
    // `comes after the Union sanctioned Iran`: a clause may follow these.
    if (CLAUSE_PREPOSITIONS.has(token.norm) && made.tag === 'IN') finite = false;
  }
  return out;
}

function choose(
  tokens: readonly Token[],
  i: number,
  done: readonly Tagged[],
  words: Words,
  finite: boolean,
): Tagged {
  const token = tokens[i]!;
  const norm = token.norm;
  if (!token.word && norm !== "'s" && norm !== "'") {
    // `$2 million`
    if (/^(?:us)?[$£€¥]$/.test(norm) && /^\d/.test(tokens[i + 1]?.norm ?? ''))
      return { tag: 'DT', lemma: norm };
    if (CLOSED[norm] && norm !== '&') return { tag: CLOSED[norm], lemma: norm };
    return { tag: norm === '&' ? 'CC' : 'P', lemma: norm };
  }
  if (norm === "'s" || norm === "'") return clitic(tokens, i, done);
  if (norm === 'to') return { tag: toTag(tokens, i, words), lemma: 'to' };
  const closed = CLOSED[norm];
  if (closed) return closedTag(closed, tokens, i, done);
  // `USD 20 million`
  if (/^(?:usd|eur|gbp)$/.test(norm) && /^[$€£\d]/.test(tokens[i + 1]?.norm ?? ''))
    return { tag: 'DT', lemma: norm };
  const word = words.look(norm);
  if (word.bits & POS.number && !(word.bits & POS.base)) return { tag: 'CD', lemma: norm };
  return openTag(word, tokens, i, done, words, finite);
}

function clitic(tokens: readonly Token[], i: number, done: readonly Tagged[]): Tagged {
  const before = done[i - 1];
  if (!tokens[i]!.glued) return { tag: 'P', lemma: "'" };
  if (before && ['PRP', 'WH', 'EX'].includes(before.tag)) return { tag: 'BE', lemma: 'be' };
  return { tag: tokens[i]!.norm === "'" && !/s$/.test(tokens[i - 1]?.norm ?? '') ? 'P' : 'POS', lemma: "'s" };
}

/** `to` before a base form is the infinitive's. */
function toTag(tokens: readonly Token[], i: number, words: Words): Tag {
  for (let j = i + 1; j < Math.min(tokens.length, i + 4); j++) {
    const norm = tokens[j]!.norm;
    if (norm === 'be' || norm === 'have' || norm === 'do') return 'TO';
    if (CLOSED[norm] === 'RB' || /ly$/.test(norm) || norm === 'not') continue;
    if (CLOSED[norm] || tokens[j]!.capital) return 'IN';
    const bits = words.look(norm).bits;
    return bits & POS.base ? 'TO' : bits & POS.adverb ? 'TO' : 'IN';
  }
  return 'IN';
}

function closedTag(tag: Tag, tokens: readonly Token[], i: number, done: readonly Tagged[]): Tagged {
  const { norm } = tokens[i]!;
  const next = tokens[i + 1];
  if (norm === 'her' && (!next?.word || HER_OBJECT.has(next.norm))) return { tag: 'PRP', lemma: norm };
  if (norm === 'that') {
    if (tokens[i - 1]?.norm === 'event') return { tag: 'SUB', lemma: 'if' };
    const before = done[i - 1]?.tag;
    // `that country` after a preposition or a verb at the clause's start is a determiner only before a bare noun.
    if (before === 'IN' && next && !next.capital && CLOSED[next.norm] === undefined)
      return { tag: 'DT', lemma: norm };
    return { tag: 'WH', lemma: norm };
  }
  // `10 May`, `in May`: the month.
  if (norm === 'may' && tokens[i]!.capital && i > 0) return { tag: 'NN', lemma: norm };
  if (norm === 'who' || norm === 'whom') return { tag: 'WH', lemma: norm };
  if (norm === 'no' && next && (CLOSED[next.norm] === 'RB' || next.norm === 'longer'))
    return { tag: 'NEG', lemma: norm };
  if (norm === 'such' && next?.norm === 'as') return { tag: 'RB', lemma: norm };
  if (norm === 'as' && next?.norm === 'well') return { tag: 'CC', lemma: 'and' };
  if (norm === 'well' && tokens[i - 1]?.norm === 'as' && next?.norm === 'as')
    return { tag: 'CC', lemma: 'and' };
  if (norm === 'as' && tokens[i - 1]?.norm === 'well' && tokens[i - 2]?.norm === 'as')
    return { tag: 'CC', lemma: 'and' };
  // `has given`, not `given that`
  if (norm === 'given' && /^(?:HAVE|BE|RB)$/.test(done[i - 1]?.tag ?? ''))
    return { tag: 'VBN', lemma: 'give' };
  // `has so far refused`
  if (norm === 'so' && next?.norm === 'far') return { tag: 'RB', lemma: norm };
  if (norm === 'worth' && next?.norm === 'of') return { tag: 'NN', lemma: norm };
  if (tag === 'BE') return { tag, lemma: 'be' };
  if (tag === 'HAVE') return { tag, lemma: 'have' };
  if (tag === 'DO') return { tag, lemma: 'do' };
  return { tag, lemma: norm };
}
