// Draws the same made-up graph with our canvas or with sigma alone, and measures: see ../bench.ts.
/// <reference types="vite/client" />
import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import { createRoot } from 'react-dom/client';
import Sigma from 'sigma';
import type { EdgeProgramType } from 'sigma/rendering';
import { DEFAULT_EDGE_ARROW_HEAD_PROGRAM_OPTIONS } from 'sigma/rendering';
import { AppearanceController } from '../../graph/appearance-controller.tsx';
import { DataController } from '../../graph/data-controller.tsx';
import type { Picture } from '../../graph/draw.ts';
import { GraphCanvas } from '../../graph/graph-canvas.tsx';
import { LabelController } from '../../graph/label-controller.tsx';
import { hash32, startPoint } from '../../graph/place.ts';
import { useSigma } from '../../graph/sigma-context.ts';
import '../../styles/canvas.css';

type Drawer = Pick<Sigma, 'getCamera' | 'getCanvases' | 'getDimensions' | 'getGraph' | 'once'>;
export interface Measured {
  /** Milliseconds from the data to the first picture. */
  readonly first: number;
  /** Milliseconds a frame while the camera moves. */
  readonly frame: number;
  /** Of that, milliseconds in which the main thread draws: what a fast graphics card leaves of it. */
  readonly script: number;
  /** Tasks of more than 50 ms on the main thread, each in milliseconds. */
  readonly longTasks: readonly number[];
}

const FRAMES = 6;
const KINDS = ['Person', 'Country', 'Organization', 'Event', 'Issue', 'Place'];
const FAMILIES = [
  'material-cooperation',
  'verbal-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const;
const NOTHING = { node: null, lines: [], ends: [] };

const parameters = new URLSearchParams(location.search);
const [nodes, edges] = [Number(parameters.get('nodes')), Number(parameters.get('edges'))];
const ids = Array.from({ length: nodes }, (_, i) => `node ${i}`);
const places = new Map(ids.map((id) => [id, startPoint(id, 1000)]));
const end = (i: number, salt: string): string =>
  ids[Math.floor((hash32(`${salt}${i}`) / 2 ** 32) ** 2 * nodes)] ?? '';
/** Every fourth line is bent, as lines beside others are. */
const shapeOf = (i: number) =>
  i % 4 === 0 ? { type: 'curvedArrow' as const, curvature: 0.28 } : { type: 'arrow' as const, curvature: 0 };
const sizeOf = (i: number): number => 4 + (i % 12);

const picture = (): Picture => ({
  nodes: ids.map((id, i) => {
    const kind = KINDS[i % KINDS.length] ?? '';
    return { id, first: '', look: { size: sizeOf(i), label: id, kind, actor: i % 6 < 3 } };
  }),
  lines: Array.from({ length: edges }, (_, i) => ({
    key: `line ${i}`,
    source: end(i, 'a'),
    target: end(i, 'b'),
    look: {
      size: 2,
      family: FAMILIES[i % FAMILIES.length] ?? 'verbal-conflict',
      phrase: 'condemns',
      ...shapeOf(i),
    },
  })),
});

function drawBare(stage: HTMLElement): Promise<Drawer> {
  const graph = new MultiDirectedGraph();
  ids.forEach((id, i) =>
    graph.addNode(id, { ...places.get(id), size: sizeOf(i), label: id, color: '#26324b' }),
  );
  for (let i = 0; i < edges; i++)
    graph.addEdge(end(i, 'a'), end(i, 'b'), { size: 2, color: '#6fa8dc', ...shapeOf(i) });
  const curvedArrow = createEdgeCurveProgram({ arrowHead: DEFAULT_EDGE_ARROW_HEAD_PROGRAM_OPTIONS });
  const settings = { edgeProgramClasses: { curvedArrow: curvedArrow as EdgeProgramType } };
  return Promise.resolve(new Sigma(graph, stage, settings));
}

function drawOurs(stage: HTMLElement): Promise<Drawer> {
  const drawn = picture();
  return new Promise((resolve) => {
    const Tell = (): null => {
      resolve(useSigma() as unknown as Drawer);
      return null;
    };
    createRoot(stage).render(
      <GraphCanvas description="" onUnable={() => undefined}>
        <DataController picture={drawn} places={places} />
        <AppearanceController pointed={NOTHING} scheme="light" />
        <LabelController scheme="light" />
        <Tell />
      </GraphCanvas>,
    );
  });
}

/** Until the graphics card, or what stands for it, has done what it was told: reading a pixel waits for that. */
function finish(sigma: Drawer): void {
  for (const layer of ['edges', 'nodes']) {
    const gl = sigma.getCanvases()[layer]?.getContext('webgl2');
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
}
/** Milliseconds that the main thread took for the next picture. */
const drawn = (sigma: Drawer): Promise<number> =>
  new Promise((done) => {
    let began = 0;
    sigma.once('beforeRender', () => (began = performance.now()));
    sigma.once('afterRender', () => {
      const script = performance.now() - began;
      finish(sigma);
      done(script);
    });
  });
const frame = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));

async function measure(): Promise<Measured> {
  const longTasks: number[] = [];
  new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map((e) => Math.round(e.duration))),
  ).observe({
    type: 'longtask',
    buffered: true,
  });
  const stage = document.getElementById('stage') as HTMLElement;
  const began = performance.now();
  const sigma = await (parameters.get('mode') === 'bare' ? drawBare(stage) : drawOurs(stage));
  // The data is there, and has been drawn by the frame after.
  do await frame();
  while (sigma.getGraph().order < nodes);
  await frame();
  await frame();
  finish(sigma);
  const first = performance.now() - began;
  const { width, height } = sigma.getDimensions();
  if (width !== innerWidth || height !== innerHeight)
    throw new Error(`the picture is ${width} × ${height}, not the page`);
  // As the wheel and the buttons move it.
  void sigma.getCamera().animate({ x: 0.51, y: 0.5, ratio: 0.9 }, { duration: 600_000 });
  await drawn(sigma);
  const moving = performance.now();
  let script = 0;
  for (let i = 0; i < FRAMES; i++) script += await drawn(sigma);
  return { first, frame: (performance.now() - moving) / FRAMES, script: script / FRAMES, longTasks };
}

Object.assign(window, { measured: measure() });
