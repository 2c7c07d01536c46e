import type { Point } from './place.ts';
import type { Renderer } from './sigma-context.ts';

/** How near to a line, in pixels, is on it: lines are too thin to be met exactly. */
const REACH = 7;
const STEPS = 12;

/** Distance from `p` to the straight piece from `a` to `b`. */
export function distanceToPiece(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** The bent line as the renderer draws it: a quadratic curve whose control point lies beside the middle. */
function pointsOf(a: Point, b: Point, curvature: number): readonly Point[] {
  if (curvature === 0) return [a, b];
  const control = {
    x: (a.x + b.x) / 2 + (b.y - a.y) * curvature,
    y: (a.y + b.y) / 2 - (b.x - a.x) * curvature,
  };
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const at = (axis: 'x' | 'y'): number =>
      (1 - t) ** 2 * a[axis] + 2 * (1 - t) * t * control[axis] + t ** 2 * b[axis];
    return { x: at('x'), y: at('y') };
  });
}

export function distanceToLine(p: Point, a: Point, b: Point, curvature: number): number {
  const points = pointsOf(a, b, curvature);
  let least = Infinity;
  for (let i = 1; i < points.length; i += 1) {
    least = Math.min(least, distanceToPiece(p, points[i - 1] ?? a, points[i] ?? b));
  }
  return least;
}

/** Quick refusal: the curve stays within the box of its ends, grown by its bend. */
function isFar(p: Point, a: Point, b: Point, curvature: number): boolean {
  const room = REACH + Math.abs(curvature) * Math.hypot(b.x - a.x, b.y - a.y);
  return (
    p.x < Math.min(a.x, b.x) - room ||
    p.x > Math.max(a.x, b.x) + room ||
    p.y < Math.min(a.y, b.y) - room ||
    p.y > Math.max(a.y, b.y) + room
  );
}

/** The line at a point of the canvas, or null. */
export function lineAt(sigma: Renderer, p: Point): string | null {
  const graph = sigma.getGraph();
  const places = new Map<string, Point>();
  graph.forEachNode((id, look) => places.set(id, sigma.graphToViewport(look)));
  let best: string | null = null;
  let least = REACH;
  graph.forEachEdge((key, { curvature }, source, target) => {
    const [a, b] = [places.get(source), places.get(target)];
    if (!a || !b || isFar(p, a, b, curvature)) return;
    const distance = distanceToLine(p, a, b, curvature);
    if (distance < least) [least, best] = [distance, key];
  });
  return best;
}
