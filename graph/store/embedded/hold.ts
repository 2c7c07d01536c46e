/** What a process that holds a store does: held-process.ts is its other side. */
import { setTimeout as wait } from 'node:timers/promises';
import { GraphError } from '../errors.ts';
import type { Failure, Methods, Reply, Request } from './held-protocol.ts';

/** How long an earlier process, whose owner was killed a moment ago, may take to let go of the folder. */
const LETTING_GO_MS = 2000;
const LOOK_EVERY_MS = 100;

interface Closing {
  close(): Promise<void>;
}

/** Opens the store of the folder that is this process's argument, and answers what is asked of it until it is told to close. */
export async function hold<M extends Methods<M>>(
  open: (folder: string) => Promise<M & Closing>,
): Promise<void> {
  // Ctrl-C goes to all processes of a terminal, and what ends a service to all of its: the owner ends its work first, and then
  // this process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  endWithOwner();
  try {
    const store = await openPatiently(open, process.argv[2] ?? '');
    process.on('message', (request: Request) => void answer(store, request));
    say({ kind: 'opened', memory: process.memoryUsage.rss() });
  } catch (error) {
    say({ kind: 'refused', error: failureOf(error) });
    process.disconnect();
  }
}

/** Ends this process when its owner is gone or wants no more of it. What was acknowledged is in the log of the database. */
export const endWithOwner = (): void => void process.on('disconnect', endNow);

/** process.exit would wait for the threads that queries run on. */
export const endNow = (): void => void process.kill(process.pid, 'SIGKILL');

/** Who cannot be told is gone. */
const say = (reply: Reply): void => void process.send?.(reply, (error: Error | null) => error && endNow());

async function openPatiently<S>(open: (folder: string) => Promise<S>, folder: string): Promise<S> {
  const until = performance.now() + LETTING_GO_MS;
  for (;;) {
    try {
      return await open(folder);
    } catch (error) {
      const held = error instanceof GraphError && error.code === 'LOCKED';
      if (!held || performance.now() > until) throw error;
      await wait(LOOK_EVERY_MS);
    }
  }
}

async function answer<M extends Methods<M>>(store: M & Closing, request: Request): Promise<void> {
  if (request === 'close') {
    await store.close();
    return process.disconnect();
  }
  const { id, method, args } = request;
  try {
    const value = await store[method as keyof M](...(args as never[]));
    say({ kind: 'done', id, value, memory: process.memoryUsage.rss() });
  } catch (error) {
    say({ kind: 'failed', id, error: failureOf(error) });
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof GraphError) {
    const { code, message, retriable } = error;
    return { code, message, retriable };
  }
  return {
    code: 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    retriable: false,
  };
}
