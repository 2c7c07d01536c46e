import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { componentsOf } from './components.ts';
import type { LayoutProgress, LayoutRequest } from './layout-messages.ts';
import type { Positions } from './pack.ts';
import { pack } from './pack.ts';
import { spread } from './spread.ts';

// ForceAtlas2 in slices of our own: the ready-made worker is built from a blob, which a strict
// Content-Security-Policy refuses, and stops by the clock, which gives another picture each time.
const ITERATIONS = 12;
/** Room around a disc, as a multiple of its radius. */
const SPACING = 1.5;

let current = 0;

interface Run {
  readonly request: LayoutRequest;
  readonly graph: Graph;
  readonly component: Uint32Array;
  /** Nothing is held in place: a first layout. */
  readonly isFree: boolean;
}

function begin(request: LayoutRequest): Run {
  const graph = new Graph({ multi: true, type: 'undirected' });
  request.x.forEach((x, i) => {
    graph.addNode(i, { x, y: request.y[i], size: request.size[i], fixed: request.fixed[i] === 1 });
  });
  request.weight.forEach((weight, i) => {
    graph.addEdge(request.ends[2 * i], request.ends[2 * i + 1], { weight });
  });
  const component = componentsOf(graph.order, request.ends);
  return { request, graph, component, isFree: !request.fixed.includes(1) };
}

function positions(graph: Graph): Positions {
  const column = (axis: 'x' | 'y'): Float64Array =>
    Float64Array.from({ length: graph.order }, (_, i) => Number(graph.getNodeAttribute(i, axis)));
  return { x: column('x'), y: column('y') };
}

/** The direction in which the largest part is longest, as an angle. */
function longestAxis({ x, y }: Positions, component: Uint32Array): number {
  const members = [...x.keys()].filter((i) => component[i] === 0);
  const mean = (values: Float64Array): number =>
    members.reduce((sum, i) => sum + (values[i] ?? 0), 0) / members.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const i of members) {
    const [dx, dy] = [(x[i] ?? 0) - mx, (y[i] ?? 0) - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}

/** Turns the picture so that its longest direction lies along the canvas's longer side. */
function turn({ graph, request, component }: Run): void {
  const { width, height } = request.canvas;
  const angle = (height > width ? Math.PI / 2 : 0) - longestAxis(positions(graph), component);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  graph.updateEachNodeAttributes((_, attributes) => {
    const [x, y] = [Number(attributes['x']), Number(attributes['y'])];
    return { ...attributes, x: x * cos - y * sin, y: x * sin + y * cos };
  });
}

/** How many units of the layout a pixel of the canvas will be. */
function unitsPerPixel({ x, y }: Positions, { component, request }: Run): number {
  const extent = (values: Float64Array): number => {
    const main = values.filter((_, i) => component[i] === 0);
    return Math.max(...main) - Math.min(...main);
  };
  const { width, height } = request.canvas;
  return Math.max(extent(x) / width, extent(y) / height, 1e-3);
}

/** The last step: discs apart, and in a first layout the separate parts beside each other. */
function finish(run: Run): Positions {
  const { request, graph, component, isFree } = run;
  const result = positions(graph);
  const unit = SPACING * unitsPerPixel(result, run);
  spread(
    result,
    request.size.map((size) => size * unit),
    request.fixed,
  );
  if (isFree) pack(result, component, request.canvas.width / request.canvas.height);
  return result;
}

function iterate({ graph, request }: Run, index: number): void {
  forceAtlas2.assign(graph, {
    iterations: ITERATIONS,
    getEdgeWeight: 'weight',
    settings: {
      gravity: 1.2,
      scalingRatio: 20,
      outboundAttractionDistribution: true,
      edgeWeightInfluence: 0.5,
      slowDown: 2 + (6 * index) / request.slices,
      barnesHutOptimize: graph.order > 800,
    },
  });
}

function step(run: Run, index: number): void {
  const { request, graph, isFree } = run;
  if (request.run !== current) return;
  iterate(run, index);
  const turning = Math.floor(request.slices / 2);
  if (isFree && index === turning) turn(run);
  const done = index + 1 >= request.slices;
  // A picture that is still to be turned is not shown.
  if (!isFree || index >= turning) {
    const progress: LayoutProgress = { run: request.run, done, ...(done ? finish(run) : positions(graph)) };
    self.postMessage(progress);
  }
  // Lets a newer request in between.
  if (!done) setTimeout(() => step(run, index + 1), 0);
}

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  current = data.run;
  step(begin(data), 0);
});
