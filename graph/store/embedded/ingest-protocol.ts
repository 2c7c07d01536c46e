import type { GraphErrorCode } from '../errors.ts';
import type { IngestStore } from '../store.ts';

export type Method = Exclude<keyof IngestStore, 'close'>;

/** What the process that holds the store is asked, several at a time. */
export type Request =
  | { readonly id: number; readonly method: Method; readonly args: readonly unknown[] }
  /** Close the store and end. */
  | 'close';

export interface Failure {
  readonly code: GraphErrorCode;
  readonly message: string;
}

/** What it says: once that the store is open, or why it is not; then an answer for each request. */
export type Reply =
  | { readonly kind: 'opened'; readonly memory: number }
  | { readonly kind: 'refused'; readonly error: Failure }
  /** `memory`: bytes that the process takes now. */
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown; readonly memory: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Failure };
