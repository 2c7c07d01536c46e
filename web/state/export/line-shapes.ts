import type { Shape } from './figure.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
interface End extends Point {
  readonly radius: number;
}
interface Line {
  readonly key: string;
  readonly curvature: number;
  readonly width: number;
  readonly arrow: boolean;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** `length` pixels from `from` towards `to`. */
function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / distance) * length,
    y: from.y + ((to.y - from.y) / distance) * length,
  };
}

/** A line as the canvas draws it: bent beside the middle, with a head at the rim of its target. */
export function lineShapes(
  { key, curvature, width, arrow }: Line,
  a: End,
  b: End,
  stroke: string,
): readonly Shape[] {
  const control = {
    x: (a.x + b.x) / 2 + (b.y - a.y) * curvature,
    y: (a.y + b.y) / 2 - (b.x - a.x) * curvature,
  };
  const tip = towards(b, control, b.radius);
  const head = arrow ? Math.max(6, width * 3) : 0;
  const end = arrow ? towards(tip, control, head) : b;
  const bend = curvature === 0 ? `L${at(end)}` : `Q${at(control)} ${at(end)}`;
  const line: Shape = { kind: 'line', d: `M${at(a)}${bend}`, stroke, width, key };
  if (!arrow) return [line];
  const side = { x: ((end.y - tip.y) / head) * head * 0.42, y: ((tip.x - end.x) / head) * head * 0.42 };
  const corners = [
    { x: end.x + side.x, y: end.y + side.y },
    { x: end.x - side.x, y: end.y - side.y },
  ];
  return [line, { kind: 'area', d: `M${at(tip)}L${corners.map(at).join('L')}Z`, fill: stroke, key }];
}
