import { countViews, EMPTY_TALLY, merged, viewsById } from '../../graph/store/merge.ts';
import type { Tally } from '../../graph/store/merge.ts';
import { fromStored, inOrder } from '../../graph/diff/item.ts';
import type { Item } from '../../graph/diff/item.ts';
import { applyDecisions } from '../../graph/identity/apply.ts';
import { identitiesOf } from '../../graph/identity/identities.ts';
import type { Statement } from '../../graph/model.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { ExtractorPool } from '../pool/extractor-pool.ts';

const BATCH = 100;

/**
 * The graph that the rules of this version read in the texts of a store, by the decisions of the store. Held in memory. A
 * statement that was imported, or that repeats another one, is as it is stored: there is nothing to read in it.
 */
export async function reread(store: GraphStore): Promise<Item[]> {
  const identities = identitiesOf(await store.decisions());
  const pool = new ExtractorPool({ waiting: BATCH });
  const tallies = new Map<string, Tally>();
  const items: Item[] = [];
  const ids = await store.statementIds();
  try {
    for (let at = 0; at < ids.length; at += BATCH) {
      const stored = await store.savedExtractions(ids.slice(at, at + BATCH));
      const read = await Promise.all(
        stored.map((x) => (isRead(x.statement) ? pool.extract(x.statement) : x)),
      );
      for (const extraction of read) {
        const applied = applyDecisions(extraction, identities);
        for (const [id, views] of viewsById(applied.nodes))
          tallies.set(id, countViews(tallies.get(id) ?? EMPTY_TALLY, views, 1));
        items.push(fromStored({ kind: 'statement', statement: extraction.statement }));
        for (const { edge } of applied.edges) items.push({ kind: 'edge', edge });
      }
    }
  } finally {
    await pool.close();
  }
  for (const [id, tally] of tallies) items.push({ kind: 'node', node: merged(id, tally) });
  return items.sort(inOrder);
}

const isRead = ({ kind, repeats }: Statement): boolean => kind !== 'import' && repeats === undefined;
