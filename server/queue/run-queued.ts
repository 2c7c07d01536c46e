/** A run whose reading and saving is done by workers. */
import type { GraphStore } from '../../graph/store/store.ts';
import { localTarget } from '../cli/local-target.ts';
import { note } from '../cli/io.ts';
import { openOwnStore } from '../cli/open-store.ts';
import { findScope } from '../sources/locate.ts';
import { ReadingPool } from '../sources/reading-pool.ts';
import type { RunReport } from '../sources/report.ts';
import { runSources } from '../sources/run.ts';
import type { RunOptions } from '../sources/run.ts';
import { checkStore, connect, queueNames, shown } from './connection.ts';
import { Dispatcher } from './dispatcher.ts';
import { QUEUE_PACE, RemoteReader, saveRemotely } from './remote.ts';

export interface QueueOptions {
  /** `redis://…` */
  readonly queue: string;
  /** Seconds without a sign of life after which a worker or an ingest counts as lost. */
  readonly lostAfter: number;
}

/**
 * Like `runSources`: the plan, the journal and the report are this machine's, the work is the workers'. The graph is the same.
 * @param folder where the catalogue of this graph is kept
 */
export async function runQueued(
  folder: string,
  given: readonly string[],
  { queue: address, lostAfter, ...options }: QueueOptions & RunOptions,
): Promise<RunReport> {
  const store = await openOwnStore();
  checkStore(store.kind);
  const target = await localTarget({ store });
  const redis = await connect(address).catch(async (error: unknown) => {
    await target.close();
    throw error;
  });
  const { covers } = await findScope(given);
  let queue: Dispatcher | undefined;
  try {
    queue = await Dispatcher.open(redis, await queueNames(store), {
      lostAfterMs: lostAfter * 1000,
      // What was to be saved is planned anew.
      covers: ({ kind, name }) => kind === 'save' || covers(name) || given.includes(name),
      onNobody: () =>
        note(
          `no worker takes from the queue; start \`entente worker --queue ${shown(address)}\`, with this version and the same graph`,
        ),
    });
    const dispatcher = queue;
    const pool = new RemoteReader(dispatcher, new ReadingPool());
    try {
      const report = await runSources(
        { ...target, ingest: (batch) => saveRemotely(dispatcher, batch) },
        folder,
        given,
        { ...options, pool, pace: QUEUE_PACE },
      );
      return { ...report, queue: { workers: await queue.workers(), retaken: queue.retaken } };
    } finally {
      await pool.close();
    }
  } finally {
    await queue?.close();
    redis.disconnect();
    await target.close();
  }
}

/** Opens the shared graph and its queue for a command, and closes both. */
export async function withQueue<T>(
  address: string,
  work: (shared: {
    redis: Awaited<ReturnType<typeof connect>>;
    names: Awaited<ReturnType<typeof queueNames>>;
    store: GraphStore;
  }) => Promise<T>,
): Promise<T> {
  const store = await openOwnStore();
  try {
    checkStore(store.kind);
    const redis = await connect(address);
    try {
      return await work({ redis, names: await queueNames(store), store });
    } finally {
      redis.disconnect();
    }
  } finally {
    await store.close();
  }
}
