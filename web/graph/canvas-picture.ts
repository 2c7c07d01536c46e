import type { Caption } from './arrange.ts';
import type { CanvasPicture } from '../state/export/figure.ts';
import type { Renderer } from './sigma-context.ts';

/** What sigma draws now, in pixels of the canvas; what is outside the frame is left out. */
export function canvasPicture(sigma: Renderer, captions: readonly Caption[]): CanvasPicture {
  const graph = sigma.getGraph();
  const { width, height } = sigma.getDimensions();
  const nodes = graph.mapNodes((id, look) => {
    const { x, y } = sigma.graphToViewport(look);
    const size = sigma.getNodeDisplayData(id)?.size ?? look.size;
    const radius = sigma.scaleSize(size);
    return { id, x, y, radius, name: look.label, label: look.kind, actor: look.actor };
  });
  const inside = nodes.filter(({ x, y, radius: r }) => x > -r && y > -r && x < width + r && y < height + r);
  const seen = new Set(inside.map((node) => node.id));
  const lines = graph.mapEdges((key, look, source, target) => ({
    key,
    source,
    target,
    curvature: look.curvature,
    width: sigma.scaleSize(look.size),
    family: look.family,
    arrow: look.type === 'arrow' || look.type === 'curvedArrow',
  }));
  return {
    width,
    height,
    nodes: inside,
    captions: captions
      .map((caption) => ({ text: caption.text, ...sigma.graphToViewport(caption) }))
      .filter(({ x, y }) => x > 0 && x < width && y < height),
    lines: lines.filter((l) => seen.has(l.source) && seen.has(l.target)),
  };
}
