import type { IngestStore } from '../../graph/store/store.ts';
import { ExtractorPool } from '../pool/extractor-pool.ts';
import { ingestBatch } from './ingest-batch.ts';
import { openOwnIngestStore } from './open-store.ts';
import type { IngestTarget } from './target.ts';

/** Texts that may wait for the extractor: several batches. */
const WAITING = 1000;

/** Only what an ingest needs; its memory does not grow with what it has written. */
export async function localIngestTarget(threads?: number): Promise<IngestTarget> {
  return ingestTarget(await openOwnIngestStore(), extractorPool(threads));
}

/** What an ingest does with a target, on a store and an extractor of our own; closing it closes both. */
export function ingestTarget(store: IngestStore, pool: ExtractorPool): IngestTarget {
  const saver = { save: store.saveTexts };
  const extractor = { extract: pool.extractText };
  return {
    ingest: (batch) => ingestBatch(saver, extractor, batch),
    prepare: pool.prepare,
    statementIds: async () => new Set(await store.statementIds()),
    statement: async (id) => (await store.getStatement(id))?.statement,
    remove: async (ids) => {
      for (const id of ids) await store.deleteStatement(id);
    },
    stats: () => store.stats(),
    close: async () => {
      await pool.close();
      await store.close();
    },
  };
}

export const extractorPool = (threads: number | undefined): ExtractorPool =>
  new ExtractorPool({ ...(threads !== undefined && { size: threads }), waiting: WAITING });
