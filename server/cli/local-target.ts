import { exportFile } from '../../graph/export/formats.ts';
import type { ExportSource } from '../../graph/export/source.ts';
import { fromStore } from '../../graph/export/source.ts';
import type { Extraction, Statement } from '../../graph/model.ts';
import { GraphError } from '../../graph/store/errors.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { fromQuery } from '../exported.ts';
import { MAX_ROWS, MAX_TIMEOUT_MS } from '../schemas.ts';
import { ExtractorBroken, ExtractorPool } from '../pool/extractor-pool.ts';
import { NOTHING, add, countTypes } from './batch-report.ts';
import { openOwnStore } from './open-store.ts';
import type { BatchReport, Exported, Target } from './target.ts';

/** Texts that may wait for the extractor: several batches. */
const WAITING = 1000;

/** Works on the store itself, in this process. */
export async function localTarget({
  threads,
  ...given
}: { threads?: number | undefined; store?: GraphStore } = {}): Promise<Target> {
  const store = given.store ?? (await openOwnStore());
  const pool = new ExtractorPool({ ...(threads !== undefined && { size: threads }), waiting: WAITING });
  return {
    ingest: (batch) => ingestBatch(store, pool, batch),
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
    stats: () => store.stats(),
    statementIds: async () => new Set(await store.statementIds()),
    statement: async (id) => (await store.getStatement(id))?.statement,
    remove: async (ids) => {
      for (const id of ids) await store.deleteStatement(id);
    },
    close: async () => {
      await pool.close();
      await store.close();
    },
  };
}

async function sourceOf(store: GraphStore, { filter, query, params = {} }: Exported): Promise<ExportSource> {
  if (query === undefined) return fromStore(store, filter);
  return fromQuery(store, query, params, { maxRows: MAX_ROWS, timeoutMs: MAX_TIMEOUT_MS });
}

/** Extracts all, then saves all that could be extracted in one go. */
export async function ingestBatch(
  store: GraphStore,
  extractor: Pick<ExtractorPool, 'extract'>,
  batch: readonly Statement[],
): Promise<BatchReport> {
  const results = await Promise.allSettled(batch.map((statement) => extractor.extract(statement)));
  const refused: { at: number; problem: string }[] = [];
  const extractions: { at: number; extraction: Extraction }[] = [];
  for (const [at, result] of results.entries()) {
    if (result.status === 'fulfilled') extractions.push({ at, extraction: result.value });
    else if (result.reason instanceof ExtractorBroken) throw result.reason;
    else refused.push({ at, problem: messageOf(result.reason) });
  }
  const saved = await save(store, extractions);
  return { ...saved, refused: [...refused, ...saved.refused].sort((a, b) => a.at - b.at) };
}

async function save(
  store: GraphStore,
  extractions: readonly { at: number; extraction: Extraction }[],
): Promise<BatchReport> {
  try {
    const { added, replaced, unchanged } = await store.save(extractions.map((e) => e.extraction));
    const edges = extractions.flatMap((e) => e.extraction.edges);
    return { added, replaced, unchanged, edges: edges.length, relations: countTypes(edges), refused: [] };
  } catch (error) {
    if (!(error instanceof GraphError && error.code === 'INVALID')) throw error;
    const [first, ...others] = extractions;
    if (first && others.length === 0)
      return { ...NOTHING, refused: [{ at: first.at, problem: error.message }] };
    // One of them cannot be stored and took the batch with it: go one by one, so that the others are.
    let report = NOTHING;
    for (const one of extractions) report = add(report, await save(store, [one]));
    return report;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
