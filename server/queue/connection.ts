/** How machines find each other: Redis, and in it one queue for each graph and version of the rules. */
import { Redis } from 'ioredis';
import { hash64 } from '../../graph/ids.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { EXTRACTOR } from '../../ingest/extractor-name.ts';
import { CliError, EXIT } from '../cli/failure.ts';

/** Names of what the queue keeps in Redis beside BullMQ's own keys. */
export interface QueueNames {
  readonly queue: string;
  /** Hashes by job: what is to be read or saved, and what came of it. Both are too large for BullMQ's events. */
  readonly payloads: string;
  readonly answers: string;
  /** Held by the one ingest that fills the queue. */
  readonly claim: string;
}

/**
 * Names that only those share who write the same graph with the same rules: whoever is set up otherwise sees an empty queue
 * and can do no harm.
 */
export async function queueNames(store: Pick<GraphStore, 'query'>): Promise<QueueNames> {
  const { rows } = await store.query(
    'CALL db.info() YIELD id RETURN id',
    {},
    { maxRows: 1, timeoutMs: 20_000 },
  );
  const queue = `entente-${hash64(`${String(rows[0]?.[0])} ${EXTRACTOR.name} ${EXTRACTOR.version}`)}`;
  return { queue, payloads: `${queue}:payloads`, answers: `${queue}:answers`, claim: `${queue}:claim` };
}

/** Refuses a store that only one process can write to. */
export function checkStore(kind: GraphStore['kind']): void {
  if (kind !== 'neo4j')
    throw new CliError(
      'a queue is for a graph that several machines write to: set NEO4J_URI (and NEO4J_USER, NEO4J_PASSWORD) here and for every worker',
      EXIT.usage,
    );
}

/** Without its password, for messages. */
export function shown(address: string): string {
  const url = new URL(address);
  url.password = '';
  return url.href;
}

/**
 * A connection that, once made, comes back by itself.
 * @throws CliError when there is no Redis at the address, or it does not let us in
 */
export async function connect(address: string): Promise<Redis> {
  if (!/^rediss?:\/\/\S+$/i.test(address) || !URL.canParse(address))
    throw new CliError(
      `"${address}" is no address of a queue; write redis://host:6379 or rediss://…`,
      EXIT.usage,
    );
  let reached = false;
  let why = '';
  const redis = new Redis(address, {
    lazyConnect: true,
    connectTimeout: 5_000,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (reached ? Math.min(100 * times, 2_000) : null),
  });
  redis.on('error', (error: Error) => (why = error.message));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw new CliError(
      `no Redis can be used at ${shown(address)}: ${why || (error as Error).message}. Start one (redis-server), or check the address and its password`,
    );
  }
  reached = true;
  return redis;
}
