import type { Judged } from './gold.ts';
import { ratio } from './tally.ts';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly right: number;
  readonly all: number;
  readonly share: number;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** How often edges of each confidence are right, relations and stances together; arguable ones are left out. */
export function calibrate(found: readonly Judged[]): { bins: Bin[]; sure: Bin; unsure: Bin } {
  const stances = found.filter(
    (f) => (f.level === 'relations' || f.level === 'stances') && f.verdict !== 'arguable',
  );
  const bin = (from: number, to: number): Bin => {
    const inside = stances.filter((f) => f.confidence >= from && f.confidence < to);
    const right = inside.filter((f) => f.verdict === 'right').length;
    return { from, to: Math.min(to, 1), right, all: inside.length, share: ratio(right, inside.length) };
  };
  return {
    bins: EDGES.slice(1).map((to, n) => bin(EDGES[n]!, to)),
    sure: bin(0.8, 1.01),
    unsure: bin(0, 0.8),
  };
}
