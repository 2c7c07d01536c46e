import { exportFile } from '../../graph/export/formats.ts';
import type { ExportSource } from '../../graph/export/source.ts';
import { fromStore } from '../../graph/export/source.ts';
import { asIngestStore } from '../../graph/store/ingest-store.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { fromQuery } from '../exported.ts';
import { MAX_ROWS, MAX_TIMEOUT_MS } from '../schemas.ts';
import { extractorPool, ingestTarget } from './ingest-target.ts';
import { openOwnStore } from './open-store.ts';
import type { Exported, Target } from './target.ts';

/** Works on the store itself, in this process. */
export async function localTarget({
  threads,
  ...given
}: { threads?: number | undefined; store?: GraphStore } = {}): Promise<Target> {
  const store = given.store ?? (await openOwnStore());
  const pool = extractorPool(threads);
  return {
    ...ingestTarget(asIngestStore(store), pool),
    query: (cypher, params, limits) => store.query(cypher, params, limits),
    export: async function* (format, table, what) {
      yield* exportFile(format, await sourceOf(store, what), table).chunks;
    },
    import: async (file, options) => (await import('../imported.ts')).importInto(store, file, options),
    backup: (file) => store.backup(file),
    merges: async (page) => {
      const [{ listMerges }, { suggest }] = await Promise.all([
        import('../merges.ts'),
        import('../../graph/identity/suggest.ts'),
      ]);
      return listMerges(store, async (from, decisions) => suggest(from, decisions), page);
    },
    decisions: () => store.decisions(),
    decide: (given, withdrawn) => store.decide(given, withdrawn),
  };
}

async function sourceOf(store: GraphStore, { filter, query, params = {} }: Exported): Promise<ExportSource> {
  if (query === undefined) return fromStore(store, filter);
  return fromQuery(store, query, params, { maxRows: MAX_ROWS, timeoutMs: MAX_TIMEOUT_MS });
}
