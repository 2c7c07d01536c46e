import type { Picture } from './draw.ts';
import type { Point } from './place.ts';
import { besides, startPoint } from './place.ts';
import type { Drawing } from './sigma-context.ts';

export interface Change {
  /** Nodes that were never placed before. */
  readonly fresh: ReadonlySet<string>;
  readonly kept: number;
}

export const RADIUS = 400;

/** Sigma goes through the whole graph for each node and line that is dropped, but once for all of them. */
const FEW = 8;

function dropMissing(graph: Drawing, picture: Picture): void {
  const nodes = new Set(picture.nodes.map((node) => node.id));
  const lines = new Set(picture.lines.map((line) => line.key));
  const goneLines = graph.filterEdges((key) => !lines.has(key));
  const goneNodes = graph.filterNodes((id) => !nodes.has(id));
  if (goneLines.length + goneNodes.length > FEW) return graph.clear();
  for (const key of goneLines) graph.dropEdge(key);
  for (const id of goneNodes) graph.dropNode(id);
}

function neighboursOf(picture: Picture): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  const join = (a: string, b: string): void => void (near.get(a)?.push(b) ?? near.set(a, [b]));
  for (const { source, target } of picture.lines) {
    join(source, target);
    join(target, source);
  }
  return near;
}

const NOWHERE: ReadonlyMap<string, Point> = new Map();

/**
 * Makes the graph show the picture and nothing else. Nodes stay where they are; those seen before return to where they
 * were (`memory`); `places` says where some are whatever was before; new ones start by their id, or beside their neighbours once there is a picture.
 */
export function syncDrawing(
  graph: Drawing,
  picture: Picture,
  memory: Map<string, Point>,
  places: ReadonlyMap<string, Point> = NOWHERE,
): Change {
  dropMissing(graph, picture);
  const near = neighboursOf(picture);
  const isFirst = memory.size === 0;
  const known = new Map(memory);
  const fresh = new Set<string>();
  for (const { id, look } of picture.nodes) {
    if (!known.has(id) && !places.has(id)) fresh.add(id);
    const placed = (near.get(id) ?? []).flatMap((other) => known.get(other) ?? []);
    const point =
      places.get(id) ?? known.get(id) ?? (isFirst ? startPoint(id, RADIUS) : besides(id, placed, RADIUS));
    graph.mergeNode(id, { ...look, ...point });
  }
  for (const { key, source, target, look } of picture.lines) {
    if (!graph.hasNode(source) || !graph.hasNode(target)) continue;
    if (graph.hasEdge(key)) graph.replaceEdgeAttributes(key, look);
    else graph.addDirectedEdgeWithKey(key, source, target, look);
  }
  return { fresh, kept: graph.order - fresh.size };
}
