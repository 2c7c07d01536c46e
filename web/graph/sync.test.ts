import { MultiDirectedGraph } from 'graphology';
import { expect, it } from 'vitest';
import type { Picture } from './draw.ts';
import type { Point } from './place.ts';
import type { Drawing } from './sigma-context.ts';
import { syncDrawing } from './sync.ts';

/** A ring of so many nodes. */
function ring(size: number): Picture {
  const id = (i: number): string => `n${i % size}`;
  return {
    nodes: Array.from({ length: size }, (_, i) => ({
      id: id(i),
      look: { size: 5, label: id(i), kind: 'Country', actor: true },
      first: '',
    })),
    lines: Array.from({ length: size }, (_, i) => ({
      key: `${id(i)}-${id(i + 1)}`,
      source: id(i),
      target: id(i + 1),
      look: { size: 1, family: 'neutral', phrase: 'met with', type: 'line', curvature: 0 },
    })),
  };
}
const whereAll = (graph: Drawing): Map<string, Point> =>
  new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }] as const));

it('shows a picture and nothing else, and leaves nodes where they are', () => {
  const graph: Drawing = new MultiDirectedGraph();
  syncDrawing(graph, ring(500), new Map());
  for (const size of [499, 30, 200]) {
    const before = whereAll(graph);
    const { fresh } = syncDrawing(graph, ring(size), before);
    expect([graph.order, graph.size, fresh.size]).toEqual([size, size, Math.max(0, size - before.size)]);
    for (const [id, place] of before)
      if (graph.hasNode(id)) expect(graph.getNodeAttributes(id)).toMatchObject(place);
  }
});

it('takes many nodes and lines away at once: sigma goes through the whole graph at each that goes by itself', () => {
  const graph: Drawing = new MultiDirectedGraph();
  syncDrawing(graph, ring(500), new Map());
  let passes = 0;
  for (const event of ['nodeDropped', 'edgeDropped', 'cleared'] as const)
    graph.on(event, () => (passes += 1));
  syncDrawing(graph, ring(30), whereAll(graph));
  expect(passes).toBe(1);
});
