import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Located, ReadJob, ReadOutcome, ReadingOptions, SourceReader } from './protocol.ts';

// From source the worker is started through tsx, built it is JavaScript beside this file.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './read-worker.dev.mjs' : './read-worker.js',
  import.meta.url,
);
/** No single document takes longer than this without being at fault. */
const PATIENCE_MS = 60_000;
/** A thread that needs more is ended; what it read is refused. */
const HEAP_MB = 512;
/** Documents of one source that may take too long before all of it is given up. */
const MOST_SKIPPED = 20;

/** Reads sources in threads; a document that takes too long or too much memory is passed over, and named. */
export class ReadingPool implements SourceReader {
  readonly #pool: Piscina;
  readonly #patienceMs: number;

  constructor({ threads = availableParallelism(), patienceMs = PATIENCE_MS } = {}) {
    this.#patienceMs = patienceMs;
    this.#pool = new Piscina({
      filename: WORKER.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
  }

  async read(source: Located, options: ReadingOptions): Promise<ReadOutcome> {
    const skip: number[] = [];
    for (;;) {
      const progress = new SharedArrayBuffer(8);
      const stalled = new AbortController();
      const watch = this.#watch(new Int32Array(progress), stalled);
      const job: ReadJob = { ...options, source, progress, skip: [...skip] };
      try {
        return (await this.#pool.run(job, { name: 'read', signal: stalled.signal })) as ReadOutcome;
      } catch (error) {
        const last = new Int32Array(progress)[0]! - 1;
        const why = stalled.signal.aborted
          ? `it took longer than ${this.#patienceMs / 1000} s`
          : inWords(error);
        if (last <= 0 || skip.length >= MOST_SKIPPED || skip.includes(last)) {
          const problem = { name: source.name, problem: `${why}; it is given up`, code: 'LIMIT' as const };
          return { documents: [], problems: [problem], older: 0 };
        }
        // One document in it is at fault: once more, without that one.
        skip.push(last);
      } finally {
        clearInterval(watch);
      }
    }
  }

  /** Time runs only while a thread is at it, and begins anew with each document. */
  #watch(counter: Int32Array, stalled: AbortController): NodeJS.Timeout {
    let seen = 0;
    let since = Date.now();
    return setInterval(
      () => {
        const now = Atomics.load(counter, 0) + Atomics.load(counter, 1);
        if (now !== seen || now === 0) since = Date.now();
        seen = now;
        if (Date.now() - since > this.#patienceMs) stalled.abort();
      },
      Math.min(1000, this.#patienceMs / 4),
    ).unref();
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

function inWords(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `reading it needs more than ${HEAP_MB} MB`;
  return `reading it failed: ${error instanceof Error ? error.message : String(error)}`;
}
