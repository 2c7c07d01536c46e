import type { Candidate } from './search.ts';
import type { Capabilities, GraphStore, QueryLimits, QueryResult } from './store.ts';

/** A row by column; values are scalars, lists and maps (the queries of queries.ts return no nodes or relationships). */
export type Row = Readonly<Record<string, unknown>>;
export type Run = (cypher: string, parameters?: Row) => Promise<readonly Row[]>;

/** What a database must be able to do; cypher-store.ts makes a GraphStore of it. All methods reject with a GraphError. */
export interface Backend {
  readonly kind: GraphStore['kind'];
  readonly capabilities: Capabilities;
  ping(): Promise<void>;
  readonly read: Run;
  /** One transaction: all that `work` runs is committed together, or nothing is. May call `work` again after a conflict. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /**
   * Rows in order of `key`, without holding them all. `keys` returns each row's key, in order; `page` the rows whose key
   * is at least `$from` and below `$to` (null: no end), in order.
   */
  scan(keys: string, page: string): AsyncIterable<Row>;
  /** Entities of these labels that have, for each word, a word beginning with it: at most MAX_CANDIDATES. */
  candidates(words: readonly string[], labels: readonly string[]): Promise<readonly Candidate[]>;
  query(cypher: string, parameters: Row, limits: QueryLimits): Promise<QueryResult>;
  close(): Promise<void>;
}
