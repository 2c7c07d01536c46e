import { Rejection } from '../rejection.ts';
import { MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FREE_BYTES } from './limits.ts';

/** What one file, with everything packed in it, may still unpack to: the guard against archives made to explode. */
export class Budget {
  readonly #allowed: number;
  #bytes = 0;
  #entries = 0;

  /** @param size bytes of the file as it lies there */
  constructor(size: number) {
    this.#allowed = Math.min(MAX_UNPACKED_BYTES, Math.max(RATIO_FREE_BYTES, size * MAX_RATIO));
  }

  /** Counts unpacked bytes. @throws Rejection LIMIT when they are too many. */
  unpack(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#allowed)
      throw new Rejection('LIMIT', `it unpacks to more than ${this.#allowed} bytes, which its size forbids`);
  }

  /** Counts an entry of an archive. @throws Rejection LIMIT when they are too many. */
  enter(): void {
    if (++this.#entries > MAX_ENTRIES)
      throw new Rejection('LIMIT', `it holds more than ${MAX_ENTRIES} entries; split it`);
  }
}
