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

function positions(graph: Graph): { x: Float64Array; y: Float64Array } {
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

/** Spread first; in the last third also keep discs from covering each other. */
function slice(graph: Graph, index: number, slices: number): void {
  forceAtlas2.assign(graph, {
    iterations: ITERATIONS,
    getEdgeWeight: 'weight',
    settings: {
      gravity: 0.6,
      scalingRatio: 14,
      strongGravityMode: false,
      linLogMode: false,
      outboundAttractionDistribution: false,
      edgeWeightInfluence: 0.6,
      slowDown: 2 + (6 * index) / slices,
      barnesHutOptimize: graph.order > 800,
      adjustSizes: index > (2 * slices) / 3,
    },
  });
}

function step(graph: Graph, request: LayoutRequest, index: number): void {
  if (request.run !== current) return;
  slice(graph, index, request.slices);
  const done = index + 1 >= request.slices;
  const progress: LayoutProgress = { run: request.run, ...positions(graph), done };
  self.postMessage(progress);
  // Lets a newer request in between.
  if (!done) setTimeout(() => step(graph, request, index + 1), 0);
}

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  current = data.run;
  step(build(data), data, 0);
});
