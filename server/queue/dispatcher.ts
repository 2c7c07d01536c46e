/** The side that asks: puts work on the queue and waits for what workers make of it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import { Claim } from './claim.ts';
import type { QueueNames } from './connection.ts';
import { dropLetters, inWords } from './letters.ts';
import type { Letter } from './letters.ts';
import type { Kind, Label } from './protocol.ts';

/** Tries of a job that fails; one whose worker is lost is taken again besides. */
const TRIES = 3;
/** Bytes on the queue at once; one job may be larger. */
const MOST_BYTES = 128 * 2 ** 20;
/** An event may be missed while Redis is away: then the job itself is asked. */
const ASK_AFTER_MS = 10_000;
const NOBODY_MS = 5_000;

/** A job that no worker could do; it is on the dead-letter list. */
export class Undone extends Error {
  override readonly name = 'Undone';
  readonly job: string;
  constructor(job: string, reason: string) {
    super(reason);
    this.job = job;
  }
}

interface Waiting {
  readonly kind: Kind;
  readonly label: Label;
  readonly payload: Buffer;
  since: number;
  readonly resolve: (answer: Buffer) => void;
  readonly reject: (error: Error) => void;
}

export interface DispatcherOptions {
  /** After this many milliseconds without a sign of life an ingest or a worker counts as lost. */
  readonly lostAfterMs: number;
  /** Dead letters of earlier runs that this one sees to. */
  readonly covers: (letter: Letter) => boolean;
  /** Called once when there is work and no worker. */
  readonly onNobody: () => void;
}

export class Dispatcher {
  readonly #redis: Redis;
  readonly #names: QueueNames;
  readonly #queue: Queue;
  readonly #events: QueueEvents;
  readonly #claim: Claim;
  readonly #run = randomUUID();
  readonly #waiting = new Map<string, Waiting>();
  readonly #timers: NodeJS.Timeout[];
  #bytes = 0;
  #room: (() => void)[] = [];
  #count = 0;
  /** Jobs that were taken again from a lost worker. */
  retaken = 0;

  private constructor(redis: Redis, names: QueueNames, queue: Queue, claim: Claim) {
    this.#redis = redis;
    this.#names = names;
    this.#queue = queue;
    this.#claim = claim;
    this.#events = new QueueEvents(names.queue, { connection: redis, lastEventId: '0' });
    // An 'error' that nobody hears ends the process; the connection comes back by itself.
    this.#events.on('error', () => undefined);
    this.#events.on('completed', ({ jobId }) => void this.#completed(jobId));
    this.#events.on('failed', ({ jobId, failedReason }) => void this.#failed(jobId, failedReason));
    this.#events.on('stalled', ({ jobId }) => void (this.retaken += Number(this.#waiting.has(jobId))));
    this.#timers = [setInterval(() => void this.#ask(), ASK_AFTER_MS / 2).unref()];
  }

  /** Takes the queue over from whoever filled it before. */
  static async open(redis: Redis, names: QueueNames, options: DispatcherOptions): Promise<Dispatcher> {
    const claim = await Claim.take(redis, names.claim, options.lostAfterMs);
    const queue = new Queue(names.queue, { connection: redis });
    queue.on('error', () => undefined);
    await queue.waitUntilReady();
    await clear(redis, queue, names);
    await dropLetters(queue, options.covers);
    const dispatcher = new Dispatcher(redis, names, queue, claim);
    await dispatcher.#events.waitUntilReady();
    dispatcher.#timers.push(
      setTimeout(() => {
        queue.getWorkersCount().then(
          (n) => (n === 0 && dispatcher.#waiting.size > 0 ? options.onNobody() : undefined),
          () => undefined,
        );
      }, NOBODY_MS).unref(),
    );
    return dispatcher;
  }

  /** How many workers there are now. */
  workers(): Promise<number> {
    return this.#queue.getWorkersCount();
  }

  /**
   * Has a worker do something; waits while the queue holds many bytes already.
   * @throws Undone when it was tried in vain
   */
  async do(kind: Kind, label: Label, payload: Buffer): Promise<Buffer> {
    while (this.#bytes > 0 && this.#bytes + payload.length > MOST_BYTES)
      await new Promise<void>((next) => this.#room.push(next));
    this.#claim.check();
    this.#bytes += payload.length;
    const id = `${this.#run}-${this.#count++}`;
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        this.#waiting.set(id, { kind, label, payload, since: Date.now(), resolve, reject });
        this.#put(id).catch(reject);
      });
    } finally {
      this.#waiting.delete(id);
      this.#bytes -= payload.length;
      for (const next of this.#room.splice(0)) next();
      await this.#redis.hdel(this.#names.payloads, id);
    }
  }

  /** Takes a job off the dead-letter list. */
  async forget(job: string): Promise<void> {
    await this.#queue.remove(job);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#queue.drain(true);
    await this.#redis.unlink(this.#names.payloads, this.#names.answers);
    await this.#claim.release();
    await Promise.all([this.#events.close(), this.#queue.close()]);
  }

  async #put(id: string): Promise<void> {
    const { kind, label, payload } = this.#waiting.get(id)!;
    await this.#redis.hset(this.#names.payloads, id, payload);
    await this.#queue.add(kind, label, {
      jobId: id,
      attempts: TRIES,
      backoff: { type: 'exponential', delay: 1000 },
      removeOnComplete: true,
    });
  }

  async #completed(id: string): Promise<void> {
    const job = this.#waiting.get(id);
    if (!job) return;
    try {
      const answer = await this.#redis.hgetBuffer(this.#names.answers, id);
      // Redis lost the answer; it is asked for again.
      if (!answer) return await this.#put(id);
      await this.#redis.hdel(this.#names.answers, id);
      job.resolve(answer);
    } catch (error) {
      job.reject(error as Error);
    }
  }

  async #failed(id: string, reason: string): Promise<void> {
    this.#waiting.get(id)?.reject(new Undone(id, inWords(reason)));
  }

  async #ask(): Promise<void> {
    for (const [id, job] of [...this.#waiting]) {
      if (Date.now() - job.since < ASK_AFTER_MS) continue;
      job.since = Date.now();
      try {
        const state = await this.#queue.getJobState(id);
        if (state === 'unknown') await this.#completed(id);
        else if (state === 'failed') {
          const failed = await this.#queue.getJob(id);
          await this.#failed(id, failed?.failedReason ?? 'it failed');
        }
      } catch (error) {
        job.reject(error as Error);
      }
    }
  }
}

/** Leaves nothing of an earlier run that could still write: waits for workers that are at it, and drops the rest. */
async function clear(redis: Redis, queue: Queue, { payloads, answers }: QueueNames): Promise<void> {
  await queue.drain(true);
  await redis.unlink(payloads, answers);
  for (;;) {
    const active = await queue.getJobs(['active']);
    let working = 0;
    for (const job of active) {
      const lock = await redis.exists(queue.toKey(`${job.id}:lock`));
      if (lock === 1) working++;
      else await job.remove().catch(() => working++);
    }
    if (working === 0) break;
    await wait(100);
  }
  // What a lost worker had may have gone back to the queue meanwhile.
  await queue.drain(true);
}
