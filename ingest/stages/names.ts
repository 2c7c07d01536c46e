import type { EntityLabel } from '../../graph/model.ts';
import { hasRole } from '../knowledge/nouns.ts';
import { playsPart } from '../knowledge/name-words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { POS } from '../nlp.ts';
import { isFunctionWord } from '../text/closed.ts';
import type { Token } from '../text/tokenise.ts';
import type { Piece } from './pieces.ts';

const BODY_LINKS = new Set(['of', 'for', 'the', 'and', 'on']);
const PLACE_BEFORE = new Set(['in', 'at', 'near', 'outside', 'around', 'across']);
/**
 * The run of capitalised words that begins at `i`, as an entity that no lexicon knows.
 * At the head of a sentence or in a headline a single ordinary word is not a name.
 */
export function properRun(
  tokens: readonly Token[],
  i: number,
  k: Knowledge,
  headline: boolean,
): Piece | undefined {
  const end = runEnd(tokens, i, k, headline);
  if (end === i) return undefined;
  const words = tokens.slice(i, end).filter((t) => t.word);
  const first = words[0]!;
  if (words.length === 1 && !standsAlone(first, tokens, i, k, headline)) return undefined;
  if (headline && !words.some((w) => isFirstName(w.norm, k))) return undefined;
  if (words.length > 1 && words.every((w) => ordinary(w.norm, k))) return undefined;
  const label = guessLabel(
    words.map((w) => w.norm),
    tokens,
    i,
    k,
  );
  // `Sheikh Abdullah bin Zayed`: the honorific is no part of the name.
  const titled = words.length > 1 && k.titles.has(first.norm) ? tokens.indexOf(words[1]!) : i;
  return { from: i, to: end, core: [titled, end], kind: 'unknown', label, ids: [], fresh: true };
}

/** Tokens of the longest name that is taken for one. */
const LONGEST_NAME = 16;

/** A word of the language that is part of no kind of name: two of them in capitals are no person. */
const ordinary = (norm: string, k: Knowledge): boolean =>
  (k.words.listed(norm) || playsPart(norm, 'not-alone') || /s$/.test(norm)) &&
  !namesBody(norm) &&
  !isFirstName(norm, k) &&
  (k.words.look(norm).bits & POS.lastName) === 0;

function runEnd(tokens: readonly Token[], i: number, k: Knowledge, headline: boolean): number {
  if (!opensWithArticle(tokens, i) && !nameWord(tokens[i]!, i === 0 || opensQuote(tokens, i), k)) return i;
  let end = i + 1;
  let body = playsPart(tokens[i]!.norm, 'body');
  for (let j = i + 1; j < Math.min(tokens.length, i + LONGEST_NAME); j++) {
    const token = tokens[j]!;
    const next = tokens[j + 1];
    if (
      token.capital &&
      next?.capital &&
      (k.titles.has(token.norm) || k.titles.has(`${token.norm} ${next.norm}`))
    )
      break;
    if (token.capital && token.word && !playsPart(token.norm, 'never') && !/\d/.test(token.text)) {
      end = j + 1;
      body ||= playsPart(token.norm, 'body');
      continue;
    }
    if (token.text === '-' && token.glued && tokens[j + 1]?.glued) continue;
    if (token.text === '.' && token.glued && tokens[j - 1]?.text.length === 1 && tokens[j + 1]?.capital)
      continue;
    if (playsPart(token.norm, 'particle') && !headline) {
      const after = tokens[j + 1]?.text === '-' && tokens[j + 1]!.glued ? tokens[j + 2] : tokens[j + 1];
      if (after?.word && (after.capital || playsPart(after.norm, 'particle'))) continue;
    }
    if (body && !headline && BODY_LINKS.has(token.norm) && bodyGoesOn(tokens, j)) continue;
    break;
  }
  return end;
}

/** `al-Burhan`: a name that begins with the Arabic article, which is mostly written small. */
export const opensWithArticle = (tokens: readonly Token[], i: number): boolean =>
  /^(?:al|el|ul|an|as|ash|at|az)$/.test(tokens[i]!.norm) &&
  tokens[i + 1]?.text === '-' &&
  tokens[i + 1]!.glued &&
  tokens[i + 2]?.glued === true &&
  tokens[i + 2]!.capital;

/** `Ministry of Foreign Affairs`, `Office for the Coordination …`, `Committee on the …`: capitals follow the link. */
function bodyGoesOn(tokens: readonly Token[], j: number): boolean {
  const next = tokens[j + 1];
  if (tokens[j]!.norm === 'and')
    return (
      next?.capital === true &&
      /^(?:co|development|security|technology|trade|health|environment|justice|culture|research)/.test(
        next.norm,
      )
    );
  if (next?.norm === 'the') return tokens[j + 2]?.capital ?? false;
  return next?.capital ?? false;
}

const opensQuote = (tokens: readonly Token[], i: number): boolean =>
  ['"', '“', ':', '‘'].includes(tokens[i - 1]?.text ?? '');
const isFirstName = (norm: string, k: Knowledge): boolean => (k.words.look(norm).bits & POS.firstName) !== 0;

/** May a name begin with this word? At a sentence's start an ordinary word may not. */
function nameWord(token: Token, initial: boolean, k: Knowledge): boolean {
  if (!token.capital || !token.word || playsPart(token.norm, 'never')) return false;
  if (token.text.length === 1) return false;
  if (!initial) return !playsPart(token.norm, 'grammar');
  const { bits } = k.words.look(token.norm);
  if (bits & (POS.firstName | POS.lastName)) return true;
  if (playsPart(token.norm, 'grammar') || isFunctionWord(token.norm)) return false;
  return !k.words.listed(token.norm);
}

function standsAlone(
  word: Token,
  tokens: readonly Token[],
  i: number,
  k: Knowledge,
  headline: boolean,
): boolean {
  if (
    headline ||
    playsPart(word.norm, 'not-alone') ||
    (playsPart(word.norm.replace(/s$/, ''), 'not-alone') && !playsPart(word.norm.replace(/s$/, ''), 'people'))
  )
    return false;
  const initial = i === 0 || opensQuote(tokens, i);
  const acronym = /^\p{Lu}{2,}\p{N}*$/u.test(word.text) && word.text.length <= 8;
  if (acronym) return !initial || !k.words.listed(word.norm);
  // `Wong condemned …`: a family name that is no other word.
  const { bits } = k.words.look(word.norm);
  if (initial && bits !== 0 && (bits & ~(POS.lastName | POS.firstName)) === 0) return true;
  // `Protesters in Oslo`
  if (initial && hasRole(word.norm.replace(/s$/, ''), 'crowd')) return false;
  // `Therefore, …`, `Regrettably …`: an adverb that no lexicon lists.
  if (initial && (tokens[i + 1]?.text === ',' || word.norm.endsWith('ly'))) return false;
  if (
    initial &&
    (k.words.listed(word.norm.replace(/s$/, '')) ||
      /(?:tion|ment|ness|ity|ance|ence|ism|ing|ed|ure|ship)s?$/.test(word.norm))
  )
    return false;
  if (initial) return !k.words.listed(word.norm) && word.norm.length > 1;
  return !k.words.listed(word.norm) || (k.words.look(word.norm).bits & (POS.firstName | POS.lastName)) !== 0;
}

/** Does the word make a body or a place of the name that it ends? */
export const namesBody = (norm: string): boolean =>
  playsPart(norm, 'body') || playsPart(norm, 'place') || playsPart(norm, 'event');

/** What a run of capitals names, by its words and the word before it. */
export function guessLabel(
  words: readonly string[],
  tokens: readonly Token[],
  from: number,
  k: Knowledge,
): EntityLabel {
  const last = words[words.length - 1] ?? '';
  if (words.length > 1 && k.titles.has(words[0] ?? '') && !playsPart(last, 'body')) return 'Person';
  if (
    words.length > 1 &&
    words.some((w) => playsPart(w, 'event')) &&
    !words.some((w) => playsPart(w, 'body') && w !== 'forces' && w !== 'force' && w !== 'press')
  )
    return 'Event';
  if (words.some((w) => playsPart(w, 'body'))) return 'Organization';
  if (words.length > 1 && playsPart(last, 'place')) return 'Place';
  if (isFirstName(words[0] ?? '', k) && words.length > 1) return 'Person';
  const before = tokens[from - 1]?.norm ?? '';
  if (PLACE_BEFORE.has(before)) return 'Place';
  // `al-Thani`
  const article = before === '-' && /^(?:al|el)$/.test(tokens[from - 2]?.norm ?? '');
  if (words.length === 1 && article) return 'Person';
  if (words.length === 1)
    return (k.words.look(words[0]!).bits & (POS.firstName | POS.lastName)) !== 0 ? 'Person' : 'Organization';
  const acronym = /^\p{Lu}{2,}$/u.test(tokens[from]?.text ?? '');
  if (acronym) return 'Organization';
  const after = tokens[from + words.length];
  if (words.length <= 3 && /^(?:said|says|told|added|stressed|noted|who)$/.test(after?.norm ?? ''))
    return 'Person';
  return words.length === 2 || words.length === 3 ? 'Person' : 'Organization';
}
