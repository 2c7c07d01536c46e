/** What the page and its layout worker tell each other. Nodes go by their place in the list. */
export interface LayoutRequest {
  readonly run: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  /** 1 keeps a node where it is. */
  readonly fixed: Uint8Array;
  /** Pairs of nodes, one weight each. */
  readonly ends: Uint32Array;
  readonly weight: Float64Array;
  /** How many pixels the longer side of the canvas has; `size` is in pixels too. */
  readonly pixels: number;
  /** The canvas is higher than wide. */
  readonly portrait: boolean;
  /** New data in a settled picture moves it less than a first layout. */
  readonly slices: number;
}
export interface LayoutProgress {
  readonly run: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly done: boolean;
}
