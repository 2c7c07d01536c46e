import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { GraphError, closedError } from '../errors.ts';
import { MAX_RESULT_BYTES } from '../store.ts';
import type { QueryLimits, QueryResult } from '../store.ts';
import { forkProcess } from './fork-process.ts';
import type { Answer, Question } from './query-protocol.ts';

/** Queries at once; each process holds the graph in memory. */
const MOST_WORKERS = Math.max(2, Math.min(4, availableParallelism()));
const MOST_WAITING = 64;
/** Opening a snapshot is our work, not the query's, so it does not count against its time. */
const START_LIMIT_MS = 60_000;
const IDLE_MS = 60_000;
const QUERY_MEMORY = (Number(process.env['ENTENTE_QUERY_MEMORY_MB']) || 1024) * 2 ** 20;

interface Worker {
  readonly child: ChildProcess;
  /** What it has open. */
  snapshot?: string;
  idle?: NodeJS.Timeout;
}

/** Runs queries in processes that are killed when they take too long. */
export interface QueryPool {
  run(
    cypher: string,
    parameters: Readonly<Record<string, unknown>>,
    limits: QueryLimits,
  ): Promise<QueryResult>;
  close(): void;
}

/** @param withSnapshot runs work with the path of a copy of the store as it is now */
export function createQueryPool(
  withSnapshot: <T>(work: (snapshot: string) => Promise<T>) => Promise<T>,
): QueryPool {
  const workers = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let closed = false;

  const drop = (worker: Worker): void => {
    clearTimeout(worker.idle);
    workers.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
    worker.child.removeAllListeners();
    worker.child.on('error', () => undefined);
    worker.child.kill('SIGKILL');
    waiting.shift()?.();
  };

  const start = (): Worker => {
    const worker: Worker = { child: forkWorker() };
    workers.add(worker);
    worker.child.once('exit', () => drop(worker));
    return worker;
  };

  const acquire = async (limits: QueryLimits): Promise<Worker> => {
    const deadline = Date.now() + limits.timeoutMs;
    for (;;) {
      if (closed) throw closedError();
      const free = idle.pop();
      if (free) {
        clearTimeout(free.idle);
        return free;
      }
      if (workers.size < MOST_WORKERS) return start();
      if (waiting.length >= MOST_WAITING) throw busy();
      await turn(waiting, deadline - Date.now(), limits.signal);
    }
  };

  const release = (worker: Worker): void => {
    if (!workers.has(worker)) return;
    unref(worker.child);
    worker.idle = setTimeout(() => drop(worker), IDLE_MS).unref();
    idle.push(worker);
    waiting.shift()?.();
  };

  return {
    async run(cypher, parameters, limits) {
      if (limits.signal?.aborted) throw cancelled();
      const worker = await acquire(limits);
      try {
        const { maxRows, maxBytes = MAX_RESULT_BYTES } = limits;
        const question = { cypher, parameters, maxRows, maxBytes, memory: QUERY_MEMORY };
        const result = await withSnapshot((snapshot) => ask(worker, { snapshot, ...question }, limits));
        release(worker);
        return result;
      } catch (error) {
        const healthy =
          error instanceof GraphError && !['TIMEOUT', 'CANCELLED', 'INTERNAL'].includes(error.code);
        if (healthy) release(worker);
        else drop(worker);
        throw error;
      }
    },
    close() {
      closed = true;
      for (const worker of [...workers]) drop(worker);
      while (waiting.length > 0) waiting.shift()?.();
    },
  };
}

const busy = (): GraphError => new GraphError('BUSY', 'too many queries run at once; try again in a moment');
const cancelled = (): GraphError => new GraphError('CANCELLED', 'the query was cancelled');

/** Waits until a worker may be free. */
function turn(waiting: (() => void)[], ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (then: () => void) => (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      const at = waiting.indexOf(next);
      if (at >= 0) waiting.splice(at, 1);
      then();
    };
    const next = done(resolve);
    const abort = done(() => reject(cancelled()));
    const timer = setTimeout(
      done(() => reject(busy())),
      Math.max(0, ms),
    );
    signal?.addEventListener('abort', abort, { once: true });
    waiting.push(next);
  });
}

/** One question, one answer, within its time. The caller kills the process when this rejects with TIMEOUT or CANCELLED. */
function ask(worker: Worker, question: Question, { timeoutMs, signal }: QueryLimits): Promise<QueryResult> {
  const { child } = worker;
  return new Promise((resolve, reject) => {
    let began = performance.now();
    const within = (ms: number, error: GraphError): NodeJS.Timeout =>
      setTimeout(() => settle(() => reject(error)), ms);
    let timer =
      worker.snapshot === question.snapshot
        ? within(timeoutMs, tooSlow(timeoutMs))
        : within(START_LIMIT_MS, slowStart());
    const settle = (then: () => void): void => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', gone);
      signal?.removeEventListener('abort', abort);
      then();
    };
    const hear = (answer: Answer): void => {
      if (answer.kind === 'started') {
        clearTimeout(timer);
        began = performance.now();
        timer = within(timeoutMs, tooSlow(timeoutMs));
        worker.snapshot = question.snapshot;
      } else if (answer.kind === 'rows') {
        settle(() => resolve({ ...(JSON.parse(answer.json) as Omit<QueryResult, 'ms'>), ms: since(began) }));
      } else {
        const { code, message, position } = answer;
        settle(() => reject(new GraphError(code, message, position ? { position } : {})));
      }
    };
    const gone = (code: number | null, by: string | null): void =>
      settle(() => reject(worker.snapshot === question.snapshot ? brokeDown() : noProcess(by ?? code)));
    const abort = (): void => settle(() => reject(cancelled()));
    child.on('message', hear);
    child.on('exit', gone);
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) return abort();
    ref(child);
    child.send(question, (error) => error && gone(null, error.message));
  });
}

const since = (t: number): number => Math.round((performance.now() - t) * 10) / 10;
const tooSlow = (ms: number): GraphError => new GraphError('TIMEOUT', `the query was stopped after ${ms} ms`);
/** The database crashed on the query: values nested without end exhaust its stack. */
const brokeDown = (): GraphError =>
  new GraphError(
    'UNSUPPORTED',
    'the embedded store broke down on this query, alone in its process: nest its values less, or use Neo4j',
  );
const noProcess = (why: string | number | null): GraphError =>
  new GraphError('INTERNAL', `the query process ended before it had opened the graph (${why})`);
const slowStart = (): GraphError =>
  new GraphError('TIMEOUT', 'the snapshot for queries could not be opened in time');

/** A process that waits for work keeps nobody else alive; one that works does. */
function unref(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
function ref(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function forkWorker(): ChildProcess {
  const child = forkProcess('query-worker');
  unref(child);
  return child;
}
