import { useEffect, useRef } from 'react';
import type { Places } from './arrange.ts';
import type { Picture } from './draw.ts';
import type { Layout } from './layout.ts';
import { createLayout } from './layout.ts';
import type { Pins } from './pins.ts';
import type { Point } from './place.ts';
import type { Renderer } from './sigma-context.ts';
import { useSigma } from './sigma-context.ts';
import { syncDrawing } from './sync.ts';

interface Props {
  readonly picture: Picture;
  /** Where an arrangement puts each node; undefined where forces decide. */
  readonly places?: Places | undefined;
  readonly pins?: Pins;
}

/** Nodes from which placing names anew for every frame would make moving the camera slow. */
const LARGE = 1500;
const NO_PINS: Pins = new Map();

/** Where the forces left each node: an arrangement does not touch it, and a renderer that is kept finds it again. */
const memories = new WeakMap<Renderer, Map<string, Point>>();

function memoryOf(sigma: Renderer): Map<string, Point> {
  const known = memories.get(sigma) ?? new Map<string, Point>();
  memories.set(sigma, known);
  return known;
}

/** Keeps the drawing equal to the picture and lays out what is new. */
export function DataController({ picture, places, pins = NO_PINS }: Props) {
  const sigma = useSigma();
  const layout = useRef<Layout | null>(null);
  const isArranged = useRef(false);

  useEffect(() => {
    const graph = sigma.getGraph();
    const memory = memoryOf(sigma);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    layout.current = createLayout(graph, {
      calm,
      canvas: () => sigma.getDimensions(),
      onDone: () => graph.forEachNode((id, { x, y }) => memory.set(id, { x, y })),
    });
    return () => layout.current?.stop();
  }, [sigma]);

  useEffect(() => {
    const graph = sigma.getGraph();
    const memory = memoryOf(sigma);
    if (!isArranged.current) graph.forEachNode((id, { x, y }) => memory.set(id, { x, y }));
    isArranged.current = places !== undefined;
    const fixed = new Map([...(places ?? []), ...pins]);
    const { fresh } = syncDrawing(graph, picture, memory, fixed);
    const isLarge = graph.order > LARGE;
    if (sigma.getSetting('hideLabelsOnMove') !== isLarge) sigma.setSetting('hideLabelsOnMove', isLarge);
    if (places !== undefined) layout.current?.cancel();
    else if (fresh.size > 0)
      // The new picture is drawn first: the layout would take the processor from it. It may be arranged by then.
      sigma.once('afterRender', () => {
        if (!isArranged.current) layout.current?.start(fresh, pins);
      });
  }, [sigma, picture, places, pins]);

  return null;
}
