import type { NodeHoverDrawingFunction } from 'sigma/rendering';
import type { Scheme } from '../palette.ts';
import { SURFACE } from '../palette.ts';
import type { LineLook, NodeLook } from './sigma-context.ts';

const MAX = 34;
export const shorten = (text: string): string => (text.length > MAX ? `${text.slice(0, MAX - 1)}…` : text);

/** Letters of a node's name grow a little with the node. */
export const fontSize = (radius: number): number => Math.min(16, 11.5 + Math.max(0, radius - 7) * 0.32);

/** The node under the pointer: its whole name on a plate, and a ring. */
export function drawHoverFor(scheme: Scheme): NodeHoverDrawingFunction<NodeLook, LineLook> {
  return (context, data, settings) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = SURFACE[scheme].text;
    context.stroke();
    if (!data.label) return;
    const size = settings.labelSize + 1;
    context.font = `600 ${size}px ${settings.labelFont}`;
    const text = data.label.length > 90 ? `${data.label.slice(0, 89)}…` : data.label;
    const width = context.measureText(text).width + 14;
    const top = data.y + data.size + 8;
    context.fillStyle = SURFACE[scheme].halo;
    context.shadowBlur = 10;
    context.shadowColor = 'rgba(0, 0, 0, 0.35)';
    context.beginPath();
    context.roundRect(data.x - width / 2, top, width, size + 9, 5);
    context.fill();
    context.shadowBlur = 0;
    context.fillStyle = SURFACE[scheme].text;
    context.textAlign = 'center';
    context.fillText(text, data.x, top + size + 3);
    context.textAlign = 'start';
  };
}
