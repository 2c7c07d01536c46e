import { packed } from './packed.ts';

/** Cells of a data file by row; lines that begin with `#` are notes. */
function rows(file: string): string[][] {
  const [, ...lines] = (packed[file] ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split('\t'));
}

const KINDS = new Map(
  rows('identity/words/words.tsv').map(
    ([kind = '', words = '']) => [kind, new Set(words.split(' '))] as const,
  ),
);
const isKind = (kind: string) => {
  const words = KINDS.get(kind) ?? new Set<string>();
  return (word: string): boolean => words.has(word);
};
export const isParticle = isKind('particle');
export const isTitle = isKind('title');
export const isStop = isKind('stop');
export const setsApart = isKind('apart');

const SPELLINGS = rows('identity/words/spellings.tsv').map(([from = '', to = '']) => [from, to] as const);
const LONGEST = Math.max(...SPELLINGS.map(([from]) => from.length));
const BY_SPELLING = new Map(SPELLINGS);

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
};

/** Lower case without diacritics: `Đinđić` -> `dindic`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœıə]/g, (letter) => LETTERS[letter] ?? letter);

/** Folded words of a name; apostrophes are no borders: `Sa'ad al-Hariri` -> saad, al, hariri. */
export const wordsOf = (name: string): string[] =>
  fold(name)
    .replace(/[’'ʿʾ`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * A word as it sounds, whoever wrote it in Latin letters: its consonants in classes, its vowels in three.
 * `Mohammed` -> muhamid, `Muhammad` -> muhamad; `Zelenskyy`, `Zelensky` and `Zelenskiy` -> silinski.
 */
export function soundOf(word: string): string {
  let sound = '';
  for (let at = 0; at < word.length;) {
    let length = Math.min(LONGEST, word.length - at);
    while (length > 0 && !BY_SPELLING.has(word.slice(at, at + length))) length--;
    const next = length > 0 ? BY_SPELLING.get(word.slice(at, at + length))! : word.charAt(at);
    // Doubled letters are one; a soft c is an s.
    const heard = word.charAt(at) === 'c' && length === 1 && /[eiy]/.test(word.charAt(at + 1)) ? 's' : next;
    for (const letter of heard) if (!sound.endsWith(letter)) sound += letter;
    at += Math.max(1, length);
  }
  return sound
    .replace(/uf$/, 'uv')
    .replace(/[iu]v$/, 'uv')
    .replace(/i?j$/, 'i');
}

/** What is left without vowels, but for one at the beginning, and without h: what names are first looked up by. */
export function skeletonOf(sound: string): string {
  const bare = sound.replace(/[aiuh]/g, '').replace(/(.)\1+/g, '$1');
  return /^[aiu]/.test(sound) ? `a${bare}` : bare;
}

/** Where vowels stand between consonants: Mahmoud is not Mohammed. Vowels at the end count for nothing. */
export const shapeOf = (sound: string): string => sound.replace(/[aiuh]+$/, '').replace(/[aiu]+/g, 'V');
