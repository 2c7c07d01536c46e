import { useMemo } from 'react';
import type { GraphPart } from '../../../server/contract.ts';
import { useBaseGraph, useExpansions, useStatement, useTie } from '../../api/queries.ts';
import type { View } from '../view/view.ts';
import { passing } from './filter.ts';
import type { Ontology } from './ontology.ts';
import { useShownResult } from './shown-result.ts';
import type { Loaded, Tie } from './ties.ts';
import { groupTies, mergeParts } from './ties.ts';

type Part = Pick<GraphPart, 'nodes' | 'edges'> & Partial<Pick<GraphPart, 'stated'>>;

/** What the canvas and the list show: the base graph and what was added to it, through the filters. */
export interface VisibleGraph {
  readonly loaded: Loaded;
  readonly ties: readonly Tie[];
  /** Edges shown of those that pass the filters in all. */
  readonly shownEdges: number;
  readonly totalEdges: number;
  readonly truncated: boolean;
}

const idsOf = (part: Part | undefined): readonly string[] => part?.edges.map((edge) => edge.id) ?? [];

function visible(
  base: GraphPart | undefined,
  expansions: readonly (Part | undefined)[],
  others: readonly (Part | undefined)[],
  isFresh: boolean,
  view: View,
  ontology: Ontology,
): VisibleGraph {
  const loaded = mergeParts([base, ...expansions, ...others]);
  const filter = {
    types: new Set(view.types ?? ontology.typeNames),
    labels: view.labels ? new Set(view.labels) : null,
    from: view.from,
    to: view.to,
    more: view.more,
    hidden: new Set(view.hidden),
  };
  const answered = new Set([...(isFresh && base ? [base] : []), ...expansions].flatMap(idsOf));
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
  const base = useBaseGraph(view);
  const expansions = useExpansions(view);
  const tie = useTie(view.selection, ontology);
  const statement = useStatement(view.selection?.kind === 'statement' ? view.selection.id : undefined);
  const said = statement.data?.graph;
  const result = useShownResult();
  const graph = useMemo(
    () =>
      ontology &&
      visible(
        result ?? base.data,
        expansions,
        [tie.part, said],
        !!result || !base.isPlaceholderData,
        view,
        ontology,
      ),
    // The view's selection and mode change nothing here, only its filters do.
    [
      result,
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
      view.more,
      view.hidden,
    ],
  );
  return {
    graph,
    base,
    isThere: base.isError || (base.isSuccess && !base.isPlaceholderData),
    statementEdges: said?.edges,
  };
}
