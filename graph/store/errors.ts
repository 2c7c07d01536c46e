/** Every failure of a store, by code. `message` says what to do about it. */
export const GRAPH_ERROR_CODES = [
  'UNAVAILABLE', // the database cannot be reached
  'AUTH', // it refused the user or password
  'LOCKED', // another process holds the data folder
  'DAMAGED', // the data cannot be read
  'READ_ONLY', // the query would write
  'SYNTAX', // the query cannot be parsed or planned
  'UNSUPPORTED', // this store lacks the feature
  'TIMEOUT', // stopped at its time or memory limit
  'CANCELLED', // stopped by the caller
  'BUSY', // too many queries at once
  'INVALID', // an argument is wrong
  'INTERNAL',
] as const;
export type GraphErrorCode = (typeof GRAPH_ERROR_CODES)[number];

export class GraphError extends Error {
  override readonly name: string = 'GraphError';
  readonly code: GraphErrorCode;
  /** Trying again later may help. */
  readonly retriable: boolean;
  /** Of SYNTAX: where, counted from 1. */
  readonly position?: { readonly line: number; readonly column: number };

  constructor(
    code: GraphErrorCode,
    message: string,
    options: { cause?: unknown; retriable?: boolean; position?: { line: number; column: number } } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retriable = options.retriable ?? (code === 'UNAVAILABLE' || code === 'BUSY');
    if (options.position) this.position = options.position;
  }
}

/** Of everything that is asked of a store after it was closed. */
export const closedError = (): GraphError =>
  new GraphError('UNAVAILABLE', 'the store is closed', { retriable: false });
