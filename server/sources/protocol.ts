import type { Columns } from '../../ingest/read/columns.ts';
import type { Problem } from '../../ingest/read/reader.ts';
import type { Catalogued } from './catalogue.ts';

/** A file, or a page that was fetched. */
export interface Located {
  readonly name: string;
  readonly version: string;
  readonly path?: string;
  readonly bytes?: Uint8Array;
  readonly mediaType?: string | undefined;
  readonly url?: string;
}

/** To a thread: read this. */
export interface ReadJob {
  readonly source: Located;
  readonly columns: Columns;
  /** Documents dated before this day are left out. */
  readonly since: string | undefined;
  /** Where the spool is, and what tells this run's files from others'. */
  readonly folder: string;
  readonly run: string;
  /** Two counters: inputs that were begun, documents that were found. */
  readonly progress: SharedArrayBuffer;
  /** Inputs, by their place, that took too long before. */
  readonly skip: readonly number[];
}
export interface ReadOutcome {
  /** It could not even be tried to the end: the source is read again next time. */
  readonly lost?: true;
  readonly documents: readonly Catalogued[];
  readonly problems: readonly Problem[];
  /** Documents that are older than what was asked for. */
  readonly older: number;
}

/** What every reading of a run has in common. */
export type ReadingOptions = Pick<ReadJob, 'columns' | 'since' | 'folder' | 'run'>;

/** Reads sources: in threads of this process, or on other machines. */
export interface SourceReader {
  read(source: Located, options: ReadingOptions): Promise<ReadOutcome>;
  close(): Promise<void>;
}

/** How much of a run is under way at once. */
export interface Pace {
  readonly sources: number;
  /** Statements and characters of a batch: one or a few transactions. */
  readonly statements: number;
  readonly characters: number;
  readonly batches: number;
}
