/** Pixels between two captions. */
const GAP = 6;
/** So many pixels above the frame a caption still stands, at its upper edge. */
const NEAR = 160;

/** A caption as drawn: `x` is its middle, `y` its lower edge. */
export interface CaptionRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: CaptionRoom, b: CaptionRoom): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && a.y - a.height < b.y && b.y - b.height < a.y;

/** Where each caption stands; undefined of those far above, or for which those before leave no room. */
export function placeCaptions<T extends CaptionRoom>(captions: readonly T[]): readonly (T | undefined)[] {
  const taken: CaptionRoom[] = [];
  return captions.map((caption) => {
    const placed = { ...caption, y: Math.max(caption.y, caption.height) };
    if (caption.y < -NEAR || taken.some((other) => overlap(other, placed))) return undefined;
    taken.push(placed);
    return placed;
  });
}
