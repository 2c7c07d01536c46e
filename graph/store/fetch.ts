import { byCodeUnit, byId } from '../ids.ts';
import type { Edge, EdgeType, EntityNode } from '../model.ts';
import type { Run } from './backend.ts';
import * as q from './queries.ts';
import { edgesOf, entityOf } from './records.ts';

/** Enough of an edge to find it quickly. */
export type EdgeKey = Pick<Edge, 'id' | 'type' | 'source'>;

/** Whole edges in the order of the keys; those that are gone are left out. */
export async function fetchEdges(read: Run, keys: readonly EdgeKey[]): Promise<Edge[]> {
  // A type cannot be a parameter, so they are asked for type by type; by source, because by id alone is a scan.
  const types = new Map<EdgeType, Map<string, string[]>>();
  for (const { id, type, source } of keys) {
    const sources = types.get(type) ?? new Map<string, string[]>();
    types.set(type, sources);
    const ids = sources.get(source);
    if (ids) ids.push(id);
    else sources.set(source, [id]);
  }
  const found = new Map<string, Edge>();
  for (const [type, sources] of types) {
    const rows = [...sources].map(([source, ids]) => ({ source, ids }));
    for (const edge of edgesOf(await read(q.edgesFrom(type), { rows }))) found.set(edge.id, edge);
  }
  return keys.flatMap(({ id }) => found.get(id) ?? []);
}

/** Entities by id, in order of id; those that are gone are left out. */
export async function fetchNodes(read: Run, ids: Iterable<string>): Promise<EntityNode[]> {
  const wanted = [...new Set(ids)].sort(byCodeUnit);
  const nodes: EntityNode[] = [];
  for (let at = 0; at < wanted.length; at += NODES_AT_ONCE) {
    const rows = await read(q.ENTITIES, { ids: wanted.slice(at, at + NODES_AT_ONCE) });
    nodes.push(...rows.map((row) => entityOf(row)!));
  }
  return nodes.sort(byId);
}
const NODES_AT_ONCE = 5000;

/** The nodes at the ends of edges, and `more`, by id. */
export const fetchEnds = (
  read: Run,
  edges: readonly Edge[],
  more: readonly string[] = [],
): Promise<EntityNode[]> => fetchNodes(read, [...more, ...edges.flatMap((e) => [e.source, e.target])]);
