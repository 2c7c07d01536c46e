import type { Point } from './place.ts';

/** Nodes that somebody put somewhere, by id: they stay there whatever the layout does. */
export type Pins = ReadonlyMap<string, Point>;

const SEPARATOR = '~';
const PIN = /^(.+)@(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/;

/** As text for the address; whole units are exact enough. */
export const writePins = (pins: Pins): string =>
  [...pins].map(([id, { x, y }]) => `${id}@${Math.round(x)},${Math.round(y)}`).join(SEPARATOR);

export function readPins(text: string | undefined): Pins {
  const pins = new Map<string, Point>();
  for (const part of text?.split(SEPARATOR) ?? []) {
    const [, id, x, y] = PIN.exec(part) ?? [];
    if (id !== undefined) pins.set(id, { x: Number(x), y: Number(y) });
  }
  return pins;
}
