import { byCodeUnit } from '../ids.ts';
import type { Pair } from './network.ts';

/** Where what is stated between two actors leans: cooperation or conflict. */
export interface SignedPair {
  readonly source: string;
  readonly target: string;
  readonly sign: 1 | -1;
  readonly edges: number;
}
export interface Triad {
  readonly nodes: readonly [string, string, string];
  /** The three sides: first and second, second and third, first and third node. */
  readonly sides: readonly [SignedPair, SignedPair, SignedPair];
  readonly balanced: boolean;
}
export interface Triads {
  readonly balanced: number;
  readonly unbalanced: number;
  /** The best attested of each kind. */
  readonly listed: readonly Triad[];
}

/** The sign of a pair is that of the sum of its PLOVER scores; pairs that lean nowhere have none. */
export const signedPairs = (pairs: readonly Pair[]): readonly SignedPair[] =>
  pairs
    .filter((pair) => pair.score !== 0)
    .map(({ source, target, score, cooperation, conflict }) => ({
      source,
      target,
      sign: score > 0 ? 1 : -1,
      edges: cooperation + conflict,
    }));

/**
 * Every three actors that all have to do with each other. After Heider (1946) and Cartwright and Harary (1956) a triad is
 * balanced when the product of its signs is positive: all three cooperate, or two of them stand against the third.
 * @param most How many of each kind to list, those first whose weakest side has most evidence.
 */
export function triads(pairs: readonly SignedPair[], most: number): Triads {
  const above = neighboursAbove(pairs);
  const found: Triad[] = [];
  for (const [first, nexts] of above) {
    for (const [second, side] of nexts) {
      for (const [third, far] of above.get(second) ?? []) {
        const long = nexts.get(third);
        if (long) found.push(triad([first, second, third], [side, far, long]));
      }
    }
  }
  const [balanced, unbalanced] = [found.filter((t) => t.balanced), found.filter((t) => !t.balanced)];
  return {
    balanced: balanced.length,
    unbalanced: unbalanced.length,
    listed: [...best(unbalanced, most), ...best(balanced, most)],
  };
}

/** For each actor its partners of a greater id, so that each triad is met once. */
function neighboursAbove(pairs: readonly SignedPair[]): ReadonlyMap<string, ReadonlyMap<string, SignedPair>> {
  const above = new Map<string, Map<string, SignedPair>>();
  for (const pair of pairs) {
    const partners = above.get(pair.source) ?? new Map<string, SignedPair>();
    above.set(pair.source, partners.set(pair.target, pair));
  }
  return above;
}

const triad = (nodes: Triad['nodes'], sides: Triad['sides']): Triad => ({
  nodes,
  sides,
  balanced: sides.reduce((product, { sign }) => product * sign, 1) > 0,
});

const attested = ({ sides }: Triad): number => Math.min(...sides.map((side) => side.edges));

const best = (list: Triad[], most: number): Triad[] =>
  list
    .sort((a, b) => attested(b) - attested(a) || byCodeUnit(a.nodes.join(' '), b.nodes.join(' ')))
    .slice(0, most);
