/** A name that wants a place on the canvas, in pixels. */
export interface Wish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the node. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Greater goes first. */
  readonly rank: number;
  /** Drawn on a plate, and always. */
  readonly isCentre: boolean;
}
export interface Placed {
  readonly text: string;
  /** Middle of the text, and its base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isCentre: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

const GAP = 2;
const CELL = 80;
/** Radius, in pixels, from which a disc is large. */
const LARGE = 8;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes by the cells they touch, so that thousands of names stay fast. */
function createField() {
  const cells = new Map<string, Box[]>();
  const visit = (box: Box, each: (key: string) => boolean): boolean => {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
        if (each(`${x},${y}`)) return true;
      }
    }
    return false;
  };
  return {
    isTaken: (box: Box): boolean =>
      visit(box, (key) => cells.get(key)?.some((other) => overlap(box, other)) ?? false),
    take(box: Box): void {
      visit(box, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
        return false;
      });
    },
  };
}

/** Under the node, above it, to its right, to its left: middle and top of the text. */
function candidates({ x, y, radius, width, height }: Wish): readonly (readonly [x: number, top: number])[] {
  const side = radius + GAP + width / 2 + 2;
  return [
    [x, y + radius + GAP],
    [x, y - radius - GAP - height],
    [x + side, y - height / 2],
    [x - side, y - height / 2],
  ];
}

/** Gives the names places inside `frame` where they cover neither each other nor a larger node; who finds none stays unnamed. */
export function placeLabels(wishes: readonly Wish[], frame: Frame): readonly Placed[] {
  const field = createField();
  const small = createField();
  for (const { x, y, radius } of wishes) {
    const r = radius * 0.8;
    (radius < LARGE ? small : field).take({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  const order = [...wishes].sort((a, b) => b.rank - a.rank || (a.text < b.text ? -1 : 1));
  return order.flatMap((wish) => {
    const boxes = candidates(wish).map(([x, top]) => boxAt(wish, x, top));
    const fits = (box: Box): boolean =>
      box.left >= 0 && box.right <= frame.width && box.bottom <= frame.height && !field.isTaken(box);
    const clear = boxes.find((box) => fits(box) && !small.isTaken(box));
    // The name of a large node may cover a small disc rather than be missing.
    const box =
      clear ??
      (wish.radius >= LARGE ? boxes.find(fits) : undefined) ??
      (wish.isCentre ? boxes[0] : undefined);
    if (!box) return [];
    field.take(box);
    const { text, width, height, isCentre } = wish;
    return [{ text, x: (box.left + box.right) / 2, y: box.top + height * 0.82, width, height, isCentre }];
  });
}

const boxAt = ({ width, height }: Wish, x: number, top: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top,
  bottom: top + height,
});
