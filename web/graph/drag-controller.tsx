import { useEffect } from 'react';
import type { MouseCoords, SigmaNodeEventPayload } from 'sigma/types';
import type { Point } from './place.ts';
import { useSigma } from './sigma-context.ts';

interface Props {
  /** Told when a node was put somewhere. */
  readonly onPlaced: (id: string, place: Point) => void;
}

/** Less than this, in pixels, is a click that trembled. */
const TREMBLE = 3;

/** Nodes follow the pointer while it is held down on them. */
export function DragController({ onPlaced }: Props) {
  const sigma = useSigma();

  useEffect(() => {
    const graph = sigma.getGraph();
    let held: { readonly id: string; readonly from: Point; isMoved: boolean } | null = null;
    const onDown = ({ node, event }: SigmaNodeEventPayload): void => {
      if ('shiftKey' in event.original && event.original.shiftKey) return;
      held = { id: node, from: { x: event.x, y: event.y }, isMoved: false };
      // The frame of the picture must not follow the node that is moved.
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
      event.preventSigmaDefault();
    };
    const onMove = ({ event }: { event: MouseCoords }): void => {
      if (!held || !graph.hasNode(held.id)) return;
      held.isMoved ||= Math.hypot(event.x - held.from.x, event.y - held.from.y) > TREMBLE;
      if (!held.isMoved) return;
      const { x, y } = sigma.viewportToGraph(event);
      graph.mergeNodeAttributes(held.id, { x, y });
      event.preventSigmaDefault();
      event.original.preventDefault();
    };
    const onUp = (): void => {
      if (held?.isMoved && graph.hasNode(held.id)) {
        const { x, y } = graph.getNodeAttributes(held.id);
        onPlaced(held.id, { x, y });
      }
      held = null;
      sigma.setCustomBBox(null);
    };
    sigma.on('downNode', onDown);
    sigma.on('moveBody', onMove as never);
    sigma.on('upNode', onUp);
    sigma.on('upStage', onUp);
    return () => {
      sigma.off('downNode', onDown);
      sigma.off('moveBody', onMove as never);
      sigma.off('upNode', onUp);
      sigma.off('upStage', onUp);
    };
  }, [sigma, onPlaced]);

  return null;
}
