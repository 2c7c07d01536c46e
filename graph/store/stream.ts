import type { Keeper } from '../columns/keeper.ts';
import type { GraphFilter } from '../filter.ts';
import { byCodeUnit } from '../ids.ts';
import type { Backend, Row } from './backend.ts';
import { fetchEdges } from './fetch.ts';
import { passingIds } from './filtered.ts';
import * as q from './queries.ts';
import { edgesOf, entityOf, toStatement } from './records.ts';
import type { Properties } from './records.ts';
import type { StoredItem } from './store.ts';

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
export async function* streamPart(
  db: Backend,
  keeper: Keeper,
  filter: GraphFilter,
): AsyncGenerator<StoredItem> {
  const { edges, nodes, statements } = passingIds(await keeper.current(), filter);
  yield* pages(db, q.ENTITIES, nodes, entityItem);
  yield* pages(db, q.STATEMENTS_BY_ID, statements, statementItem);
  for (let i = 0; i < edges.length; i += PAGE) {
    for (const edge of await fetchEdges(db.read, edges.slice(i, i + PAGE))) yield { kind: 'edge', edge };
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
