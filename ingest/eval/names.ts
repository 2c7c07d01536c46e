/** Whether two names name the same thing, by their words. */
const EMPTY = new Set(
  'the a an of in on and for to with by at from between its their his her mr mrs ms president prime minister'.split(
    ' ',
  ),
);

export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const words = (text: string): ReadonlySet<string> =>
  new Set(
    plain(text)
      .split(' ')
      .filter((w) => w !== '' && !EMPTY.has(w)),
  );

/** Shared words as an F1, 0..1. */
export function overlap(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  return x.size + y.size === 0 ? 0 : (2 * shared) / (x.size + y.size);
}

/** The best overlap between any two names; 1 when two are the same but for case and marks. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const known = new Set(a.map(plain));
  if (b.some((name) => known.has(plain(name)))) return 1;
  let best = 0;
  for (const x of a) for (const y of b) best = Math.max(best, overlap(x, y));
  return best;
}
