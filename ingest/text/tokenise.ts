/** One word, number or mark of punctuation, with its place in the statement's text (UTF-16 code units). */
export interface Token {
  readonly text: string;
  /** Lower case, without diacritics, straight quotes. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  /** Follows the token before without a space (`Diaz` `-` `Canel`). */
  readonly glued: boolean;
  readonly capital: boolean;
  readonly word: boolean;
}

// Dotted acronyms; words with inner hyphens or apostrophes; numbers; any other single sign.
const PATTERN =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{M}]+\p{N}*(?:['’‑-][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}+)?|[^\s]/gu;
const CLITIC = /(?:['’]s|n['’]t|['’](?:ll|re|ve|d|m))$/iu;
const LONGEST_CLITIC = 3;
const CAPITAL = /^\p{Lu}/u;
const WORD = /^[\p{L}\p{N}]/u;
const HYPHEN = /[‑-]/;
const CAPITALS = /\p{Lu}/gu;
const MARKS = /\p{M}+/gu;
// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

/** Folds a word for look-up: lower case, no diacritics, straight quotes and hyphens. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[’‘]/g, "'")
    .replace(/[‑–]/g, '-')
    .replace(/[øłđ]/g, (c) => ({ ø: 'o', ł: 'l', đ: 'd' })[c] ?? c)
    .replace(/ı/g, 'i');
}

/** What is true of a word wherever it stands. */
export type Spelling = Pick<Token, 'text' | 'norm' | 'capital' | 'word'>;

/** Spellings that are remembered: more are not the words of a language. */
const MOST = 50_000;

/** The spellings of one document: each is looked at once, and its tokens share one string. */
export class Spellings {
  private readonly seen = new Map<string, Spelling>();

  of(text: string): Spelling {
    const known = this.seen.get(text);
    if (known) return known;
    const norm = fold(text);
    const made = {
      text,
      norm: norm === text ? text : norm,
      capital: CAPITAL.test(text),
      word: WORD.test(text),
    };
    if (this.seen.size < MOST) this.seen.set(text, made);
    return made;
  }
}

/** Splits `text.slice(from, to)` into tokens. */
export function tokenise(
  text: string,
  from = 0,
  to = text.length,
  spellings: Spellings = new Spellings(),
): Token[] {
  const tokens: Token[] = [];
  const part = text.slice(from, to);
  for (const match of part.matchAll(PATTERN)) split(match[0], from + match.index, tokens, spellings);
  return tokens;
}

/** `leaders’`, `didn't`: the clitics come off the end; then a word with a capital is cut at its hyphens. */
function split(word: string, start: number, out: Token[], spellings: Spellings): void {
  const clitics: string[] = [];
  let end = word.length;
  for (let clitic = cliticOf(word, end); clitic; clitic = cliticOf(word, end)) {
    clitics.push(clitic);
    end -= clitic.length;
  }
  const stem = word.slice(0, end);
  pushParts(stem, start, out, spellings);
  let at = start + end;
  for (const clitic of clitics.reverse()) {
    push(clitic, at, out, spellings);
    at += clitic.length;
  }
}

/** The clitic that ends the first `end` letters of a word, if something stands before it. */
function cliticOf(word: string, end: number): string | undefined {
  if (end < 3) return undefined;
  return CLITIC.exec(word.slice(Math.max(1, end - LONGEST_CLITIC), end))?.[0];
}

/** `Diaz-Canel`, `China-Venezuela`, `US-led` come apart so that names inside are seen; `long-standing` stays whole. */
function pushParts(word: string, start: number, out: Token[], spellings: Spellings): void {
  const last = word.includes('-') || word.includes('‑') ? lastCapital(word) : -1;
  let from = 0;
  while (from <= last) {
    const hyphen = word.slice(from).search(HYPHEN);
    if (hyphen <= 0) break;
    push(word.slice(from, from + hyphen), start + from, out, spellings);
    push('-', start + from + hyphen, out, spellings);
    from += hyphen + 1;
  }
  push(word.slice(from), start + from, out, spellings);
}

/** Where the last capital of a word begins, -1 without one. */
function lastCapital(word: string): number {
  let at = -1;
  for (const match of word.matchAll(CAPITALS)) at = match.index;
  return at;
}

function push(written: string, start: number, out: Token[], spellings: Spellings): void {
  const last = out[out.length - 1];
  const glued = last !== undefined && last.end === start;
  out.push(tokenOf(spellings.of(written), start, glued));
}

const tokenOf = ({ text, norm, capital, word }: Spelling, start: number, glued: boolean): Token => ({
  text,
  norm,
  start,
  end: start + text.length,
  glued,
  capital,
  word,
});

/** Tokens put by, in a fifth of their memory. `glued` says it of the first, whose neighbour may lie elsewhere. */
export interface PackedTokens {
  readonly spellings: readonly Spelling[];
  readonly starts: Uint32Array;
  readonly glued: boolean;
}

export function pack(tokens: readonly Token[], spellings: Spellings): PackedTokens {
  return {
    spellings: tokens.map((t) => spellings.of(t.text)),
    starts: Uint32Array.from(tokens, (t) => t.start),
    glued: tokens[0]?.glued ?? false,
  };
}

export function unpack({ spellings, starts, glued }: PackedTokens): Token[] {
  let end = glued ? starts[0] : -1;
  return spellings.map((spelling, n) => {
    const start = starts[n]!;
    const token = tokenOf(spelling, start, start === end);
    end = token.end;
    return token;
  });
}
