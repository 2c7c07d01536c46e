import { createContext, useContext } from 'react';
import type { Edge } from '../../server/contract.ts';
import type { Ontology } from '../state/graph/ontology.ts';
import type { VisibleGraph } from '../state/graph/use-visible-graph.ts';
import type { View } from '../state/view/view.ts';

/** What every workspace and panel may know and do. */
export interface Explorer {
  readonly ontology: Ontology;
  readonly graph: VisibleGraph;
  /** The graph is the answer to what the view asks for now, not to what it asked for before. */
  readonly isGraphThere: boolean;
  readonly view: View;
  /** Edges of the statement that is open, if one is. */
  readonly statementEdges: readonly Edge[] | undefined;
  /** Opens the dialog that takes a new statement. */
  readonly addStatement: () => void;
}
const Context = createContext<Explorer | null>(null);
export const ExplorerProvider = Context.Provider;

export function useExplorer(): Explorer {
  const explorer = useContext(Context);
  if (!explorer) throw new Error('useExplorer: put the component inside ExplorerProvider');
  return explorer;
}

/** The name of a node as far as it is loaded. */
export const useNameOf = (): ((id: string) => string) => {
  const { nodes } = useExplorer().graph.loaded;
  return (id) => nodes.get(id)?.name ?? id.replace(/^\w+:/, '');
};
