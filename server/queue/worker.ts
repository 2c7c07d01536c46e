/** The side that does the work: takes from the queue, reads, extracts, writes to the shared graph. */
import type { FileHandle } from 'node:fs/promises';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'bullmq';
import type { Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { GraphError } from '../../graph/store/errors.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { ingestBatch } from '../cli/ingest-batch.ts';
import { ExtractorPool } from '../pool/extractor-pool.ts';
import type { Catalogued } from '../sources/catalogue.ts';
import { ReadingPool } from '../sources/reading-pool.ts';
import type { QueueNames } from './connection.ts';
import type { Label, Read } from './protocol.ts';
import { TOO_LARGE, packRead, packReport, unpackSource, unpackStatements } from './protocol.ts';

/** A job is given up when so many workers were lost over it. */
const MOST_LOST = 3;
/** Bytes that a source may come to on the queue. */
const MOST_ANSWERED = 64 * 2 ** 20;
const RETRY_MS = 2_000;

export interface WorkerOptions {
  readonly redis: Redis;
  readonly names: QueueNames;
  readonly store: GraphStore;
  readonly threads: number;
  /** After this many milliseconds without a sign of life another worker takes what this one had. */
  readonly lostAfterMs: number;
  readonly note: (text: string) => void;
}
export interface RunningWorker {
  /** Jobs done. */
  readonly done: () => number;
  /** Ends after what is under way. */
  readonly close: () => Promise<void>;
}

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { redis, names, store, threads, lostAfterMs, note } = options;
  const spool = await mkdtemp(join(tmpdir(), 'entente-worker-'));
  const reader = new ReadingPool({ threads });
  const extractor = new ExtractorPool({ size: threads, waiting: Infinity });
  const closing = new AbortController();
  let done = 0;

  const read = async (id: string, payload: Buffer): Promise<Buffer> => {
    const { head, bytes } = unpackSource(payload);
    const { name, url, mediaType, columns, since } = head;
    const source = { name, version: '', bytes, mediaType, ...(url !== undefined && { url }) };
    const outcome = await reader.read(source, { columns, since, folder: spool, run: id });
    const answer = await collect(spool, outcome.documents);
    return answer ? packRead({ lines: answer.lines, outcome: { ...outcome, ...answer.outcome } }) : TOO_LARGE;
  };

  /** A database that is away comes back; until then the job is kept. */
  const save = async (payload: Buffer): Promise<Buffer> => {
    const statements = unpackStatements(payload);
    for (;;) {
      try {
        return packReport(await ingestBatch(store, extractor, statements));
      } catch (error) {
        if (!(error instanceof GraphError && error.retriable)) throw error;
        note(`${error.message}; trying again`);
        await wait(RETRY_MS, undefined, { signal: closing.signal });
      }
    }
  };

  const work = async ({ id = '', name }: Job<Label>): Promise<void> => {
    const payload = await redis.hgetBuffer(names.payloads, id);
    // The ingest that wanted it has ended.
    if (!payload) return;
    const answer = name === 'read' ? await read(id, payload) : await save(payload);
    await redis.hset(names.answers, id, answer);
    done++;
  };

  const worker = new Worker<Label>(names.queue, work, {
    connection: redis,
    name: `${hostname()}-${process.pid}`,
    // One more than threads, so that one batch is written while others are extracted.
    concurrency: threads + 1,
    lockDuration: lostAfterMs,
    stalledInterval: lostAfterMs,
    maxStalledCount: MOST_LOST,
  });
  let said = '';
  worker.on('error', (error) => {
    if (error.message !== said) note(`${error.message}; going on when Redis answers`);
    said = error.message;
  });
  worker.on('failed', (job, error) => note(`${job?.data.name ?? 'a job'}: ${error.message}`));
  await worker.waitUntilReady();
  return {
    done: () => done,
    close: async () => {
      closing.abort();
      await worker.close();
      await Promise.all([reader.close(), extractor.close()]);
      await rm(spool, { recursive: true, force: true });
    },
  };
}

/** Takes what was read out of the spool. Undefined when it is more than the queue carries. */
async function collect(
  folder: string,
  documents: readonly Catalogued[],
): Promise<{ outcome: Pick<Read['outcome'], 'documents'>; lines: Buffer } | undefined> {
  const files = new Map<string, FileHandle>();
  try {
    const total = documents.reduce((n, d) => n + d.spooled!.length, 0);
    if (total > MOST_ANSWERED) return undefined;
    const lines = Buffer.alloc(total);
    const placed: Catalogued[] = [];
    let at = 0;
    for (const document of documents) {
      const { file, offset, length } = document.spooled!;
      const handle = files.get(file) ?? (await open(join(folder, file)));
      files.set(file, handle);
      await handle.read(lines, at, length, offset);
      placed.push({ ...document, spooled: { file: '', offset: at, length } });
      at += length;
    }
    return { outcome: { documents: placed }, lines };
  } finally {
    for (const handle of files.values()) await handle.close();
    for (const file of new Set(documents.map((d) => d.spooled!.file))) await rm(join(folder, file));
  }
}
