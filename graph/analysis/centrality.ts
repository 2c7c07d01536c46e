import type { TieCount } from '../store/store.ts';
import { betweennessCentrality, pagerank } from './algorithms.ts';
import { directedGraph, undirectedGraph } from './network.ts';
import type { Pair } from './network.ts';

/** Steps of Brandes' algorithm (nodes times edges) that a person waits for: about two seconds. */
export const MOST_STEPS = 40_000_000;

export interface Centrality {
  /** Different nodes that it has a tie with. */
  readonly degree: number;
  /** Edges that it has a part in. */
  readonly edges: number;
  /** Share of attention, summing to 1 over all nodes. */
  readonly pagerank: number;
  /** Share of the other pairs' shortest ways that lead through it; null when the graph is too large. */
  readonly betweenness: number | null;
}

/**
 * Three answers to "who matters": degree, PageRank weighed by edges (Page, Brin et al. 1999) and betweenness, normalised
 * and unweighted (Freeman 1977, by Brandes 2001).
 */
export function centralities(
  ties: readonly TieCount[],
  pairs: readonly Pair[],
): ReadonlyMap<string, Centrality> {
  const rank = pagerankOf(ties);
  const counts = countPartners(pairs);
  const between = betweennessOf(pairs, counts.size);
  return new Map(
    Array.from(counts, ([id, { degree, edges }]) => [
      id,
      {
        degree,
        edges,
        pagerank: round(rank[id] ?? 0),
        betweenness: between ? round(between[id] ?? 0) : null,
      },
    ]),
  );
}

/** By node, its pairs and their edges. */
function countPartners(
  pairs: readonly Pair[],
): ReadonlyMap<string, { readonly degree: number; readonly edges: number }> {
  const counts = new Map<string, { degree: number; edges: number }>();
  for (const { source, target, edges } of pairs) {
    for (const id of [source, target]) {
      const count = counts.get(id);
      if (count) {
        count.degree += 1;
        count.edges += edges;
      } else counts.set(id, { degree: 1, edges });
    }
  }
  return counts;
}

function betweennessOf(pairs: readonly Pair[], nodes: number): Readonly<Record<string, number>> | undefined {
  if (nodes < 3) return {};
  // Asked first: a graph that is too large is not even built.
  if (nodes * pairs.length > MOST_STEPS) return undefined;
  const graph = undirectedGraph(pairs, (pair) => pair.edges);
  return betweennessCentrality(graph, { getEdgeWeight: null, normalized: true });
}

function pagerankOf(ties: readonly TieCount[]): Readonly<Record<string, number>> {
  const graph = directedGraph(ties);
  // A loose tolerance where many nodes share the rank: the package's default is per node and may never be reached.
  return graph.order === 0
    ? {}
    : pagerank(graph, { getEdgeWeight: 'weight', maxIterations: 500, tolerance: 1e-8 });
}

/** Digits beyond the ninth differ between processors. */
const round = (value: number): number => Math.round(value * 1e9) / 1e9;
