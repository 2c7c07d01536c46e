import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Extraction, Statement } from '../../graph/model.ts';
import { Rejection } from '../../ingest/rejection.ts';
import { ApiError } from '../errors.ts';
import type { Job, JobResult, Ready } from './protocol.ts';

/** What the server and the command line need of an extractor: an Extractor of ingest/ is one, and so is the pool. */
export interface ExtractionService {
  readonly extract: (statement: Statement) => Extraction | Promise<Extraction>;
  readonly close?: () => Promise<void>;
}

/** No text can be extracted: the rules themselves cannot be loaded. */
export class ExtractorBroken extends Error {
  override readonly name = 'ExtractorBroken';
}

interface Waiting {
  readonly statement: Statement;
  readonly resolve: (json: string) => void;
  readonly reject: (error: Error) => void;
}
interface Thread {
  readonly worker: Worker;
  ready: boolean;
  /** What it has, in order; it works on the first. */
  readonly posted: Waiting[];
  timer: NodeJS.Timeout | undefined;
}

// From source the worker is started through tsx, built it is JavaScript beside this file.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './extract-worker.dev.mjs' : './extract-worker.js',
  import.meta.url,
);

/** More than the command line sends at once; each holds its text in memory. */
const MOST_WAITING = 200;

/** Waiting texts to a thread that justify another one at once, and how long fewer wait before they do. */
const MANY = 12;
const WAIT_MS = 200;

/**
 * Texts that a thread gets ahead while very many wait, so that it need not stand still until this one, which also writes, has
 * time for it. Else a thread gets one at a time: a short text must not wait behind a long one.
 */
const AHEAD = 4;

/** A long text may take long; a hundred words that take a minute are a fault. */
const patience = (statement: Statement): number => 60_000 + statement.text.length / 5;

/** Extracts in threads, so that a long text holds up nobody else. Threads start when there is work for them. */
export class ExtractorPool implements ExtractionService {
  readonly #size: number;
  readonly #waiting: number;
  readonly #entry: URL;
  readonly #patience: (statement: Statement) => number;
  readonly #threads = new Set<Thread>();
  readonly #queue: Waiting[] = [];
  #closed = false;
  #broken: ExtractorBroken | undefined;
  #grow: NodeJS.Timeout | undefined;

  constructor(
    options: {
      size?: number;
      entry?: URL;
      patience?: (statement: Statement) => number;
      waiting?: number;
    } = {},
  ) {
    this.#waiting = options.waiting ?? MOST_WAITING;
    this.#size = Math.max(1, options.size ?? Math.min(4, availableParallelism()));
    this.#entry = options.entry ?? WORKER;
    this.#patience = options.patience ?? patience;
  }

  get size(): number {
    return this.#size;
  }

  readonly extract = async (statement: Statement): Promise<Extraction> =>
    JSON.parse(await this.extractText(statement)) as Extraction;

  /** The extraction as JSON, for whoever only passes it on. */
  readonly extractText = (statement: Statement): Promise<string> =>
    new Promise((resolve, reject) => {
      if (this.#closed) return reject(new ApiError('SHUTTING_DOWN', 'the server is shutting down'));
      if (this.#broken) return reject(this.#broken);
      if (this.#queue.length >= this.#waiting)
        return reject(new ApiError('BUSY', 'too many texts wait to be read; try again'));
      this.#queue.push({ statement, resolve, reject });
      this.#next();
    });

  /** Starts the first thread, which takes a second to load the rules, before there is a text. */
  readonly prepare = (): void => {
    if (this.#threads.size === 0 && !this.#closed && !this.#broken) this.#start().worker.unref();
  };

  readonly close = async (): Promise<void> => {
    this.#closed = true;
    clearTimeout(this.#grow);
    const gone = new ApiError('SHUTTING_DOWN', 'the server is shutting down');
    for (const { reject } of this.#queue.splice(0)) reject(gone);
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, gone)));
  };

  /** Gives waiting statements to idle threads; starts the first thread, and more when many wait. */
  #next(): void {
    while (this.#queue.length > 0 && !this.#closed && !this.#broken) {
      const idle = [...this.#threads].find((t) => t.posted.length === 0);
      const few = this.#threads.size === 0 || this.#queue.length >= MANY * this.#threads.size;
      const thread = idle ?? (few && this.#threads.size < this.#size ? this.#start() : this.#ahead());
      if (!thread) return this.#growLater();
      const waiting = this.#queue.shift();
      if (waiting) this.#assign(thread, waiting);
    }
  }

  #ahead(): Thread | undefined {
    if (this.#queue.length < MANY * this.#size) return undefined;
    return [...this.#threads].find((t) => t.ready && t.posted.length < AHEAD);
  }

  /** Loading the rules costs more than a few short texts, so another thread starts only when they keep waiting. */
  #growLater(): void {
    if (this.#grow !== undefined || this.#threads.size >= this.#size) return;
    this.#grow = setTimeout(() => {
      this.#grow = undefined;
      if (this.#closed || this.#queue.length === 0) return;
      if ([...this.#threads].every((t) => t.ready && t.posted.length > 0)) this.#start();
      this.#next();
    }, WAIT_MS).unref();
  }

  #assign(thread: Thread, waiting: Waiting): void {
    thread.posted.push(waiting);
    if (thread.posted.length === 1) this.#time(thread);
    thread.worker.postMessage({ statement: waiting.statement } satisfies Job);
  }

  /** Time runs for the text that the thread works on. */
  #time(thread: Thread): void {
    const [current] = thread.posted;
    clearTimeout(thread.timer);
    if (!current) return thread.worker.unref();
    const ms = this.#patience(current.statement);
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      const seconds = Math.round(ms / 1000);
      void this.#end(
        thread,
        new ApiError('EXTRACTION_TIMEOUT', `reading the text took more than ${seconds} s; split it`),
      );
    }, ms);
  }

  #start(): Thread {
    const thread: Thread = {
      worker: new Worker(this.#entry),
      ready: false,
      posted: [],
      timer: undefined,
    };
    thread.worker.on('message', (message: JobResult | Ready) => {
      if ('ready' in message) thread.ready = true;
      else this.#finish(thread, message);
    });
    thread.worker.on('error', (error: unknown) => void this.#fail(thread, error));
    thread.worker.on(
      'exit',
      () => void this.#end(thread, new Error('the extraction thread ended unexpectedly')),
    );
    this.#threads.add(thread);
    return thread;
  }

  #finish(thread: Thread, result: JobResult): void {
    const waiting = thread.posted.shift();
    this.#time(thread);
    if (result.ok) waiting?.resolve(result.json);
    else
      waiting?.reject(
        result.rejection ? new Rejection(result.rejection, result.message) : new Error(result.message),
      );
    this.#next();
  }

  /** A thread that dies at work takes one text with it; one that never got to work would do so again for every text. */
  async #fail(thread: Thread, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    if (thread.ready) return this.#end(thread, new Error(`the extractor failed on this text: ${message}`));
    this.#broken = new ExtractorBroken(`the extractor cannot start: ${message}`);
    for (const { reject } of this.#queue.splice(0)) reject(this.#broken);
    return this.#end(thread, this.#broken);
  }

  /** Ends a thread; what it worked on fails with `reason`, and what it had besides goes on in another. */
  async #end(thread: Thread, reason: Error): Promise<void> {
    if (!this.#threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const [current, ...ahead] = thread.posted.splice(0);
    current?.reject(reason);
    if (this.#closed || this.#broken) for (const { reject } of ahead) reject(reason);
    else this.#queue.unshift(...ahead);
    await thread.worker.terminate();
    this.#next();
  }
}
