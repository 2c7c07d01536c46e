/**
 * A process that holds a store, seen by who asks it. The embedded database gives memory back only when its process ends, so
 * whoever wants that memory bounded keeps it in one of these and begins it anew.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { GraphError } from '../errors.ts';
import { forkProcess } from './fork-process.ts';
import type { Args, Failure, Methods, Reply, Request, Value } from './held-protocol.ts';

/** The C library keeps memory apart for each thread, and the database has a thread for each core. */
const ENV = { MALLOC_ARENA_MAX: '2' };

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: GraphError) => void;
}

/** One process that holds the store of a folder, from start to end. */
export class HeldProcess<M extends Methods<M>> {
  readonly #child: ChildProcess;
  readonly #ended: (why: string | number | null) => GraphError;
  readonly #asked = new Map<number, Asked>();
  /** Bytes that it took when it had opened the store, and that it takes now. */
  readonly opened: number;
  memory: number;
  #last = 0;
  #idle: (() => void) | undefined;

  /**
   * Resolves when the store is open; LOCKED, DAMAGED or UNAVAILABLE when that fails.
   * @param name the file that the process runs, which calls `hold`
   * @param ended the error of what was asked of a process that is gone
   */
  static async start<M extends Methods<M>>(
    name: string,
    folder: string,
    ended: (why: string | number | null) => GraphError,
  ): Promise<HeldProcess<M>> {
    const child = forkProcess(name, [folder], { env: ENV, stderr: 'inherit' });
    const reply = await new Promise<Reply>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code, signal) => reject(ended(signal ?? code)));
    });
    child.removeAllListeners('exit');
    if (reply.kind === 'refused') throw toError(reply.error);
    return new HeldProcess<M>(child, reply.kind === 'opened' ? reply.memory : 0, ended);
  }

  private constructor(
    child: ChildProcess,
    memory: number,
    ended: (why: string | number | null) => GraphError,
  ) {
    this.#child = child;
    this.#ended = ended;
    this.opened = this.memory = memory;
    child.on('message', (reply: Reply) => this.#hear(reply));
    child.once('exit', (code, signal) => this.#gone(ended(signal ?? code)));
  }

  get alive(): boolean {
    return this.#why === null;
  }

  /** The signal or the code that it ended by. */
  get #why(): string | number | null {
    return this.#child.signalCode ?? this.#child.exitCode;
  }

  ask<K extends keyof M & string>(method: K, ...args: Args<M, K>): Promise<Value<M, K>> {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#asked.set(id, { resolve: (value) => resolve(value as Value<M, K>), reject });
      this.#child.send({ id, method, args } satisfies Request, (error) => {
        // While it ends, its exit is what tells why.
        if (error && !this.alive && this.#asked.delete(id)) reject(this.#ended(this.#why));
      });
    });
  }

  /** Ends it once everything that was asked is answered. */
  async end(): Promise<void> {
    if (this.#asked.size > 0) await new Promise<void>((idle) => (this.#idle = idle));
    if (!this.alive) return;
    const exit = once(this.#child, 'exit') as Promise<[number | null]>;
    this.#child.send('close' satisfies Request, () => undefined);
    const [code] = await exit;
    // It has said why on its own: closing writes, and the disk may be full.
    if (code) throw this.#ended(code);
  }

  #hear(reply: Reply): void {
    if (reply.kind !== 'done' && reply.kind !== 'failed') return;
    const asked = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if (reply.kind === 'failed') asked?.reject(toError(reply.error));
    else {
      this.memory = reply.memory;
      asked?.resolve(reply.value);
    }
    this.#restIfIdle();
  }

  #gone(error: GraphError): void {
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
    this.#restIfIdle();
  }

  #restIfIdle(): void {
    if (this.#asked.size === 0) this.#idle?.();
  }
}

const toError = ({ code, message, retriable }: Failure): GraphError =>
  new GraphError(code, message, { retriable });
