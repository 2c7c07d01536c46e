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
const CLITIC = /^(.+?)(['’]s|n['’]t|['’](?:ll|re|ve|d|m))$/iu;
const CAPITAL = /^\p{Lu}/u;
const WORD = /^[\p{L}\p{N}]/u;
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

/** Splits `text.slice(from, to)` into tokens. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const part = text.slice(from, to);
  for (const match of part.matchAll(PATTERN)) split(match[0], from + match.index, tokens);
  return tokens;
}

function split(word: string, start: number, out: Token[]): void {
  const clitic = word.length > 2 ? CLITIC.exec(word) : null;
  if (clitic?.[1] && clitic[2]) {
    split(clitic[1], start, out);
    push(clitic[2], start + clitic[1].length, out);
    return;
  }
  // `Diaz-Canel`, `China-Venezuela`, `US-led` come apart so that names inside are seen; `long-standing` stays whole.
  const hyphen = word.search(/[‑-]/);
  if (hyphen > 0 && /\p{Lu}/u.test(word)) {
    push(word.slice(0, hyphen), start, out);
    push('-', start + hyphen, out);
    split(word.slice(hyphen + 1), start + hyphen + 1, out);
    return;
  }
  push(word, start, out);
}

function push(text: string, start: number, out: Token[]): void {
  const last = out[out.length - 1];
  out.push({
    text,
    norm: fold(text),
    start,
    end: start + text.length,
    glued: last !== undefined && last.end === start,
    capital: CAPITAL.test(text),
    word: WORD.test(text),
  });
}
