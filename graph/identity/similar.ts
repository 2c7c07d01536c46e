import { isParticle, isStop, isTitle, setsApart, shapeOf, skeletonOf, soundOf, wordsOf } from './spelling.ts';

/** A word of a name and how it sounds. */
export interface Word {
  readonly text: string;
  readonly sound: string;
  readonly skeleton: string;
  readonly shape: string;
}
/** A name in words; of a person without titles and particles, of an organisation without little words. */
export interface Name {
  readonly text: string;
  readonly words: readonly Word[];
  /** All words as one. */
  readonly together: Word;
}

/** How two names are the same, from 0 to 1, and in what they differ, in words for the reader. */
export interface Likeness {
  readonly score: number;
  readonly how: readonly string[];
  /** A part of the one name is missing in the other: whether they are the same must be shown by something else, too. */
  readonly partial: boolean;
}

export const personName = (text: string): Name => nameOf(text, (word) => isTitle(word) || isParticle(word));
export const bodyName = (text: string): Name => nameOf(text, isStop);

function nameOf(text: string, passedOver: (word: string) => boolean): Name {
  const all = wordsOf(text);
  const kept = all.filter((word) => !passedOver(word));
  const used = kept.length > 0 ? kept : all;
  return { text, words: used.map(wordOf), together: wordOf(used.join('')) };
}

function wordOf(text: string): Word {
  const sound = soundOf(text);
  return { text, sound, skeleton: skeletonOf(sound), shape: shapeOf(sound) };
}

const SOUNDS_ALIKE = 0.92;
const INITIAL = 0.8;

/** So many consonants in a row are the same name wherever the vowels stand: Aleksandr, Alexander. */
const MANY_CONSONANTS = 4;
const OTHER_VOWELS = 0.86;

/** How two words are the same; 0 when they are not. */
function alike(a: Word, b: Word): number {
  if (a.text === b.text) return 1;
  if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0] ? INITIAL : 0;
  if (a.sound === b.sound) return SOUNDS_ALIKE;
  // Two consonants are too few, whatever stands between them: Qin, Quan.
  if (a.skeleton !== b.skeleton || consonants(a) < 3 || isHardAndSoft(a, b)) return 0;
  if (a.shape === b.shape) return SOUNDS_ALIKE;
  return a.skeleton.length >= MANY_CONSONANTS ? OTHER_VOWELS : 0;
}

const consonants = ({ shape }: Word): number => shape.replaceAll('V', '').length;

/** A name is written with g, q and k, but not now with c and now with g: Carney, Garneau. */
const isHardAndSoft = (a: Word, b: Word): boolean =>
  (a.text[0] === 'c' && b.text[0] === 'g') || (a.text[0] === 'g' && b.text[0] === 'c');

interface Match {
  readonly a: Word;
  readonly b: Word;
  readonly at: number;
  readonly to: number;
  readonly score: number;
}

/** Each word with its best counterpart, the best pairs first; names have few words. */
function match(a: readonly Word[], b: readonly Word[]): Match[] {
  const pairs = a.flatMap((x, at) => b.map((y, to) => ({ a: x, b: y, at, to, score: alike(x, y) })));
  const possible = pairs
    .filter((p) => p.score > 0)
    .sort(
      (x, y) =>
        y.score - x.score || Math.abs(x.at - x.to) - Math.abs(y.at - y.to) || x.at - y.at || x.to - y.to,
    );
  const [left, right] = [new Set<number>(), new Set<number>()];
  return possible.filter((p) => {
    if (left.has(p.at) || right.has(p.to)) return false;
    left.add(p.at);
    right.add(p.to);
    return true;
  });
}

const NONE: Likeness = { score: 0, how: [], partial: false };

/** How two names of people are the same. Names whose every word finds none or each of which has a word of its own are not. */
export function likePeople(a: Name, b: Name): Likeness {
  const together = writtenTogether(a, b);
  if (together) return together;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  // Most pairs end here: a word has no counterpart.
  if (short.words.some((x) => !long.words.some((y) => alike(x, y) > 0))) return NONE;
  const found = match(a.words, b.words);
  if (found.length < short.words.length || found.every((m) => m.score === INITIAL)) return NONE;
  const missing = long.words.filter((w) => !found.some((m) => m.a === w || m.b === w));
  if (missing.some((w) => setsApart(w.text))) return NONE;
  // The W. of George W. Bush is not Weah.
  if (missing.length > 0 && found.some((m) => m.score === INITIAL)) return NONE;
  // A given name alone says nothing: `Vladimir` is not `Vladimir Putin`, but `Putin` may be.
  if (missing.length > 0 && short.words.length === 1 && !isFamilyName(short, long)) return NONE;
  const base = mean(found) - (missing.length === 0 ? 0 : short.words.length > 1 ? 0.14 : 0.45);
  const how = [...differences(found), ...order(found)];
  if (missing.length > 0) how.push(`“${short.text}” lacks “${missing.map((w) => w.text).join(' ')}”`);
  return { score: base, how, partial: missing.length > 0 && short.words.length === 1 };
}

/** How two names of organisations are the same. */
export function likeBodies(a: Name, b: Name): Likeness {
  const acronym = acronymOf(a, b) ?? acronymOf(b, a);
  if (acronym) return acronym;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  // Most pairs end here: a word has no counterpart.
  if (short.words.some((x) => !long.words.some((y) => alike(x, y) > 0))) return NONE;
  const found = match(a.words, b.words);
  // One letter may be all that tells bodies apart: no initials here, and something must be written the same.
  if (found.length < short.words.length || found.some((m) => m.score === INITIAL)) return NONE;
  if (found.every((m) => m.score < 1) && short.words.length < 2) return NONE;
  const missing = long.words.filter((w) => !found.some((m) => m.a === w || m.b === w));
  if (missing.some((w) => setsApart(w.text) || /\d/.test(w.text))) return NONE;
  if (missing.length > 0 && (short.words.length < 2 || missing.length > 1)) return NONE;
  const how = [...differences(found), ...order(found)];
  if (missing.length > 0) how.push(`“${short.text}” lacks “${missing[0]!.text}”`);
  return { score: mean(found) - (missing.length === 0 ? 0.05 : 0.45), how, partial: missing.length > 0 };
}

const mean = (found: readonly Match[]): number =>
  found.reduce((sum, m) => sum + m.score, 0) / Math.max(1, found.length);

/** The last word of a name, or the first where family names come first: `Xi` of `Xi Jinping`. */
function isFamilyName({ words: [word] }: Name, long: Name): boolean {
  const [first, last] = [long.words[0], long.words.at(-1)];
  return alike(word!, last!) >= SOUNDS_ALIKE || (alike(word!, first!) === 1 && word!.text.length <= 4);
}

function differences(found: readonly Match[]): string[] {
  return found
    .filter((m) => m.a.text !== m.b.text)
    .map((m) =>
      m.score === INITIAL
        ? `“${m.a.text}” and “${m.b.text}”: an initial`
        : `“${m.a.text}” and “${m.b.text}” sound the same`,
    );
}

const order = (found: readonly Match[]): string[] => {
  const sorted = [...found].sort((x, y) => x.at - y.at);
  return sorted.some((m, i) => i > 0 && m.to < sorted[i - 1]!.to) ? ['the words stand in another order'] : [];
};

/** `Abdelfattah` and `Abdel Fattah`, `Ing-wen` and `Ingwen`. */
function writtenTogether(a: Name, b: Name): Likeness | undefined {
  if (a.words.length === b.words.length || Math.min(a.words.length, b.words.length) < 2) return undefined;
  const [x, y] = [a.together, b.together];
  if (x.text === y.text) return { score: 0.97, how: ['written together and apart'], partial: false };
  if (x.skeleton !== y.skeleton || x.shape !== y.shape) return undefined;
  return {
    score: 0.9,
    how: [`“${a.text}” and “${b.text}” sound the same, together and apart`],
    partial: false,
  };
}

/** The first letters of a name's words, with and without little words. */
export function initialsOf(text: string): string[] {
  const words = wordsOf(text);
  if (words.length < 2) return [];
  const letters = (list: readonly string[]): string => list.map((w) => w[0]).join('');
  return [...new Set([letters(words), letters(words.filter((w) => !isStop(w)))])].filter((l) => l.length > 1);
}

/** `UNHCR`, as it is written: capitals, perhaps with dots. */
export const lettersOf = (text: string): string | undefined =>
  /^(?:\p{Lu}\.?){2,8}$/u.test(text) ? text.replaceAll('.', '').toLowerCase() : undefined;

function acronymOf(short: Name, long: Name): Likeness | undefined {
  const letters = lettersOf(short.text);
  if (letters === undefined || !initialsOf(long.text).includes(letters)) return undefined;
  // Two letters fit many names.
  const score = letters.length === 2 ? 0.5 : 0.72;
  return {
    score,
    how: [`“${short.text}” is made of the first letters of “${long.text}”`],
    partial: letters.length < 4,
  };
}
