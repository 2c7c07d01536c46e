import type { GraphStore, StoredItem } from '../store.ts';

export async function everything(store: GraphStore): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  for await (const item of store.stream()) items.push(item);
  return items;
}

export const idOf = (item: StoredItem): string =>
  item.kind === 'node' ? item.node.id : item.kind === 'statement' ? item.statement.id : item.edge.id;

/** All of a store as text: equal stores give equal text. */
export const dump = async (store: GraphStore): Promise<string> =>
  (await everything(store)).map((item) => JSON.stringify(item)).join('\n');
