import { byCodeUnit } from '../ids.ts';
import type { TieCount } from '../store/store.ts';
import { blocs } from './blocs.ts';
import type { Blocs } from './blocs.ts';
import { centralities } from './centrality.ts';
import type { Centrality } from './centrality.ts';
import { communities } from './communities.ts';
import type { Communities } from './communities.ts';
import { isActorId, pairsOf } from './network.ts';
import { signedPairs, triads } from './triads.ts';
import type { Triads } from './triads.ts';

export interface AnalysisOptions {
  /** Most nodes to rank, triads of each kind and contradicting pairs to list. */
  readonly nodes: number;
  readonly triads: number;
  /** Most blocs, 2..8. */
  readonly blocs: number;
}
export interface RankedNode extends Centrality {
  readonly id: string;
}
export interface Analysis {
  /** What it was computed on. */
  readonly of: { readonly nodes: number; readonly pairs: number; readonly edges: number };
  /** The nodes with most attention, by PageRank. */
  readonly ranking: readonly RankedNode[];
  readonly communities: Communities;
  readonly signed: { readonly cooperative: number; readonly conflictual: number; readonly triads: Triads };
  readonly blocs: Blocs;
}

/**
 * Measures of a graph given as its ties. Centrality is that of all nodes; communities, triads and blocs are of actors, and
 * members of a group stand in the order of their PageRank.
 */
export function analyse(ties: readonly TieCount[], options: AnalysisOptions): Analysis {
  const pairs = pairsOf(ties);
  const ranked = [...centralities(ties, pairs)]
    .map(([id, measures]) => ({ id, ...measures }))
    .sort((a, b) => b.pagerank - a.pagerank || byCodeUnit(a.id, b.id));
  const between = pairs.filter((pair) => isActorId(pair.source) && isActorId(pair.target));
  const signed = signedPairs(between);
  const partition = blocs(signed, options.blocs);
  const cooperation = communities(between);
  const place = new Map(ranked.map(({ id }, i) => [id, i]));
  const byAttention = (group: readonly string[]): readonly string[] =>
    [...group].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  return {
    of: {
      nodes: ranked.length,
      pairs: pairs.length,
      edges: ties.reduce((sum, tie) => sum + tie.edges, 0),
    },
    ranking: ranked.slice(0, options.nodes),
    communities: { ...cooperation, groups: cooperation.groups.map(byAttention) },
    signed: {
      cooperative: signed.filter((pair) => pair.sign > 0).length,
      conflictual: signed.filter((pair) => pair.sign < 0).length,
      triads: triads(signed, options.triads),
    },
    blocs: {
      ...partition,
      groups: partition.groups.map(byAttention),
      frustrated: partition.frustrated.slice(0, options.triads),
    },
  };
}
