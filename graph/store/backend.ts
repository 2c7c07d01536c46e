import type { Candidate } from './search.ts';
import type { Capabilities, GraphStore, Procedure, QueryLimits, QueryResult } from './store.ts';

/** A row by column; values are scalars, lists and maps (the queries of queries.ts return no nodes or relationships). */
export type Row = Readonly<Record<string, unknown>>;
export type Run = (cypher: string, parameters?: Row) => Promise<readonly Row[]>;
/** The same one by one, for results too large to hold. */
export type Rows = (cypher: string) => AsyncIterable<Row>;

/** Two ways to read the same: a database takes the one that it is good at. */
export interface Scan {
  readonly of: 'nodes' | 'edges';
  /** The database's own id of each (`own`) and what they are sorted by (`key`), in any order. */
  readonly keys: string;
  /**
   * The rows themselves: `labels` and `properties` of nodes; `type`, `source`, `target` and `properties` of edges. The next
   * `$limit` of each kind in order of id after `$after`, which an index gives without sorting. Which kinds there are may have to
   * be asked.
   */
  readonly pages: (read: Run) => Promise<readonly string[]>;
}

/** What a database must be able to do; cypher-store.ts makes a GraphStore of it. All methods reject with a GraphError. */
export interface Backend {
  readonly kind: GraphStore['kind'];
  readonly capabilities: Capabilities;
  ping(): Promise<void>;
  readonly read: Run;
  readonly rows: Rows;
  /** One transaction: all that `work` runs is committed together, or nothing is. May call `work` again after a conflict. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Nodes or relationships in order of id, without holding them all, here or in the database. */
  scan(what: Scan): AsyncIterable<Row>;
  /** Entities of these labels that have, for each word, a word beginning with it: at most MAX_CANDIDATES. */
  candidates(words: readonly string[], labels: readonly string[]): Promise<readonly Candidate[]>;
  procedures(): Promise<readonly Procedure[]>;
  query(cypher: string, parameters: Row, limits: QueryLimits): Promise<QueryResult>;
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
