import type { Edge } from '../model.ts';
import { byId } from '../ids.ts';
import type { GraphFilter } from '../filter.ts';
import type { GraphStore, StoredItem } from '../store/store.ts';

/** What is exported: one reading of a store, of a part of it, or of a query's result. */
export interface ExportSource {
  /** Entities, then statements, then edges, each sorted by id; every edge after its ends and its statement. Read once. */
  readonly items: AsyncIterable<StoredItem>;
  /** Every office that the store knows of, whatever is exported: it tells for which country a person stands. */
  readonly offices: () => AsyncIterable<Edge>;
  /** Why it is not all that was asked for. The file must say so. */
  readonly cut?: string;
}

type Reading = Pick<GraphStore, 'stream' | 'lookUp'>;

/** All of a store, or the edges that pass a filter with their ends and statements. */
export const fromStore = (store: Reading, filter?: GraphFilter): ExportSource => ({
  items: store.stream(filter),
  offices: () => offices(store),
});

/** What a query found, with the ends, speakers and statements of its edges. */
export function fromFound(
  store: Reading,
  found: { readonly nodes: readonly { readonly id: string }[]; readonly edges: readonly Edge[] },
  cut?: string,
): ExportSource {
  return {
    items: completed(store, found),
    offices: () => offices(store),
    ...(cut === undefined ? {} : { cut }),
  };
}

async function* completed(
  store: Reading,
  { nodes, edges }: Parameters<typeof fromFound>[1],
): AsyncGenerator<StoredItem> {
  const needed = edges.flatMap((e) => [e.source, e.target, e.statement, e.speaker ?? e.source]);
  const items = await store.lookUp([...nodes.map((n) => n.id), ...needed]);
  yield* items;
  const known = new Set(items.map((item) => (item.kind === 'node' ? item.node.id : item.statement.id)));
  // One that was deleted since the query has no evidence any more.
  const whole = edges.filter((e) => [e.source, e.target, e.statement].every((id) => known.has(id)));
  for (const edge of whole.sort(byId)) yield { kind: 'edge', edge };
}

async function* offices(store: Reading): AsyncGenerator<Edge> {
  for await (const item of store.stream({ types: ['REPRESENTS'] })) if (item.kind === 'edge') yield item.edge;
}
