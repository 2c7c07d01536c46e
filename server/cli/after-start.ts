import { join } from 'node:path';
import { storeConfigFromEnv } from '../../graph/store/open.ts';
import { GraphError } from '../../graph/store/errors.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { findDocuments } from '../../ingest/read/paths.ts';
import { readPath } from '../../ingest/read/statements.ts';
import type { ExtractorPool } from '../pool/extractor-pool.ts';
import { PACKAGE_ROOT } from '../package-info.ts';
import { leaveAddress } from './address-file.ts';
import { note } from './io.ts';
import { ingestBatch } from './ingest-batch.ts';
import { runIngest } from './run-ingest.ts';

interface Started {
  readonly store: GraphStore;
  readonly extractor: ExtractorPool;
  readonly url: string;
  readonly examples: boolean;
}

const RETRY_MS = 3000;

/** What a server does once it listens: leaves its address, reads the examples. Gives what undoes the former. */
export async function afterStart({ store, extractor, url, examples }: Started): Promise<() => void> {
  const config = storeConfigFromEnv(process.env);
  await refuseForGood(store);
  const removeAddress = config.kind === 'embedded' ? leaveAddress(config.path, url) : (): void => undefined;
  if (examples) await readExamples(store, extractor);
  return removeAddress;
}

/** A database that is away may come back; one that refuses the password will not: better to say so and stop. */
async function refuseForGood(store: GraphStore): Promise<void> {
  try {
    await store.ping();
  } catch (error) {
    if (!(error instanceof GraphError && error.retriable)) throw error;
    note(`${error.message}; serving all the same, and trying again`);
  }
}

/** Reads the examples into an empty store; when the database is away, once it is there. */
async function readExamples(store: GraphStore, extractor: ExtractorPool): Promise<void> {
  try {
    if ((await store.stats()).statements > 0) return;
    const { files } = await findDocuments([join(PACKAGE_ROOT, 'examples')]);
    const target = {
      ingest: (batch: Parameters<typeof ingestBatch>[2]) => ingestBatch(store, extractor, batch),
    };
    const documents = async function* () {
      for (const file of files) yield* readPath(file);
    };
    const { added, edges, rejected } = await runIngest(target, documents(), { total: files.length });
    note(`read ${added} examples with ${edges} edges`);
    for (const { name, problem } of rejected) note(`not taken  ${name}: ${problem}`);
  } catch (error) {
    if (!(error instanceof GraphError && error.retriable)) throw error;
    setTimeout(() => void readExamples(store, extractor).catch(() => undefined), RETRY_MS).unref();
  }
}
