import type { Token } from './tokenise.ts';
import { Spellings, tokenise } from './tokenise.ts';

/** A sentence: tokens with offsets into the statement's text. */
export interface Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** Number of the paragraph; a headline is paragraph -1. */
  readonly paragraph: number;
}

export interface Paragraph {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen lt col maj capt sgt adm sen rep gov st jr sr no nos vs etc inc ltd co corp dept art jan feb mar apr jun jul aug sep sept oct nov dec hon rev fr approx cf al ie eg amb'.split(
    ' ',
  ),
);
/** Tokens of the longest sentence. */
const LONGEST = 400;
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»']);

/** Paragraphs of `text` from `from` on: blocks between blank lines; a short line or one that ends a sentence ends its own. */
export function paragraphs(text: string, from: number): Paragraph[] {
  const out: Paragraph[] = [];
  let start = -1;
  let end = from;
  const flush = (): void => {
    if (start >= 0) out.push({ index: out.length, start, end });
    start = -1;
  };
  for (let at = from; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    const line = text.slice(at, stop);
    if (line.trim() === '') flush();
    else {
      if (start < 0) start = at;
      end = stop;
      if (/[.!?:”"]\s*$/.test(line) || line.length < 45) flush();
    }
    if (newline < 0) break;
    at = newline + 1;
  }
  flush();
  return out;
}

/** Splits a paragraph into sentences. */
export function sentencesOf(
  text: string,
  paragraph: Paragraph,
  first: number,
  spellings: Spellings = new Spellings(),
): Sentence[] {
  const tokens = tokenise(text, paragraph.start, paragraph.end, spellings);
  const out: Sentence[] = [];
  let begin = 0;
  const cut = (to: number): void => {
    const slice = tokens.slice(begin, to);
    const [head, tail] = [slice[0], slice[slice.length - 1]];
    if (head && tail) {
      out.push({
        index: first + out.length,
        start: head.start,
        end: tail.end,
        tokens: slice,
        paragraph: paragraph.index,
      });
    }
    begin = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    // A text without full stops is cut all the same, so that no sentence costs more than its share.
    const next = i - begin >= LONGEST ? i + 1 : boundary(tokens, i);
    if (next > 0) {
      cut(next);
      i = next - 1;
    }
  }
  cut(tokens.length);
  return out;
}

/** If a sentence ends with token `i`, the index of the next sentence's first token, else 0. */
function boundary(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  if (!token) return 0;
  const dotted = /^(?:\p{Lu}\.){2,}$/u.test(token.text);
  if (!dotted && token.text !== '.' && token.text !== '!' && token.text !== '?') return 0;
  let j = i + 1;
  while (j < tokens.length && CLOSERS.has(tokens[j]?.text ?? '') && tokens[j]?.glued) j++;
  const next = tokens[j];
  if (!next || next.glued) return 0;
  if (!next.capital && !/^["“‘'(«\d]/.test(next.text)) return 0;
  // After `U.S.` only a word that commonly begins a sentence does.
  if (dotted)
    return /^(?:the|in|on|he|she|it|they|we|this|that|but|at|as|for)$/i.test(next.text) && next.capital
      ? j
      : 0;
  const before = tokens[i - 1];
  if (token.text === '.' && before?.end === token.start) {
    if (ABBREVIATIONS.has(before.norm) && before.norm !== 'no') return 0;
    if (before.text.length === 1 && before.capital && before.text !== 'I') return 0;
  }
  return j;
}
