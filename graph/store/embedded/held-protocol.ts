import type { GraphErrorCode } from '../errors.ts';

/** What a process that holds a store can be asked: methods by name, whose arguments and values can be cloned. */
export type Methods<M> = { readonly [K in keyof M]: (...args: never[]) => Promise<unknown> };
export type Args<M extends Methods<M>, K extends keyof M> = Parameters<M[K]>;
export type Value<M extends Methods<M>, K extends keyof M> = Awaited<ReturnType<M[K]>>;

/** What it is sent, several at a time. */
export type Request =
  | { readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  /** Close the store and end. */
  | 'close';

export interface Failure {
  readonly code: GraphErrorCode;
  readonly message: string;
  readonly retriable: boolean;
}

/** What it says: once that the store is open, or why it is not; then an answer for each request. */
export type Reply =
  | { readonly kind: 'opened'; readonly memory: number }
  | { readonly kind: 'refused'; readonly error: Failure }
  /** `memory`: bytes that the process takes now. */
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown; readonly memory: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Failure };
