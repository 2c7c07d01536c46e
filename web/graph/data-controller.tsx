import { useEffect, useRef } from 'react';
import type { Picture } from './draw.ts';
import type { Layout } from './layout.ts';
import { createLayout } from './layout.ts';
import type { Point } from './place.ts';
import { useSigma } from './sigma-context.ts';
import { syncDrawing } from './sync.ts';

/** Keeps the drawing equal to the picture and lays out what is new. */
export function DataController({ picture }: { readonly picture: Picture }) {
  const sigma = useSigma();
  const layout = useRef<Layout | null>(null);
  const memory = useRef(new Map<string, Point>());

  useEffect(() => {
    const graph = sigma.getGraph();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    layout.current = createLayout(graph, {
      calm,
      canvas: () => sigma.getDimensions(),
      onDone: () => graph.forEachNode((id, { x, y }) => memory.current.set(id, { x, y })),
    });
    return () => layout.current?.stop();
  }, [sigma]);

  useEffect(() => {
    const { fresh } = syncDrawing(sigma.getGraph(), picture, memory.current);
    if (fresh.size > 0) layout.current?.start(fresh);
  }, [sigma, picture]);

  return null;
}
