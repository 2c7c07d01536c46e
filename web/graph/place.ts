export interface Point {
  readonly x: number;
  readonly y: number;
}

/** FNV-1a: the same number for the same text on every machine. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  // Final mixing, so that names differing in their last letter end up far apart.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const TURN = 2 * Math.PI;

/** Where a node starts: spread evenly over a disc by its id alone. */
export function startPoint(id: string, radius: number): Point {
  const angle = (hash32(id) / 2 ** 32) * TURN;
  const distance = Math.sqrt(hash32(`${id}#`) / 2 ** 32) * radius;
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/** Where a node that arrives later starts: beside those it is tied to. */
export function besides(id: string, neighbours: readonly Point[], radius: number): Point {
  if (neighbours.length === 0) return startPoint(id, radius);
  const offset = startPoint(id, radius * 0.08);
  const mean = (axis: 'x' | 'y'): number =>
    neighbours.reduce((sum, p) => sum + p[axis], 0) / neighbours.length;
  return { x: mean('x') + offset.x, y: mean('y') + offset.y };
}
