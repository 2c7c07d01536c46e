import { byCodeUnit } from '../ids.ts';
import type { TieCount } from '../store/store.ts';
import { pairsOf } from './network.ts';

export interface PathOptions {
  readonly source: string;
  readonly target: string;
  /** Most paths, and most hops of each. */
  readonly paths: number;
  readonly hops: number;
}

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>;
interface PathSoFar {
  readonly nodes: readonly string[];
  /** Edges of the weakest hop so far. */
  readonly weakest: number;
}

/** Half-built paths of one length that are followed; the best attested ones when there are more. */
const WIDTH = 2000;

/**
 * Several shortest ways from one node to another, whatever the direction of ties: all with fewer hops before any with more,
 * of the same length those whose weakest hop has most evidence. No node comes twice in a path.
 *
 * Distances to the target are known first (breadth first), so that only nodes from which it can still be reached in time
 * are entered; paths of each length are then built level by level.
 */
export function shortestPaths(
  ties: readonly TieCount[],
  options: PathOptions,
): readonly (readonly string[])[] {
  const { source, target, paths, hops } = options;
  const neighbours = neighboursOf(ties);
  const distance = distancesTo(target, neighbours, hops);
  const shortest = distance.get(source);
  if (shortest === undefined || source === target) return [];
  const found: (readonly string[])[] = [];
  for (let length = shortest; length <= hops && found.length < paths; length++) {
    found.push(...pathsOfLength(source, target, length, neighbours, distance));
  }
  return found.slice(0, paths);
}

function neighboursOf(ties: readonly TieCount[]): Neighbours {
  const neighbours = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, edges: number): void => {
    neighbours.set(from, (neighbours.get(from) ?? new Map<string, number>()).set(to, edges));
  };
  for (const { source, target, edges } of pairsOf(ties)) {
    add(source, target, edges);
    add(target, source, edges);
  }
  return neighbours;
}

function distancesTo(target: string, neighbours: Neighbours, most: number): ReadonlyMap<string, number> {
  const distance = new Map([[target, 0]]);
  let border = [target];
  for (let hops = 1; hops <= most && border.length > 0; hops++) {
    const next: string[] = [];
    for (const node of border) {
      for (const other of neighbours.get(node)?.keys() ?? []) {
        if (distance.has(other)) continue;
        distance.set(other, hops);
        next.push(other);
      }
    }
    border = next;
  }
  return distance;
}

function pathsOfLength(
  source: string,
  target: string,
  length: number,
  neighbours: Neighbours,
  distance: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  let level: readonly PathSoFar[] = [{ nodes: [source], weakest: Infinity }];
  for (let left = length - 1; left >= 0; left--) {
    const longer = level.flatMap((path) => extend(path, left, target, neighbours, distance));
    level = longer.sort(byEvidence).slice(0, WIDTH);
  }
  return level.map((path) => path.nodes);
}

/** The path with one node more, from which the target is at most `left` hops away. */
function extend(
  { nodes, weakest }: PathSoFar,
  left: number,
  target: string,
  neighbours: Neighbours,
  distance: ReadonlyMap<string, number>,
): readonly PathSoFar[] {
  const longer: PathSoFar[] = [];
  for (const [next, edges] of neighbours.get(nodes.at(-1)!) ?? []) {
    const isClose = (distance.get(next) ?? Infinity) <= left;
    const isEarly = next === target && left > 0;
    if (!isClose || isEarly || nodes.includes(next)) continue;
    longer.push({ nodes: [...nodes, next], weakest: Math.min(weakest, edges) });
  }
  return longer;
}

const byEvidence = (a: PathSoFar, b: PathSoFar): number =>
  b.weakest - a.weakest || byCodeUnit(a.nodes.join(' '), b.nodes.join(' '));
