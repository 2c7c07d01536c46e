import { useEffect } from 'react';
import type { SigmaNodeEventPayload } from 'sigma/types';
import { dispatch } from '../state/view/store.ts';
import type { Selection } from '../state/view/view.ts';
import { lineAt } from './line-at.ts';
import type { Point } from './place.ts';
import { useSigma } from './sigma-context.ts';

interface Props {
  readonly tieOf: (key: string) => Selection | null;
  /** A node was clicked with the shift key down. */
  readonly onPick?: (id: string) => void;
}

/** Clicks on the canvas select; a click beside everything lets go. */
export function PointerController({ tieOf, onPick }: Props) {
  const sigma = useSigma();

  useEffect(() => {
    const onNode = ({ node, event }: SigmaNodeEventPayload): void => {
      if ('shiftKey' in event.original && event.original.shiftKey && onPick) onPick(node);
      else dispatch({ kind: 'select', selection: { kind: 'node', id: node } });
    };
    const onStage = ({ event: { x, y } }: { event: Point }): void => {
      const line = lineAt(sigma, { x, y });
      dispatch({ kind: 'select', selection: line === null ? null : tieOf(line) });
    };
    sigma.on('clickNode', onNode);
    sigma.on('clickStage', onStage);
    return () => {
      sigma.off('clickNode', onNode);
      sigma.off('clickStage', onStage);
    };
  }, [sigma, tieOf, onPick]);

  return null;
}
