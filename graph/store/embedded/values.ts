import { sortedEntries, visibleKeys } from '../records.ts';
import type { CypherValue, GraphEdgeValue, GraphNodeValue, GraphPathValue } from '../store.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Finds the id (ours) of a node by the database's own. */
export type IdOf = (internal: number) => string;

/**
 * A value of the database as plain JSON. Nodes and relationships come as maps whose `_id`, `_labels`, `_type`, … are
 * the database's own.
 */
export function toCypherValue(value: unknown, idOf: IdOf): CypherValue {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map((v) => toCypherValue(v, idOf));
  const fields = value as Fields;
  if (isNode(fields)) return toNode(fields, idOf);
  if (isEdge(fields)) return toEdge(fields, idOf);
  if (isPath(fields)) return toPath(fields, idOf);
  return Object.fromEntries(sortedEntries(fields).map(([k, v]) => [k, toCypherValue(v, idOf)]));
}

const isNode = (f: Fields): boolean => typeof f['_id'] === 'number' && Array.isArray(f['_labels']);
const isEdge = (f: Fields): boolean => typeof f['_id'] === 'number' && typeof f['_type'] === 'string';
const isPath = (f: Fields): boolean =>
  Array.isArray(f['nodes']) &&
  Array.isArray(f['edges']) &&
  Object.keys(f).length === 2 &&
  f['nodes'].length > 0 &&
  f['nodes'].every((n) => typeof n === 'object' && n !== null && isNode(n as Fields));

function toNode(f: Fields, idOf: IdOf): GraphNodeValue {
  const id = typeof f['id'] === 'string' ? f['id'] : String(f['_id']);
  return { kind: 'node', id, labels: f['_labels'] as string[], properties: properties(f, idOf) };
}

function toEdge(f: Fields, idOf: IdOf): GraphEdgeValue {
  return {
    kind: 'relationship',
    id: typeof f['id'] === 'string' ? f['id'] : String(f['_id']),
    type: f['_type'] as string,
    source: idOf(f['_source'] as number),
    target: idOf(f['_target'] as number),
    properties: properties(f, idOf),
  };
}

function toPath(f: Fields, idOf: IdOf): GraphPathValue {
  return {
    kind: 'path',
    nodes: (f['nodes'] as Fields[]).map((n) => toNode(n, idOf)),
    relationships: (f['edges'] as Fields[]).map((e) => toEdge(e, idOf)),
  };
}

function properties(f: Fields, idOf: IdOf): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const key of visibleKeys(f)) shown[key] = toCypherValue(f[key], idOf);
  return shown;
}
