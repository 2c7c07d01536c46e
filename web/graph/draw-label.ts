import type { NodeHoverDrawingFunction } from 'sigma/rendering';
import type { Scheme } from '../palette.ts';
import { SURFACE } from '../palette.ts';
import type { LineLook, NodeLook } from './sigma-context.ts';

export const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** Letters of a node's name grow a little with the node. */
export const fontSize = (radius: number): number => Math.min(16, 11.5 + Math.max(0, radius - 7) * 0.32);

/** The node under the pointer, or selected: a ring. Its name is placed with the others. */
export function drawRingFor(scheme: Scheme): NodeHoverDrawingFunction<NodeLook, LineLook> {
  return (context, data) => {
    // Sigma goes on calling a node hovered when the pointer left the canvas from it at once.
    if (!('highlighted' in data && data.highlighted)) return;
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = SURFACE[scheme].text;
    context.stroke();
  };
}
