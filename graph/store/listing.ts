import type { Keeper } from '../columns/keeper.ts';
import type { GraphFilter } from '../filter.ts';
import type { Edge } from '../model.ts';
import type { Backend } from './backend.ts';
import { fetchEdges } from './fetch.ts';
import { passingIds } from './filtered.ts';
import * as q from './queries.ts';
import { toSummary } from './records.ts';
import type { Listing, StatementPage, StatementSummary } from './store.ts';

/** @see GraphStore.listStatements */
export async function listStatements(
  db: Backend,
  keeper: Keeper,
  { limit, offset = 0, after, filter }: StatementPage,
): Promise<Listing<StatementSummary>> {
  const ids = filter && passingIds(await keeper.current(), filter).statements;
  const page = { limit, offset, afterDate: after ? (after.date ?? '') : null, afterId: after?.id ?? '' };
  const total = ids ? ids.length : Number((await db.read(q.STATEMENT_COUNT))[0]?.['total'] ?? 0);
  const rows = await (ids ? db.read(q.STATEMENTS_AMONG, { ...page, ids }) : db.read(q.STATEMENTS, page));
  return { items: rows.map(toSummary), total };
}

/** @see GraphStore.listEdges */
export async function listEdges(
  db: Backend,
  keeper: Keeper,
  filter: GraphFilter,
  { limit, after = '' }: { readonly limit: number; readonly after?: string },
): Promise<Listing<Edge>> {
  const { edges } = passingIds(await keeper.current(), filter);
  const first = edges.findIndex(({ id }) => id > after);
  const keys = first < 0 ? [] : edges.slice(first, first + limit);
  return { items: await fetchEdges(db.read, keys), total: edges.length };
}
