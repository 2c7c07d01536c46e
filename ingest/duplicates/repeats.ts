import { byCodeUnit } from '../../graph/ids.ts';
import { AT_END, FLAGS, HASHES, IN_MIDDLE, MOST_NAMES, readSignature } from './signature.ts';
import type { Signature } from './signature.ts';

export interface Signed {
  readonly id: string;
  readonly date?: string | undefined;
  /** As writeSignature gives it. */
  readonly signature: string;
}

/** Share of shingles that two texts have in common from which they may be the same release. */
const ALIKE = 0.8;
const ROWS = 8;
/** Texts of one bucket that are compared with a new one: a bound for collections of forms, which are all alike. */
const MOST_COMPARED = 64;

/**
 * Which texts repeat which: each is compared with those that came before it in order of date, then id, and repeats the first
 * that says the same. What is said does not depend on the order in which they are given. Texts are compared only when
 * eight hashes in a row are the same (locality-sensitive hashing), so that time grows with their number, not its square.
 * @returns id of the repeating text -> id of the one it repeats
 */
export function findRepeats(texts: Iterable<Signed>): Map<string, string> {
  const sorted = [...texts].sort(
    (a, b) => byCodeUnit(a.date ?? '~', b.date ?? '~') || byCodeUnit(a.id, b.id),
  );
  const buckets = new Map<string, { id: string; signature: Signature }[]>();
  const repeats = new Map<string, string>();
  for (const { id, signature: written } of sorted) {
    const signature = readSignature(written);
    const keys = bandKeys(signature);
    const first = keys
      .flatMap((key) => buckets.get(key)?.slice(0, MOST_COMPARED) ?? [])
      .find((other) => sameRelease(other.signature, signature));
    if (first) repeats.set(id, first.id);
    else for (const key of keys) addTo(buckets, key, { id, signature });
  }
  return repeats;
}

function addTo<T>(buckets: Map<string, T[]>, key: string, value: T): void {
  const bucket = buckets.get(key);
  if (bucket) bucket.push(value);
  else buckets.set(key, [value]);
}

function bandKeys({ shingles }: Signature): string[] {
  return Array.from(
    { length: HASHES / ROWS },
    (_, band) => `${band} ${shingles.subarray(band * ROWS, (band + 1) * ROWS).join(' ')}`,
  );
}

/**
 * Nearly the same words, no name or number in the middle of one that the other lacks, and none at the ends of both that the
 * other lacks: a dateline or a notice may stand around one of them, but letters of congratulation to two presidents are
 * alike but for the names, and are two.
 */
export function sameRelease(a: Signature, b: Signature): boolean {
  return (
    likeness(a, b) >= ALIKE &&
    covers(a.names, b.names, 'middle') &&
    covers(b.names, a.names, 'middle') &&
    (covers(a.names, b.names, 'all') || covers(b.names, a.names, 'all'))
  );
}

/** The share of equal least hashes: an estimate of the Jaccard index of the shingles. */
export function likeness(a: Signature, b: Signature): number {
  let same = 0;
  for (let n = 0; n < HASHES; n++) if (a.shingles[n] === b.shingles[n]) same++;
  return same / HASHES;
}

/** Whether a text has all names of another. Both lists are cut to the smallest hashes: beyond the end of one nothing can be said. */
function covers(names: Uint32Array, of: Uint32Array, which: 'middle' | 'all'): boolean {
  const known = new Set(Array.from(names, (n) => n >>> FLAGS));
  const end = names.length < MOST_NAMES ? Infinity : (names.at(-1) ?? 0) >>> FLAGS;
  const counts = which === 'middle' ? IN_MIDDLE : IN_MIDDLE | AT_END;
  return of.every((n) => (n & counts) === 0 || n >>> FLAGS > end || known.has(n >>> FLAGS));
}
