import { createContext, useContext } from 'react';
import type { Ontology } from '../state/graph/ontology.ts';
import type { VisibleGraph } from '../state/graph/use-visible-graph.ts';
import type { View } from '../state/view/view.ts';

export interface Explorer {
  readonly ontology: Ontology;
  readonly graph: VisibleGraph;
  readonly view: View;
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
