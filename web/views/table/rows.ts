import type { Edge, EntityNode } from '../../../server/contract.ts';
import type { Ontology } from '../../state/graph/ontology.ts';
import type { Tie } from '../../state/graph/ties.ts';
import { span, tieEnds, tieKey } from '../../state/graph/ties.ts';
import type { VisibleGraph } from '../../state/graph/use-visible-graph.ts';
import type { Selection } from '../../state/view/view.ts';

export interface TieRow {
  readonly key: string;
  readonly tie: Tie;
  readonly first: string;
  readonly last: string;
}
export interface NodeRow {
  readonly key: string;
  readonly node: EntityNode;
  readonly ties: number;
  readonly edges: number;
}
export interface EdgeRow {
  readonly key: string;
  readonly edge: Edge;
  readonly tie: string;
}

export const tieRows = (graph: VisibleGraph): readonly TieRow[] =>
  graph.ties.map((tie) => {
    const dates = span(tie);
    return { key: tie.key, tie, first: dates?.first ?? '', last: dates?.last ?? '' };
  });

/** The nodes that have a tie, those with most of them first. */
export function nodeRows(graph: VisibleGraph): readonly NodeRow[] {
  const counts = new Map<string, { ties: number; edges: number }>();
  for (const { source, target, edges } of graph.ties) {
    for (const id of new Set([source, target])) {
      const count = counts.get(id) ?? { ties: 0, edges: 0 };
      counts.set(id, { ties: count.ties + 1, edges: count.edges + edges.length });
    }
  }
  return [...counts]
    .flatMap(([key, count]) => {
      const node = graph.loaded.nodes.get(key);
      return node ? [{ key, node, ...count }] : [];
    })
    .sort((a, b) => b.ties - a.ties || (a.key < b.key ? -1 : 1));
}

export const edgeRows = (graph: VisibleGraph): readonly EdgeRow[] =>
  graph.ties.flatMap((tie) => tie.edges.map((edge) => ({ key: edge.id, edge, tie: tie.key })));

/** Key of the row of ties or nodes that the selection stands for. */
export function selectedKey(selection: Selection | null, ontology: Ontology): string | null {
  if (selection?.kind === 'node') return selection.id;
  if (selection?.kind !== 'tie') return null;
  return tieKey(selection.type, ...tieEnds(selection, ontology.isDirected(selection.type)));
}
