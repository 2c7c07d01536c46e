import { useEffect, useRef } from 'react';
import type { Point } from './place.ts';
import type { Renderer } from './sigma-context.ts';
import { useSigma } from './sigma-context.ts';

/** The part of a phone's window that the panel covers from below: see styles/phones.css. */
const COVERED = 0.58;
const MARGIN = 40;
/** The ends of a line nearer than this, in pixels, hide it; it is then shown this long. */
const SHORT = 80;
const LONG = 180;

const isCovered = (): boolean => matchMedia('(max-width: 48em)').matches;

/** Pixels from the top of the canvas that nothing covers. */
function freeHeight(sigma: Renderer): number {
  const { height } = sigma.getDimensions();
  if (!isCovered()) return height;
  const { top } = sigma.getContainer().getBoundingClientRect();
  return Math.min(height, innerHeight * (1 - COVERED) - top);
}

function isInSight(sigma: Renderer, { x, y }: Point): boolean {
  const { width } = sigma.getDimensions();
  const bottom = freeHeight(sigma) - MARGIN;
  return x > MARGIN && x < width - MARGIN && y > MARGIN && y < bottom;
}

/** How much nearer or farther the camera must be for two points to be apart, but both on the canvas. */
function zoomFor(sigma: Renderer, [a, b]: readonly Point[]): number {
  if (!a || !b) return 1;
  const distance = Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  const { width } = sigma.getDimensions();
  const room = Math.min(width, freeHeight(sigma)) - 2 * MARGIN;
  if (distance < SHORT) return distance / LONG;
  return Math.max(1, distance / Math.max(room, LONG));
}

async function bringIntoSight(sigma: Renderer, ids: readonly string[]): Promise<void> {
  const graph = sigma.getGraph();
  const there = ids.filter((id) => graph.hasNode(id));
  const places = there.map((id) => sigma.graphToViewport(graph.getNodeAttributes(id)));
  const framed = there.flatMap((id) => sigma.getNodeDisplayData(id) ?? []);
  const zoom = zoomFor(sigma, places);
  if (framed.length === 0 || (zoom >= 1 && places.every((place) => isInSight(sigma, place)))) return;
  const camera = sigma.getCamera();
  const { minCameraRatio } = sigma.getSettings();
  const ratio = Math.max(minCameraRatio ?? 0, Math.min(camera.ratio, ids.length > 1 ? 1 : 0.7) * zoom);
  const mean = (axis: 'x' | 'y'): number => framed.reduce((sum, node) => sum + node[axis], 0) / framed.length;
  // From the middle of the canvas to the middle of what is free of it, at the ratio to come.
  const [middle, free] = [sigma.getDimensions().height, freeHeight(sigma)].map(
    (y) => sigma.viewportToFramedGraph({ x: 0, y: y / 2 }).y,
  );
  const shift = (Math.abs((middle ?? 0) - (free ?? 0)) * ratio) / camera.ratio;
  await camera.animate({ x: mean('x'), y: mean('y') - shift, ratio }, { duration: 400 });
}

/** Once the panel has opened beside the canvas, and again when what had to be loaded has come to rest, on a slow machine late: unless somebody moves the camera before. */
function keepInSight(sigma: Renderer, ids: readonly string[]): () => void {
  const camera = sigma.getCamera();
  let isOurs = false;
  const move = async (): Promise<void> => {
    isOurs = true;
    await bringIntoSight(sigma, ids);
    isOurs = false;
  };
  const timers = [150, 1500, 5000].map((delay) => setTimeout(() => void move(), delay));
  const leave = (): void => {
    timers.forEach(clearTimeout);
    camera.off('updated', yieldTo);
  };
  const yieldTo = (): void => {
    if (!isOurs) leave();
  };
  camera.on('updated', yieldTo);
  return leave;
}

interface Props {
  readonly nodes: readonly string[];
  /** The address says where the camera is. */
  readonly isPlaced: boolean;
}

/** Moves the camera when the selected node, or an end of the selected line, is out of sight. */
export function CameraController({ nodes, isPlaced }: Props) {
  const sigma = useSigma();
  /** The place that a link gives is not left for what the link selects. */
  const skip = useRef(isPlaced);

  useEffect(() => {
    const skips = skip.current;
    skip.current = false;
    if (nodes.length === 0 || skips) return undefined;
    return keepInSight(sigma, nodes);
  }, [sigma, nodes]);

  return null;
}
