/** The process that holds the store of an ingest, whose folder is its argument. Started by renewed.ts. */
import { setTimeout as wait } from 'node:timers/promises';
import { GraphError } from '../errors.ts';
import { asIngestStore } from '../ingest-store.ts';
import type { IngestStore } from '../store.ts';
import { openEmbedded } from './driver.ts';
import type { Failure, Reply, Request } from './ingest-protocol.ts';

/** How long an earlier process, whose ingest was killed a moment ago, may take to let go of the folder. */
const LETTING_GO_MS = 2000;
const LOOK_EVERY_MS = 100;

const say = (reply: Reply): void => void process.send?.(reply);

function failureOf(error: unknown): Failure {
  if (error instanceof GraphError) return { code: error.code, message: error.message };
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
}

async function openPatiently(folder: string): Promise<IngestStore> {
  const until = performance.now() + LETTING_GO_MS;
  for (;;) {
    try {
      return asIngestStore(await openEmbedded(folder));
    } catch (error) {
      const held = error instanceof GraphError && error.code === 'LOCKED';
      if (!held || performance.now() > until) throw error;
      await wait(LOOK_EVERY_MS);
    }
  }
}

async function answer(store: IngestStore, request: Request): Promise<void> {
  if (request === 'close') {
    await store.close();
    return process.disconnect();
  }
  const { id, method, args } = request;
  try {
    const value = await (store[method] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
    say({ kind: 'done', id, value, memory: process.memoryUsage.rss() });
  } catch (error) {
    say({ kind: 'failed', id, error: failureOf(error) });
  }
}

// Ctrl-C goes to all processes of a terminal, and what ends a service to all of its: the ingest ends its batch first, and then
// this one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
// The ingest is gone, or wants no more. What was acknowledged is in the log of the database.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

try {
  const store = await openPatiently(process.argv[2] ?? '');
  process.on('message', (request: Request) => void answer(store, request));
  say({ kind: 'opened', memory: process.memoryUsage.rss() });
} catch (error) {
  say({ kind: 'refused', error: failureOf(error) });
  process.disconnect();
}
