import { GraphError } from '../graph/store/errors.ts';
import type { GraphStore } from '../graph/store/store.ts';
import type { Health } from './contract.ts';

type StoreHealth = Health['store'];

/**
 * Knows whether the store is there without asking it: it pings in the background, so that /health answers at once even
 * while the store is silent.
 */
export class HealthMonitor {
  readonly #store: GraphStore;
  readonly #everyMs: number;
  readonly #patienceMs: number;
  #last: StoreHealth;
  #timer: NodeJS.Timeout | undefined;
  #first: Promise<void> | undefined;
  #closed = false;

  constructor(store: GraphStore, { everyMs = 3000, patienceMs = 2500 } = {}) {
    this.#store = store;
    this.#everyMs = everyMs;
    this.#patienceMs = patienceMs;
    this.#last = { kind: store.kind, status: 'unavailable', detail: 'not asked yet' };
  }

  /** What was last known; the very first caller waits at most 80 ms for the first ping. */
  async current(): Promise<StoreHealth> {
    this.#first ??= this.#loop();
    if (this.#last.detail === 'not asked yet') await Promise.race([this.#first, wait(80)]);
    return this.#last;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #loop(): Promise<void> {
    this.#last = await this.#ping();
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#loop(), this.#everyMs);
    this.#timer.unref();
  }

  async #ping(): Promise<StoreHealth> {
    const { kind } = this.#store;
    const silent = new GraphError('UNAVAILABLE', `the database has not answered for ${this.#patienceMs} ms`);
    try {
      await Promise.race([this.#store.ping(), wait(this.#patienceMs).then(() => Promise.reject(silent))]);
      return { kind, status: 'ok' };
    } catch (error) {
      return { kind, status: 'unavailable', detail: error instanceof Error ? error.message : String(error) };
    }
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
