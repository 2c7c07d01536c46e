/** Nodes and edges of the model among the values of a query. */
import { byId } from '../graph/ids.ts';
import { EDGE_TYPES, ENTITY_LABELS } from '../graph/model.ts';
import type { Edge, EntityLabel, EntityNode } from '../graph/model.ts';
import { whyOf } from '../graph/store/records.ts';
import type { CypherValue, GraphEdgeValue, GraphNodeValue } from '../graph/store/store.ts';

export interface Found {
  readonly nodes: readonly EntityNode[];
  readonly edges: readonly Edge[];
}

/** Ends of edges that the query did not return are fetched, at most this many. */
const MAX_FETCHED = 500;

/**
 * The entities and edges in `rows`, wherever they lie in lists and maps, each once and sorted by id. An edge comes with
 * both of its ends: what was not among the values is fetched with `getNode`. Statements are no entities, so edges from
 * or to them are left out.
 */
export async function graphOf(
  rows: readonly (readonly CypherValue[])[],
  getNode: (id: string) => Promise<EntityNode | undefined>,
): Promise<Found> {
  const { nodes, edges } = collectAll(rows);
  const ends = new Set([...edges.values()].flatMap((e) => [e.source, e.target]));
  const missing = [...ends]
    .filter((id) => !nodes.has(id) && !id.startsWith('statement:'))
    .slice(0, MAX_FETCHED);
  for (const node of await Promise.all(missing.map(getNode))) if (node) nodes.set(node.id, node);
  const whole = [...edges.values()].filter((e) => nodes.has(e.source) && nodes.has(e.target));
  return { nodes: [...nodes.values()].sort(byId), edges: whole.sort(byId) };
}

/** The entities and edges in `rows`, with or without their ends. */
export function foundIn(rows: readonly (readonly CypherValue[])[]): Found {
  const { nodes, edges } = collectAll(rows);
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function collectAll(rows: readonly (readonly CypherValue[])[]): {
  readonly nodes: Map<string, EntityNode>;
  readonly edges: Map<string, Edge>;
} {
  const nodes = new Map<string, EntityNode>();
  const edges = new Map<string, Edge>();
  for (const row of rows) for (const value of row) collect(value, nodes, edges);
  return { nodes, edges };
}

function collect(value: CypherValue, nodes: Map<string, EntityNode>, edges: Map<string, Edge>): void {
  if (Array.isArray(value)) {
    for (const part of value as unknown[]) collect(part, nodes, edges);
  } else if (isRecord(value)) {
    if (isNode(value) && nodes.has(value.id)) return;
    const node = isNode(value) ? toNode(value) : undefined;
    const edge = isEdge(value) ? toEdge(value) : undefined;
    if (node) nodes.set(node.id, node);
    else if (edge) edges.set(edge.id, edge);
    else if (value['kind'] !== 'node' && value['kind'] !== 'relationship')
      collect(Object.values(value), nodes, edges);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isNode = (
  v: Readonly<Record<string, unknown>>,
): v is Readonly<Record<string, unknown>> & GraphNodeValue =>
  v['kind'] === 'node' && Array.isArray(v['labels']) && isRecord(v['properties']);
const isEdge = (
  v: Readonly<Record<string, unknown>>,
): v is Readonly<Record<string, unknown>> & GraphEdgeValue =>
  v['kind'] === 'relationship' && typeof v['type'] === 'string' && isRecord(v['properties']);

function toNode({ id, labels, properties }: GraphNodeValue): EntityNode | undefined {
  const label = ENTITY_LABELS.find((l) => labels.includes(l)) satisfies EntityLabel | undefined;
  const { name, aliases, kind, date, country } = properties as unknown as EntityNode;
  if (label === undefined || typeof name !== 'string') return undefined;
  const optional = { ...(kind ? { kind } : {}), ...(date ? { date } : {}), ...(country ? { country } : {}) };
  return { id, label, name, aliases: aliases ?? [], ...optional };
}

function toEdge({ id, type, source, target, properties }: GraphEdgeValue): Edge | undefined {
  const known = EDGE_TYPES.find((t) => t === type);
  const { statement, context } = properties;
  const why = whyOf(type, properties);
  if (known === undefined || why === undefined || typeof statement !== 'string') return undefined;
  // `{ ...properties }` would take several times as long, which is felt in queries that give edges.
  return Object.assign({}, properties as unknown as Edge, {
    ...{ id, type: known, source, target },
    context: (context as Edge['context'] | undefined) ?? [],
    why,
  });
}
