import { CONSTRAINTS } from '../store/queries.ts';
import { edgeProperties } from '../store/records.ts';
import type { StoredItem } from '../store/store.ts';
import type { ExportSource } from './source.ts';

const BATCH = 200;

/**
 * A script for `cypher-shell` or Neo4j's browser that makes the same graph in any Neo4j. Running it again changes nothing. It
 * goes without the store's own properties: `entente copy` makes a store of Entente's.
 */
export async function* writeCypherScript({ items, cut }: ExportSource): AsyncGenerator<string> {
  yield `// A graph of Entente. Run it with: cypher-shell -f graph.cypher\n`;
  if (cut !== undefined) yield `// Cut: ${oneLine(cut)}\n`;
  for (const constraint of CONSTRAINTS) yield `${constraint};\n`;
  const batches = new Batches();
  let inEdges = false;
  for await (const item of items) {
    // All nodes are made before the first edge looks for its ends.
    if (item.kind === 'edge' && !inEdges) yield* batches.rest();
    inEdges ||= item.kind === 'edge';
    yield* batches.add(item);
  }
  yield* batches.rest();
}

/** Rows by the statement that writes them, since a label or type cannot be a value. */
class Batches {
  readonly #rows = new Map<string, string[]>();

  *add(item: StoredItem): Generator<string> {
    const { cypher, row } = statementOf(item);
    const rows = this.#rows.get(cypher) ?? [];
    this.#rows.set(cypher, rows);
    rows.push(row);
    if (rows.length >= BATCH) yield write(cypher, rows.splice(0));
  }

  *rest(): Generator<string> {
    for (const [cypher, rows] of this.#rows) if (rows.length > 0) yield write(cypher, rows.splice(0));
  }
}

const write = (cypher: string, rows: readonly string[]): string =>
  `UNWIND [\n${rows.join(',\n')}\n] AS row\n${cypher};\n`;

function statementOf(item: StoredItem): { cypher: string; row: string } {
  if (item.kind === 'node') {
    const { label, ...properties } = item.node;
    const cypher = `MERGE (n:Entity {id: row.id}) SET n:${label}, n += row`;
    return { cypher, row: literal(properties) };
  }
  if (item.kind === 'statement') {
    const { origin: _origin, ...properties } = item.statement;
    return { cypher: 'MERGE (n:Statement {id: row.id}) SET n += row', row: literal(properties) };
  }
  const { type, source, target } = item.edge;
  const end = (id: string): string => (id.startsWith('statement:') ? 'Statement' : 'Entity');
  const cypher = `MATCH (a:${end(source)} {id: row.source}) MATCH (b:${end(target)} {id: row.target})
MERGE (a)-[r:${type} {id: row.properties.id}]->(b) SET r += row.properties`;
  return { cypher, row: literal({ source, target, properties: edgeValues(item.edge) }) };
}

/** What a relationship of the store shows: see GraphStore. */
function edgeValues(edge: Extract<StoredItem, { kind: 'edge' }>['edge']): Record<string, unknown> {
  const properties = edgeProperties(edge, { id: edge.statement, text: '', language: '' });
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !key.startsWith('_')));
}

/** A literal of Cypher: JSON, but the keys of a map are names. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries.map(([k, v]) => `${k}: ${literal(v)}`).join(', ')}}`;
  }
  return JSON.stringify(value);
}

const oneLine = (value: string): string => value.replace(/\s+/g, ' ');
