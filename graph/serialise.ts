import type { Edge, EntityNode, Extraction, Statement } from './model.ts';
import { UNDIRECTED } from './model.ts';
import { byCodeUnit } from './ids.ts';

/** graphology's serialised form, as `graph.export()` writes and `graph.import()` reads it. */
export interface SerialisedGraph {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly options: { readonly type: 'mixed'; readonly multi: true; readonly allowSelfLoops: true };
  readonly nodes: readonly SerialisedNode[];
  readonly edges: readonly SerialisedEdge[];
}
export interface SerialisedNode {
  readonly key: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}
export interface SerialisedEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly undirected?: true;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export const GRAPH_OPTIONS = { type: 'mixed', multi: true, allowSelfLoops: true } as const;

/** Drops undefined values and puts keys in order, so that equal things are written as equal bytes. */
export function tidy(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => byCodeUnit(a, b)),
  );
}

export function serialiseNode({ id, ...attributes }: EntityNode): SerialisedNode {
  return { key: id, attributes: tidy({ ...attributes }) };
}

/** A statement as a node: its text goes along, its origin (a path of one machine) does not. */
export function serialiseStatement({ id, origin: _origin, ...attributes }: Statement): SerialisedNode {
  return { key: id, attributes: tidy({ label: 'Statement', name: attributes.title ?? id, ...attributes }) };
}

export function serialiseEdge({ id, source, target, ...attributes }: Edge): SerialisedEdge {
  const undirected = UNDIRECTED.has(attributes.type) ? { undirected: true as const } : {};
  return { key: id, source, target, ...undirected, attributes: tidy({ ...attributes }) };
}

/** The nodes of one statement's graph: the statement first, then entities by id. */
export function* serialisedNodes({ statement, nodes }: Extraction): Generator<SerialisedNode> {
  yield serialiseStatement(statement);
  for (const node of nodes) yield serialiseNode(node);
}

/** The edges of one statement's graph, by id. */
export function* serialisedEdges({ edges }: Extraction): Generator<SerialisedEdge> {
  for (const edge of edges) yield serialiseEdge(edge);
}

/** One statement's graph, whole. */
export function serialiseExtraction(extraction: Extraction): SerialisedGraph {
  return {
    options: GRAPH_OPTIONS,
    nodes: [...serialisedNodes(extraction)],
    edges: [...serialisedEdges(extraction)],
  };
}
