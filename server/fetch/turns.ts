import { setTimeout as wait } from 'node:timers/promises';

/** Lets one piece of work at a time happen for each host, with a pause between two. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @param pauseMs after the work, before the next for the same host */
  take<T>(host: string, pauseMs: number, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve();
    const mine = before.then(work);
    const after = mine.catch(() => undefined).then(() => wait(pauseMs, undefined, { ref: false }));
    this.#last.set(host, after);
    return mine;
  }
}
