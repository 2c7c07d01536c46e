import { useMemo } from 'react';
import type { GraphPart } from '../../../server/contract.ts';
import { useBaseGraph, useExpansions, useStatement, useTie } from '../../api/queries.ts';
import type { View } from '../view/view.ts';
import { passing } from './filter.ts';
import type { Ontology } from './ontology.ts';
import type { Loaded, Tie } from './ties.ts';
import { groupTies, mergeParts } from './ties.ts';

/** What the canvas and the list show: the base graph and what was added to it, through the filters. */
export interface VisibleGraph {
  readonly loaded: Loaded;
  readonly ties: readonly Tie[];
  /** Edges shown of those that pass the filters in all. */
  readonly shownEdges: number;
  readonly totalEdges: number;
  readonly truncated: boolean;
}

function visible(
  parts: readonly (Pick<GraphPart, 'nodes' | 'edges'> | undefined)[],
  base: GraphPart | undefined,
  isFresh: boolean,
  view: View,
  ontology: Ontology,
): VisibleGraph {
  const loaded = mergeParts(parts);
  const filter = {
    types: new Set(view.types ?? ontology.typeNames),
    labels: view.labels ? new Set(view.labels) : null,
    from: view.from,
    to: view.to,
  };
  const answered = new Set(isFresh ? base?.edges.map((edge) => edge.id) : []);
  const edges = passing(loaded, filter, answered);
  return {
    loaded,
    ties: groupTies(edges, ontology.isDirected),
    shownEdges: edges.length,
    totalEdges: Math.max(base?.totalEdges ?? 0, edges.length),
    truncated: base?.truncated ?? false,
  };
}

export function useVisibleGraph(view: View, ontology: Ontology | undefined) {
  const base = useBaseGraph(view, ontology);
  const expansions = useExpansions(view.expanded, ontology);
  const tie = useTie(view.selection, ontology);
  const statement = useStatement(view.selection?.kind === 'statement' ? view.selection.id : undefined);
  const said = statement.data?.graph;
  const graph = useMemo(
    () =>
      ontology &&
      visible([base.data, ...expansions, tie.part, said], base.data, !base.isPlaceholderData, view, ontology),
    // The view's selection and mode change nothing here, only its filters do.
    [
      base.data,
      base.isPlaceholderData,
      expansions,
      tie.part,
      said,
      ontology,
      view.types,
      view.labels,
      view.from,
      view.to,
    ],
  );
  return { graph, base, statementEdges: said?.edges };
}
