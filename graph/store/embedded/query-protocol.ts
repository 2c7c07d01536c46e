import type { GraphErrorCode } from '../errors.ts';

/** What the pool sends to a query process, one at a time. */
export interface Question {
  readonly snapshot: string;
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly maxRows: number;
  readonly maxBytes: number;
  /** Bytes that the query may take beyond the snapshot itself. */
  readonly memory: number;
}

/** What comes back: `started` when the snapshot had to be opened and is, then one of the others. */
export type Answer =
  | { readonly kind: 'started' }
  /** `{columns, rows, truncated, cut?}`, as text because JSON is parsed faster than it is cloned. */
  | { readonly kind: 'rows'; readonly json: string }
  | {
      readonly kind: 'error';
      readonly code: GraphErrorCode;
      readonly message: string;
      readonly position?: { readonly line: number; readonly column: number };
    };

export const MEMORY_CHECK_MS = 20;
