export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly members: readonly number[];
}

function boxes({ x, y }: Positions, component: Uint32Array): readonly Box[] {
  const members: number[][] = [];
  component.forEach((c, i) => (members[c] ??= []).push(i));
  return members.map((list) => {
    const xs = list.map((i) => x[i] ?? 0);
    const ys = list.map((i) => y[i] ?? 0);
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      bottom: Math.min(...ys),
      top: Math.max(...ys),
      members: list,
    };
  });
}

/**
 * Moves the small separate parts beside the largest one, in columns to its right or in rows below it, whichever suits a
 * canvas of this shape (`aspect`: width to height). Left to the forces alone they drift away and the rest gets tiny.
 */
export function pack(positions: Positions, component: Uint32Array, aspect: number): void {
  const [main, ...others] = boxes(positions, component);
  if (!main || others.length === 0) return;
  const [width, height] = [main.right - main.left, main.top - main.bottom];
  const gap = 0.07 * Math.max(width, height, 1);
  const beside = width <= height * aspect;
  // In steps along the strip, then across it: columns run down, rows run right.
  const length = Math.max(beside ? height : width, gap);
  let [along, across, thickness] = [0, gap, 0];
  for (const box of others) {
    const [w, h] = [box.right - box.left + gap, box.top - box.bottom + gap];
    const [run, rise] = beside ? [h, w] : [w, h];
    if (along > 0 && along + run > length) [along, across, thickness] = [0, across + thickness, 0];
    const dx = beside ? main.right + across + gap / 2 - box.left : main.left + along + gap / 2 - box.left;
    const dy = beside ? main.top - along - gap / 2 - box.top : main.bottom - across - gap / 2 - box.top;
    for (const i of box.members) {
      positions.x[i] = (positions.x[i] ?? 0) + dx;
      positions.y[i] = (positions.y[i] ?? 0) + dy;
    }
    along += run;
    thickness = Math.max(thickness, rise);
  }
}
