import { useEffect } from 'react';
import type { Renderer } from './sigma-context.ts';
import { useSigma } from './sigma-context.ts';

/** The part of the canvas that nothing covers: on a phone the panel lies over its lower part. */
const COVERED = 0.55;
const MARGIN = 40;

function isInSight(sigma: Renderer, id: string, covered: boolean): boolean {
  const { x, y } = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id));
  const { width, height } = sigma.getDimensions();
  const bottom = covered ? height * (1 - COVERED) : height - MARGIN;
  return x > MARGIN && x < width - MARGIN && y > MARGIN && y < bottom;
}

function bringIntoSight(sigma: Renderer, id: string): void {
  const covered = matchMedia('(max-width: 48em)').matches;
  const data = sigma.getNodeDisplayData(id);
  if (!data || isInSight(sigma, id, covered)) return;
  const camera = sigma.getCamera();
  const ratio = Math.min(camera.ratio, 0.7);
  const shift = covered ? (COVERED / 2) * ratio : 0;
  void camera.animate({ x: data.x, y: data.y - shift, ratio }, { duration: 400 });
}

/** Moves the camera when the selected node is out of sight. */
export function CameraController({ node }: { readonly node: string | null }) {
  const sigma = useSigma();

  useEffect(() => {
    if (node === null) return undefined;
    // After the panel has opened beside the canvas, and the node, when it had to be loaded, has come to rest.
    const timers = [150, 1500].map((delay) =>
      setTimeout(() => {
        if (sigma.getGraph().hasNode(node)) bringIntoSight(sigma, node);
      }, delay),
    );
    return () => timers.forEach(clearTimeout);
  }, [sigma, node]);

  return null;
}
