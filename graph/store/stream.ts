import { byCodeUnit } from '../ids.ts';
import type { Backend, Row } from './backend.ts';
import * as q from './queries.ts';
import { edgesOf, entityOf, toStatement } from './records.ts';
import type { Properties } from './records.ts';
import type { StoredItem, TieFilter } from './store.ts';

type NodeItem = Exclude<StoredItem, { kind: 'edge' }>;

/** Ids asked for at once: a page of statements may hold long texts. */
const PAGE = 500;

/** Everything, in order. */
export async function* streamAll(db: Backend): AsyncGenerator<StoredItem> {
  for await (const row of db.scan(q.ENTITY_SCAN)) yield entityItem(row);
  for await (const row of db.scan(q.STATEMENT_SCAN)) yield statementItem(row);
  for await (const row of db.scan(q.EDGE_SCAN)) yield { kind: 'edge', edge: edgesOf([row])[0]! };
}

/** Edges that pass a filter, after their ends, speakers and statements. */
export async function* streamPart(db: Backend, filter: TieFilter): AsyncGenerator<StoredItem> {
  const types = q.betweenEntities(filter.types);
  const labels = (filter.labels ?? []).filter((l) => l !== 'Statement');
  if (types.length === 0 || (filter.labels?.length && labels.length === 0)) return;
  const byLabel = labels.length > 0;
  const parameters = { from: filter.from ?? null, to: filter.to ?? null, labels };
  const ids = async (cypher: string): Promise<string[]> =>
    (await db.read(cypher, parameters)).map((r) => String(r['id'])).sort(byCodeUnit);
  const nodes = await ids(q.filteredEnds(types, byLabel));
  yield* pages(db, q.ENTITIES, nodes, entityItem);
  yield* pages(db, q.STATEMENTS_BY_ID, await ids(q.filteredStatements(types, byLabel)), statementItem);
  // What was saved since then has ends that were not given.
  const known = new Set(nodes);
  for await (const row of db.scan(q.filteredScan(types, byLabel), parameters)) {
    const [edge] = edgesOf([row]);
    if (edge && known.has(edge.source) && known.has(edge.target)) yield { kind: 'edge', edge };
  }
}

/** Entities and statements by id, sorted by id. */
export async function lookUp(db: Backend, ids: readonly string[]): Promise<NodeItem[]> {
  const sorted = [...new Set(ids)].sort(byCodeUnit);
  const items: NodeItem[] = [];
  for await (const item of pages(db, q.ENTITIES, sorted, entityItem)) items.push(item);
  for await (const item of pages(db, q.STATEMENTS_BY_ID, sorted, statementItem)) items.push(item);
  return items;
}

async function* pages(
  db: Backend,
  cypher: string,
  ids: readonly string[],
  item: (row: Row) => NodeItem,
): AsyncGenerator<NodeItem> {
  for (let i = 0; i < ids.length; i += PAGE) {
    const rows = await db.read(cypher, { ids: ids.slice(i, i + PAGE) });
    yield* rows.map(item).sort((a, b) => byCodeUnit(idOf(a), idOf(b)));
  }
}

const idOf = (item: NodeItem): string => (item.kind === 'node' ? item.node.id : item.statement.id);

const entityItem = (row: Row): NodeItem => ({
  kind: 'node',
  node: entityOf(row)!,
  mentions: Number((row['properties'] as Properties)['_mentions'] ?? 0),
});
const statementItem = (row: Row): NodeItem => ({
  kind: 'statement',
  statement: toStatement(row['properties'] as Properties),
});
