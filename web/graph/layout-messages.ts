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
  /** In pixels, as `size` is. */
  readonly canvas: { readonly width: number; readonly height: number };
  /** New data in a settled picture moves it less than a first layout. */
  readonly slices: number;
}
export interface LayoutProgress {
  readonly run: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly done: boolean;
}
