/**
 * The embedded store for an ingest of any length. Its database holds some 900 bytes of memory for each edge that it wrote,
 * a quarter of that once it is opened anew, and gives memory back only when its process ends. So it has a process of its
 * own here, which is begun anew whenever it has grown large; the ingest goes on meanwhile.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { GraphError } from '../errors.ts';
import type { IngestStore } from '../store.ts';
import { forkProcess } from './fork-process.ts';
import type { Failure, Method, Reply, Request } from './ingest-protocol.ts';

/** Bytes that the process may take, and how much it may grow by in any case after it has opened a store that large. */
const LIMITS = { most: 576 * 2 ** 20, growth: 192 * 2 ** 20 };
/** The C library keeps memory apart for each thread, and the database has a thread for each core. */
const ENV = { MALLOC_ARENA_MAX: '2' };

type Args<M extends Method> = Parameters<IngestStore[M]>;
type Value<M extends Method> = Awaited<ReturnType<IngestStore[M]>>;

/** Opens the store in a folder, which is made when there is none. LOCKED, DAMAGED or UNAVAILABLE when that fails. */
export async function openRenewed(folder: string, limits = LIMITS): Promise<IngestStore> {
  let holder = await Holder.start(folder);
  let renewal: Promise<void> | undefined;

  const renew = async (): Promise<void> => {
    await holder.end();
    holder = await Holder.start(folder);
    renewal = undefined;
  };
  const call =
    <M extends Method>(method: M) =>
    async (...args: Args<M>): Promise<Value<M>> => {
      while (renewal) await renewal;
      const value = await holder.ask(method, args);
      if (!renewal && holder.memory > Math.max(limits.most, holder.opened + limits.growth)) {
        renewal = renew();
        // Whoever calls next is told what went wrong.
        renewal.catch(() => undefined);
      }
      return value;
    };

  return {
    saveTexts: call('saveTexts'),
    deleteStatement: call('deleteStatement'),
    getStatement: call('getStatement'),
    statementIds: call('statementIds'),
    stats: call('stats'),
    close: async () => {
      await renewal?.catch(() => undefined);
      await holder.end();
    },
  };
}

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: GraphError) => void;
}

/** One process that holds the store, from start to end. */
class Holder {
  readonly #child: ChildProcess;
  readonly #asked = new Map<number, Asked>();
  /** Bytes that it took when it had opened the store, and that it takes now. */
  readonly opened: number;
  memory: number;
  #last = 0;
  #idle: (() => void) | undefined;

  /** Resolves when the store is open. */
  static async start(folder: string): Promise<Holder> {
    const child = forkProcess('ingest-worker', [folder], { env: ENV, stderr: 'inherit' });
    const reply = await new Promise<Reply>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code, signal) => reject(ended(signal ?? code)));
    });
    child.removeAllListeners('exit');
    if (reply.kind === 'refused') throw toError(reply.error);
    return new Holder(child, reply.kind === 'opened' ? reply.memory : 0);
  }

  private constructor(child: ChildProcess, memory: number) {
    this.#child = child;
    this.opened = this.memory = memory;
    child.on('message', (reply: Reply) => this.#hear(reply));
    child.once('exit', (code, signal) => this.#gone(ended(signal ?? code)));
  }

  ask<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#asked.set(id, { resolve: (value) => resolve(value as Value<M>), reject });
      this.#child.send({ id, method, args } satisfies Request, (error) => {
        if (error && this.#asked.delete(id)) reject(ended(error.message));
      });
    });
  }

  /** Ends it once everything that was asked is answered. */
  async end(): Promise<void> {
    if (this.#asked.size > 0) await new Promise<void>((idle) => (this.#idle = idle));
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit') as Promise<[number | null]>;
    this.#child.send('close' satisfies Request, () => undefined);
    const [code] = await exit;
    // It has said why on its own: closing writes, and the disk may be full.
    if (code) throw ended(code);
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

const toError = ({ code, message }: Failure): GraphError => new GraphError(code, message);
const ended = (why: string | number | null): GraphError =>
  new GraphError(
    'INTERNAL',
    `the process that holds the graph ended (${why}); what it had saved is there: run the command again, and it goes on`,
  );
