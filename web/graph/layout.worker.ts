import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { LayoutProgress, LayoutRequest } from './layout-messages.ts';

// ForceAtlas2 in slices of our own: the ready-made worker is built from a blob, which a strict
// Content-Security-Policy refuses, and stops by the clock, which gives another picture each time.
const ITERATIONS = 12;

let current = 0;

function build(request: LayoutRequest): Graph {
  const graph = new Graph({ multi: true, type: 'undirected' });
  request.x.forEach((x, i) => {
    graph.addNode(i, { x, y: request.y[i], size: request.size[i], fixed: request.fixed[i] === 1 });
  });
  request.weight.forEach((weight, i) => {
    graph.addEdge(request.ends[2 * i], request.ends[2 * i + 1], { weight });
  });
  return graph;
}

interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function positions(graph: Graph): Positions {
  const x = new Float64Array(graph.order);
  const y = new Float64Array(graph.order);
  let i = 0;
  graph.forEachNode((_, attributes) => {
    x[i] = Number(attributes['x']);
    y[i] = Number(attributes['y']);
    i += 1;
  });
  return { x, y };
}

/** The direction in which the picture is longest, as an angle. */
function longestAxis({ x, y }: Positions): number {
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const [dx, dy] = [(x[i] ?? 0) - mx, (y[i] ?? 0) - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}

/** Turns the picture so that its longest direction lies along the canvas's longer side. */
function turn(graph: Graph, portrait: boolean): void {
  const angle = (portrait ? Math.PI / 2 : 0) - longestAxis(positions(graph));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  graph.updateEachNodeAttributes((_, attributes) => {
    const [x, y] = [Number(attributes['x']), Number(attributes['y'])];
    return { ...attributes, x: x * cos - y * sin, y: x * sin + y * cos };
  });
}

/** From here on discs are kept apart, as large as they will be on the canvas. */
function growDiscs(graph: Graph, request: LayoutRequest): void {
  const { x, y } = positions(graph);
  const extent = (values: Float64Array): number => Math.max(...values) - Math.min(...values);
  const scale = (SPACING * Math.max(extent(x), extent(y), 1)) / request.pixels;
  request.size.forEach((size, i) => graph.setNodeAttribute(i, 'size', size * scale));
}
const SPACING = 1.5;

/** Spread first; in the second half also keep discs from covering each other. */
function slice(graph: Graph, index: number, slices: number): void {
  forceAtlas2.assign(graph, {
    iterations: ITERATIONS,
    getEdgeWeight: 'weight',
    settings: {
      gravity: 1.2,
      scalingRatio: 20,
      strongGravityMode: false,
      linLogMode: false,
      outboundAttractionDistribution: true,
      edgeWeightInfluence: 0.5,
      slowDown: 2 + (6 * index) / slices,
      barnesHutOptimize: graph.order > 800,
      adjustSizes: index > Math.floor(slices / 2),
    },
  });
}

function step(graph: Graph, request: LayoutRequest, index: number): void {
  if (request.run !== current) return;
  slice(graph, index, request.slices);
  const isFree = !request.fixed.includes(1);
  const turning = Math.floor(request.slices / 2);
  if (index === turning) {
    if (isFree) turn(graph, request.portrait);
    growDiscs(graph, request);
  }
  const done = index + 1 >= request.slices;
  // A picture that is still to be turned is not shown.
  if (!isFree || index >= turning) {
    const progress: LayoutProgress = { run: request.run, ...positions(graph), done };
    self.postMessage(progress);
  }
  // Lets a newer request in between.
  if (!done) setTimeout(() => step(graph, request, index + 1), 0);
}

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  current = data.run;
  step(build(data), data, 0);
});
