import { useEffect } from 'react';
import { dispatch } from '../state/view/store.ts';
import type { Selection } from '../state/view/view.ts';
import { useSigma } from './sigma-context.ts';

/** Clicks on the canvas select; a click beside everything lets go. */
export function PointerController({ tieOf }: { readonly tieOf: (key: string) => Selection | null }) {
  const sigma = useSigma();

  useEffect(() => {
    const onNode = ({ node }: { node: string }): void =>
      dispatch({ kind: 'select', selection: { kind: 'node', id: node } });
    const onEdge = ({ edge }: { edge: string }): void => dispatch({ kind: 'select', selection: tieOf(edge) });
    const onStage = (): void => dispatch({ kind: 'select', selection: null });
    sigma.on('clickNode', onNode);
    sigma.on('clickEdge', onEdge);
    sigma.on('clickStage', onStage);
    return () => {
      sigma.off('clickNode', onNode);
      sigma.off('clickEdge', onEdge);
      sigma.off('clickStage', onStage);
    };
  }, [sigma, tieOf]);

  return null;
}
