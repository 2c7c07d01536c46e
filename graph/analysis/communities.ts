import { byCodeUnit } from '../ids.ts';
import { louvain } from './algorithms.ts';
import { undirectedGraph } from './network.ts';
import type { Pair } from './network.ts';
import { seeded } from './random.ts';

export interface Communities {
  /** How much denser cooperation is inside than chance would have it: 0 no more, towards 1 much more. */
  readonly modularity: number;
  /** The largest first. */
  readonly groups: readonly (readonly string[])[];
}

/**
 * Who cooperates with whom: Louvain's method (Blondel et al. 2008) on cooperative ties between actors, weighed by edges,
 * with seeded choices. Actors without a cooperative tie are in no group.
 */
export function communities(pairs: readonly Pair[]): Communities {
  const graph = undirectedGraph(pairs, (pair) => pair.cooperation);
  if (graph.size === 0) return { modularity: 0, groups: [] };
  const found = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: seeded(1) });
  const groups = new Map<number, string[]>();
  for (const id of graph.nodes().sort(byCodeUnit)) {
    const group = found.communities[id] ?? 0;
    const members = groups.get(group);
    if (members) members.push(id);
    else groups.set(group, [id]);
  }
  return {
    modularity: Math.round(found.modularity * 1e6) / 1e6,
    groups: [...groups.values()].sort((a, b) => b.length - a.length || byCodeUnit(a[0]!, b[0]!)),
  };
}
