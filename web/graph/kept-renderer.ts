import type { Renderer } from './sigma-context.ts';

/** Where the camera of a new renderer stands. */
const START = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

let kept: Renderer | undefined;

/** Keeps a renderer that is not shown now: a new one would hold the page up while the graphics compile its programs. */
export function keepRenderer(renderer: Renderer): void {
  kept?.kill();
  kept = renderer;
}

/** The renderer that was kept, empty as a new one; none when there is none, or the browser took its graphics away. */
export function takeRenderer(): Renderer | undefined {
  const renderer = kept;
  kept = undefined;
  if (!renderer) return undefined;
  // A canvas that is drawn on in two dimensions has no such context.
  if (Object.values(renderer.getCanvases()).some((canvas) => canvas.getContext('webgl2')?.isContextLost())) {
    renderer.kill();
    return undefined;
  }
  renderer.getGraph().clear();
  renderer.setCustomBBox(null);
  renderer.getCamera().setState(START);
  renderer.getContainer().classList.remove('pointing');
  return renderer;
}
