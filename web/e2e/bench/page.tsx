// Draws the same made-up graph with our canvas or with sigma alone, and measures: see ../bench.ts.
import { MultiDirectedGraph } from 'graphology';
import { createRoot } from 'react-dom/client';
import Sigma from 'sigma';
import { AppearanceController } from '../../graph/appearance-controller.tsx';
import { DataController } from '../../graph/data-controller.tsx';
import type { Picture } from '../../graph/draw.ts';
import { GraphCanvas } from '../../graph/graph-canvas.tsx';
import { LabelController } from '../../graph/label-controller.tsx';
import { hash32, startPoint } from '../../graph/place.ts';
import { useSigma } from '../../graph/sigma-context.ts';

interface Drawer {
  readonly getCamera: () => { setState: (place: { x: number; y: number; ratio: number }) => unknown };
  readonly once: (event: 'afterRender', done: () => void) => unknown;
}
export interface Measured {
  /** Milliseconds from the data to the first picture. */
  readonly first: number;
  /** Milliseconds a frame while the camera moves. */
  readonly frame: number;
  /** Tasks of more than 50 ms on the main thread, each in milliseconds. */
  readonly longTasks: readonly number[];
}

const FRAMES = 5;
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
      type: i % 4 === 0 ? ('curvedArrow' as const) : ('arrow' as const),
      curvature: i % 4 === 0 ? 0.28 : 0,
    },
  })),
});

function drawBare(stage: HTMLElement): Promise<Drawer> {
  const graph = new MultiDirectedGraph();
  ids.forEach((id, i) =>
    graph.addNode(id, { ...places.get(id), size: sizeOf(i), label: id, color: '#26324b' }),
  );
  for (let i = 0; i < edges; i++)
    graph.addEdge(end(i, 'a'), end(i, 'b'), { size: 2, color: '#6fa8dc', type: 'arrow' });
  return Promise.resolve(new Sigma(graph, stage) as unknown as Drawer);
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
  // What is drawn with the data in it is drawn by the second frame after.
  await frame();
  await frame();
  const first = performance.now() - began;
  const moving = performance.now();
  for (let i = 0; i < FRAMES; i++) {
    sigma.getCamera().setState({ x: 0.5 + 0.01 * Math.sin(i), y: 0.5, ratio: 1 - 0.02 * i });
    await frame();
  }
  return { first, frame: (performance.now() - moving) / FRAMES, longTasks };
}

Object.assign(window, { measured: measure() });
