import type { EdgeLabelDrawingFunction } from 'sigma/rendering';
import type { LineLook, NodeLook } from './sigma-context.ts';

type DrawLineLabel = EdgeLabelDrawingFunction<NodeLook, LineLook>;

/**
 * The relation in the middle of its line, upright and in the line's colour, on a halo; left out where the line is too
 * short for it. The look carries the halo's colour, since the renderer gives drawing functions no other.
 */
export const drawLineLabel: DrawLineLabel = (context, line, source, target, settings) => {
  if (!line.label) return;
  const { curvature = 0, halo = 'transparent', ink = line.color } = line as Partial<LineLook> & typeof line;
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const size = settings.edgeLabelSize;
  context.font = `600 ${size}px ${settings.edgeLabelFont}`;
  const needed = Math.abs(dx) > Math.abs(dy) ? context.measureText(line.label).width : 2 * size;
  if (Math.hypot(dx, dy) - source.size - target.size < needed) return;
  const x = (source.x + target.x) / 2 + (dy * curvature) / 2;
  const y = (source.y + target.y) / 2 - (dx * curvature) / 2 + size * 0.35;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = halo;
  context.fillStyle = ink;
  context.strokeText(line.label, x, y);
  context.fillText(line.label, x, y);
  context.textAlign = 'start';
};
