/** Where the camera is, in the renderer's own units: the middle of the graph is (0.5, 0.5), all of it is in sight at 1. */
export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

const START: CameraPlace = { x: 0.5, y: 0.5, ratio: 1 };
/** To less than a pixel at the nearest that the camera goes. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/** As text for the address; empty where it starts. */
export function writeCamera({ x, y, ratio }: CameraPlace): string {
  const text = [x, y, ratio].map(round).join(',');
  return text === [START.x, START.y, START.ratio].join(',') ? '' : text;
}

/** The start when the text names no place. */
export function readCamera(text: string | undefined): CameraPlace {
  const [x, y, ratio] = (text ?? '').split(',').map(Number);
  const isPlace = [x, y, ratio].every((n) => n !== undefined && Number.isFinite(n)) && (ratio ?? 0) > 0;
  return isPlace ? { x: x ?? 0, y: y ?? 0, ratio: ratio ?? 1 } : START;
}
