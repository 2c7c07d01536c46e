import neo4j from 'neo4j-driver';
import type { Node, Path, Relationship } from 'neo4j-driver';
import { sortedEntries, visibleKeys } from '../records.ts';
import type { Properties } from '../records.ts';
import type { CypherValue, GraphEdgeValue, GraphNodeValue, GraphPathValue } from '../store.ts';

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

type Named = { -readonly [K in keyof GraphEdgeValue]: GraphEdgeValue[K] };

/**
 * Relationships of a result, which know their ends by the database's own ids. They keep those until the result is there, and
 * with it what its nodes are called by us.
 */
export class Ends {
  readonly #names = new Map<string, string>();
  readonly #edges: Named[] = [];

  known(elementId: string, id: string): void {
    this.#names.set(elementId, id);
  }

  of(edge: GraphEdgeValue): GraphEdgeValue {
    this.#edges.push(edge);
    return edge;
  }

  /** Database ids of ends that are not among the nodes. */
  unknown(): string[] {
    const ends = new Set(this.#edges.flatMap(({ source, target }) => [source, target]));
    return [...ends].filter((end) => !this.#names.has(end));
  }

  /** Puts our ids in the place of the database's, wherever they are known. */
  name(): void {
    const named = (end: string): string => this.#names.get(end) ?? end;
    for (const edge of this.#edges) {
      edge.source = named(edge.source);
      edge.target = named(edge.target);
    }
  }
}

/** A value of the database as plain JSON; `ends` names the ends of its relationships later. */
export function toCypherValue(value: unknown, ends: Ends): CypherValue {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return value;
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map((v) => toCypherValue(v, ends));
  if (neo4j.isNode(value)) return toNode(value as Node, ends);
  if (neo4j.isRelationship(value)) return toEdge(value as Relationship, ends);
  if (neo4j.isPath(value)) return toPath(value as Path, ends);
  if (isScalar(value)) return String(value);
  return Object.fromEntries(sortedEntries(value as Properties).map(([k, v]) => [k, toCypherValue(v, ends)]));
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

function toNode(node: Node, ends: Ends): GraphNodeValue {
  const id = ownId(node);
  ends.known(node.elementId, id);
  return {
    kind: 'node',
    id,
    labels: [...node.labels],
    properties: properties(node.properties, ends),
  };
}

function toEdge(r: Relationship, ends: Ends): GraphEdgeValue {
  return ends.of({
    kind: 'relationship',
    id: ownId(r),
    type: r.type,
    source: r.startNodeElementId,
    target: r.endNodeElementId,
    properties: properties(r.properties, ends),
  });
}

function toPath(path: Path, ends: Ends): GraphPathValue {
  return {
    kind: 'path',
    nodes: [path.start, ...path.segments.map((s) => s.end)].map((n) => toNode(n, ends)),
    relationships: path.segments.map((s) => toEdge(s.relationship, ends)),
  };
}

const ownId = (x: Node | Relationship): string => {
  const id: unknown = x.properties['id'];
  return typeof id === 'string' ? id : x.elementId;
};

function properties(p: Properties, ends: Ends): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const key of visibleKeys(p)) shown[key] = toCypherValue(p[key], ends);
  return shown;
}
