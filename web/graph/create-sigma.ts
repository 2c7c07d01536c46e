import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createNodeBorderProgram } from '@sigma/node-border';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering';
import { createEdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { drawLineLabel } from './draw-line-label.ts';
import type { LineLook, NodeLook, Renderer } from './sigma-context.ts';

// Actors are discs, what they talk about is a ring: the kind shows without colour too.
const node = createNodeBorderProgram<NodeLook, LineLook>({
  borders: [
    { color: { attribute: 'borderColor' }, size: { value: 0.28, mode: 'relative' } },
    { color: { attribute: 'color' }, size: { fill: true } },
  ],
}) as NodeProgramType<NodeLook, LineLook>;

type Edge = EdgeProgramType<NodeLook, LineLook>;

const head = { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3.2 };
const arrow = createEdgeArrowProgram<NodeLook, LineLook>(head);
const curve = createEdgeCurveProgram<NodeLook, LineLook>({
  arrowHead: null,
  drawLabel: drawLineLabel,
});
const curvedArrow = createEdgeCurveProgram<NodeLook, LineLook>({
  arrowHead: { extremity: 'target', ...head },
  drawLabel: drawLineLabel,
});

const pause = (): Promise<void> => new Promise((next) => setTimeout(next));

/** The first context starts the browser's graphics, which takes a while: here, and not with all else below. */
const wakeGraphics = (): void =>
  new OffscreenCanvas(1, 1).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();

/**
 * The graphics must compile a program for each way to draw, which takes a while: in steps, so that the page answers between.
 * @throws when the browser has no WebGL, and what the signal says.
 */
export async function createSigma(container: HTMLElement, signal: AbortSignal): Promise<Renderer> {
  wakeGraphics();
  await pause();
  signal.throwIfAborted();
  const sigma = create(container);
  let edgeProgramClasses = sigma.getSetting('edgeProgramClasses');
  for (const [name, program] of Object.entries({ curve, curvedArrow })) {
    await pause();
    if (signal.aborted) {
      sigma.kill();
      throw signal.reason;
    }
    edgeProgramClasses = { ...edgeProgramClasses, [name]: program as Edge };
    sigma.setSetting('edgeProgramClasses', edgeProgramClasses);
  }
  return sigma;
}

function create(container: HTMLElement): Renderer {
  return new Sigma<NodeLook, LineLook>(new MultiDirectedGraph<NodeLook, LineLook>(), container, {
    // By the names that sigma uses itself: beside others it would compile its own as well.
    nodeProgramClasses: { circle: node },
    edgeProgramClasses: { line: EdgeRectangleProgram as Edge, arrow: arrow as Edge },
    // Lines are found by line-at.ts: by their own pixels they would be too thin to click.
    enableEdgeEvents: false,
    renderEdgeLabels: true,
    edgeLabelSize: 11,
    defaultDrawEdgeLabel: drawLineLabel,
    labelFont: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
    edgeLabelFont: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
    labelSize: 12,
    labelWeight: '500',
    labelDensity: 4,
    labelGridCellSize: 70,
    labelRenderedSizeThreshold: 2,
    minEdgeThickness: 1.3,
    stagePadding: Math.min(56, container.clientWidth * 0.08),
    zIndex: true,
    minCameraRatio: 0.04,
    maxCameraRatio: 3,
    hideEdgesOnMove: false,
    allowInvalidContainer: true,
  });
}
