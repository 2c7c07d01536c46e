/**
 * What a text looks like, in 0.5 to 1 KB: enough to tell whether another says the same in nearly the same words.
 * MinHash over shingles of five words (Broder, 1997), and the names and numbers in the text.
 */

export const HASHES = 128;
const SHINGLE = 5;
/** Names beyond this are left out, the same ones of every text. */
export const MOST_NAMES = 128;
/** At either end of a text so much may be a dateline, a notice, an address: names there need not be in the other text. */
const ENDS = 0.15;

export interface Signature {
  /** The smallest hash of a shingle under each of HASHES functions. */
  readonly shingles: Uint32Array;
  /** Hashes of names and numbers, sorted, with IN_MIDDLE or AT_END in their lowest bits. */
  readonly names: Uint32Array;
}

/** It stands in the middle of the text; it stands at an end only, and is no part of a date. */
export const IN_MIDDLE = 1;
export const AT_END = 2;
export const FLAGS = 2;
const DATE = /^\p{N}|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/iu;

/** @param body the text without header lines */
export function sign(body: string): Signature {
  const words = body.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { shingles: minHash(words), names: nameHashes(words) };
}

function minHash(words: readonly string[]): Uint32Array {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  const hashes = words.map((w) => fnv(w.toLowerCase()));
  const count = Math.max(1, hashes.length - SHINGLE + 1);
  for (let at = 0; at < count; at++) {
    let shingle = 0x811c9dc5;
    for (let n = at; n < Math.min(at + SHINGLE, hashes.length); n++) shingle = mix(shingle ^ hashes[n]!);
    for (let n = 0; n < HASHES; n++) {
      const value = mix(Math.imul(shingle, FACTORS[n]!) + FACTORS[HASHES - 1 - n]!) >>> 0;
      if (value < least[n]!) least[n] = value;
    }
  }
  return least;
}

function nameHashes(words: readonly string[]): Uint32Array {
  const names = new Map<number, number>();
  for (const [at, word] of words.entries()) {
    if (!/^[\p{Lu}\p{N}]/u.test(word)) continue;
    const middle = at >= words.length * ENDS && at < words.length * (1 - ENDS);
    const key = fnv(word.toLowerCase()) >>> FLAGS;
    const flag = middle || names.get(key) === IN_MIDDLE ? IN_MIDDLE : DATE.test(word) ? 0 : AT_END;
    names.set(key, flag);
  }
  const sorted = [...names].sort(([a], [b]) => a - b).slice(0, MOST_NAMES);
  return Uint32Array.from(sorted, ([key, flag]) => key * 2 ** FLAGS + flag);
}

/** FNV-1a. */
function fnv(word: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Odd numbers, always the same. */
const FACTORS = Uint32Array.from({ length: HASHES }, (_, n) => mix(n + 1) | 1);

/** As text for a journal. */
export function writeSignature({ shingles, names }: Signature): string {
  const both = new Uint32Array(shingles.length + names.length);
  both.set(shingles);
  both.set(names, shingles.length);
  return Buffer.from(both.buffer).toString('base64');
}

export function readSignature(text: string): Signature {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  const both = new Uint32Array(bytes.buffer, 0, bytes.length / 4);
  return { shingles: both.subarray(0, HASHES), names: both.subarray(HASHES) };
}
