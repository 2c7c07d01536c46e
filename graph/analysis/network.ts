import { DirectedGraph, UndirectedGraph } from 'graphology';
import { byCodeUnit } from '../ids.ts';
import type { EdgeType } from '../model.ts';
import { UNDIRECTED, isActor } from '../model.ts';
import type { NodeLabel } from '../model.ts';
import { ontology } from '../ontology/ontology.ts';
import type { TieCount } from '../store/store.ts';

/** What two nodes have to do with each other, whoever acts. `source` is the lesser id. */
export interface Pair {
  readonly source: string;
  readonly target: string;
  /** Edges of any type, of cooperative and of conflictual relations. */
  readonly edges: number;
  readonly cooperation: number;
  readonly conflict: number;
  /** Sum of the PLOVER scores of those edges. */
  readonly score: number;
}

/** PLOVER score of a relation, -10..10; 0 of what is neither cooperation nor conflict. */
export const scoreOf = (type: EdgeType): number => ontology.relations[type]?.score ?? 0;

const LABEL_OF_PREFIX: ReadonlyMap<string, string> = new Map(
  Object.entries(ontology.labels).map(([label, { prefix }]) => [prefix, label]),
);

/** The label that an id speaks of: `country:IRN` is a Country. */
export const labelOfId = (id: string): NodeLabel | undefined =>
  LABEL_OF_PREFIX.get(id.slice(0, id.indexOf(':'))) as NodeLabel | undefined;

export function isActorId(id: string): boolean {
  const label = labelOfId(id);
  return label !== undefined && isActor(label);
}

/** Sums ties by their two ends; what a node does to itself is left out. Sorted by ends. */
export function pairsOf(ties: readonly TieCount[]): readonly Pair[] {
  const pairs = new Map<string, { -readonly [K in keyof Pair]: Pair[K] }>();
  for (const { source, target, type, edges } of ties) {
    if (source === target) continue;
    const [a, b] = source < target ? [source, target] : [target, source];
    const key = `${a} ${b}`;
    const pair = pairs.get(key) ?? { source: a, target: b, edges: 0, cooperation: 0, conflict: 0, score: 0 };
    const score = scoreOf(type);
    pair.edges += edges;
    pair.score += score * edges;
    if (score > 0) pair.cooperation += edges;
    if (score < 0) pair.conflict += edges;
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort(byEnds);
}

const byEnds = (a: Pair, b: Pair): number => byCodeUnit(a.source, b.source) || byCodeUnit(a.target, b.target);

export interface Weight {
  readonly weight: number;
}

/** Pairs as a graph with one edge for each, weighed by `weigh`; those that weigh nothing are left out. */
export function undirectedGraph(
  pairs: readonly Pair[],
  weigh: (pair: Pair) => number,
): UndirectedGraph<object, Weight> {
  const graph = new UndirectedGraph<object, Weight>();
  for (const pair of pairs) {
    const weight = weigh(pair);
    if (weight > 0) graph.mergeEdge(pair.source, pair.target, { weight });
  }
  return graph;
}

/** Who speaks of or acts on whom, weighed by edges; relations that hold both ways count both ways. */
export function directedGraph(ties: readonly TieCount[]): DirectedGraph<object, Weight> {
  const graph = new DirectedGraph<object, Weight>();
  const add = (source: string, target: string, edges: number): void => {
    graph.updateEdge(source, target, (old) => ({ weight: (old.weight ?? 0) + edges }));
  };
  for (const { source, target, type, edges } of ties) {
    if (source === target) continue;
    add(source, target, edges);
    if (UNDIRECTED.has(type)) add(target, source, edges);
  }
  return graph;
}
