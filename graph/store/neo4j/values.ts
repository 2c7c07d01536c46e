import neo4j from 'neo4j-driver';
import type { Node, Path, Relationship } from 'neo4j-driver';
import { sortedEntries, visibleKeys } from '../records.ts';
import type { Properties } from '../records.ts';
import type { CypherValue, GraphEdgeValue, GraphNodeValue, GraphPathValue } from '../store.ts';

/** Finds the id (ours) of a node by the database's own. */
export type IdOf = (elementId: string) => string;

/** Numbers of JavaScript are all floats to the driver; whole ones are sent as integers, as LIMIT and offsets need them. */
export function toParameters(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((v) => toParameters(v));
  if (typeof value === 'object' && value !== null) {
    const known = Object.entries(value).filter(([, v]) => v !== undefined);
    return Object.fromEntries(known.map(([k, v]) => [k, toParameters(v)]));
  }
  return value;
}

/**
 * Values of our own queries, which are scalars, lists and maps, changed in place: a million edges pass here, and a copy of each
 * is what fills the memory.
 */
export function simplified(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) holder[key] = simplified(holder[key]);
  return value;
}

/** A value of the database as plain JSON. */
export function toCypherValue(value: unknown, idOf: IdOf): CypherValue {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return value;
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map((v) => toCypherValue(v, idOf));
  if (neo4j.isNode(value)) return toNode(value as Node, idOf);
  if (neo4j.isRelationship(value)) return toEdge(value as Relationship, idOf);
  if (neo4j.isPath(value)) return toPath(value as Path, idOf);
  if (isScalar(value)) return String(value);
  return Object.fromEntries(sortedEntries(value as Properties).map(([k, v]) => [k, toCypherValue(v, idOf)]));
}

/** Temporal and spatial values, which have no form of their own in JSON. */
const isScalar = (v: object): boolean =>
  neo4j.isDate(v) ||
  neo4j.isDateTime(v) ||
  neo4j.isLocalDateTime(v) ||
  neo4j.isTime(v) ||
  neo4j.isLocalTime(v) ||
  neo4j.isDuration(v) ||
  neo4j.isPoint(v);

function toNode(node: Node, idOf: IdOf): GraphNodeValue {
  return {
    kind: 'node',
    id: ownId(node),
    labels: [...node.labels],
    properties: properties(node.properties, idOf),
  };
}

function toEdge(r: Relationship, idOf: IdOf): GraphEdgeValue {
  return {
    kind: 'relationship',
    id: ownId(r),
    type: r.type,
    source: idOf(r.startNodeElementId),
    target: idOf(r.endNodeElementId),
    properties: properties(r.properties, idOf),
  };
}

function toPath(path: Path, idOf: IdOf): GraphPathValue {
  return {
    kind: 'path',
    nodes: [path.start, ...path.segments.map((s) => s.end)].map((n) => toNode(n, idOf)),
    relationships: path.segments.map((s) => toEdge(s.relationship, idOf)),
  };
}

const ownId = (x: Node | Relationship): string => {
  const id: unknown = x.properties['id'];
  return typeof id === 'string' ? id : x.elementId;
};

function properties(p: Properties, idOf: IdOf): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const key of visibleKeys(p)) shown[key] = toCypherValue(p[key], idOf);
  return shown;
}

/** Ends of relationships among these values, by the database's own id, with our id where the node is there as well. */
export function endsIn(
  values: readonly unknown[],
  ends = new Map<string, string | undefined>(),
): Map<string, string | undefined> {
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    if (neo4j.isNode(value)) ends.set((value as Node).elementId, ownId(value as Node));
    else if (neo4j.isRelationship(value)) {
      const { startNodeElementId, endNodeElementId } = value as Relationship;
      for (const end of [startNodeElementId, endNodeElementId]) if (!ends.has(end)) ends.set(end, undefined);
    } else if (neo4j.isPath(value)) {
      const { start, segments } = value as Path;
      endsIn([start, ...segments.map((s) => s.end)], ends);
    } else endsIn(Array.isArray(value) ? value : Object.values(value), ends);
  }
  return ends;
}
