import type { ExportSource } from '../graph/export/source.ts';
import { fromFound } from '../graph/export/source.ts';
import { MAX_RESULT_BYTES } from '../graph/store/store.ts';
import type { GraphStore, QueryLimits } from '../graph/store/store.ts';
import { ApiError } from './errors.ts';
import { foundIn } from './values.ts';

/**
 * What a read-only query found, to be exported: its nodes and edges, with the ends and statements of the edges.
 * @throws ApiError INVALID_REQUEST when there is neither node nor edge among the values.
 */
export async function fromQuery(
  store: GraphStore,
  query: string,
  params: Readonly<Record<string, unknown>>,
  limits: QueryLimits,
): Promise<ExportSource> {
  const { rows, cut: limit } = await store.query(query, params, limits);
  const found = foundIn(rows);
  if (rows.length > 0 && found.nodes.length + found.edges.length === 0) {
    throw new ApiError(
      'INVALID_REQUEST',
      'the query returns no nodes or edges: return them whole (RETURN a, r, b, not a.name), or take its rows from /api/cypher',
    );
  }
  const most = limit === 'bytes' ? `${limits.maxBytes ?? MAX_RESULT_BYTES} bytes` : `${limits.maxRows} rows`;
  const cut =
    limit === undefined
      ? undefined
      : `the query found more than ${most}; this is of the first ${rows.length} rows`;
  return fromFound(store, found, cut);
}
