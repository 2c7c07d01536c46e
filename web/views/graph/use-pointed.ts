import { useMemo } from 'react';
import type { Edge } from '../../../server/contract.ts';
import type { Pointed } from '../../graph/appearance-controller.tsx';
import { useExplorer } from '../../panels/explorer-context.ts';
import { tieEnds, tieKey } from '../../state/graph/ties.ts';

/** What the selection stands for on the canvas. */
export function usePointed(): Pointed {
  const { view, ontology, statementEdges } = useExplorer();
  const { selection } = view;
  return useMemo(() => {
    const key = (edge: Pick<Edge, 'source' | 'target'> & { readonly type: string }): string =>
      tieKey(edge.type, ...tieEnds(edge, ontology.isDirected(edge.type)));
    if (selection?.kind === 'node') return { node: selection.id, lines: [], ends: [selection.id] };
    if (selection?.kind === 'tie') {
      return { node: null, lines: [key(selection)], ends: [selection.source, selection.target] };
    }
    return { node: null, lines: (selection && statementEdges?.map(key)) ?? [], ends: [] };
  }, [selection, statementEdges, ontology]);
}
