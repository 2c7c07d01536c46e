import type { FormatName, Table } from '../../graph/export/names.ts';
import type { ImportFile } from '../../graph/import/import.ts';
import type { Decision } from '../../graph/identity/decisions.ts';
import type { Statement } from '../../graph/model.ts';
import type { GraphFilter } from '../../graph/filter.ts';
import type { DecideReport, QueryLimits, QueryResult, Stats } from '../../graph/store/store.ts';

import type { ImportReport, MergeList } from '../contract.ts';
import type { ImportOptions } from '../imported.ts';
import type { MergePage } from '../merges.ts';

/** What a batch of statements came to. `refused` counts places in the batch from 0. */
export interface BatchReport {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly edges: number;
  /** Edges by type. */
  readonly relations: Readonly<Record<string, number>>;
  readonly refused: readonly { readonly at: number; readonly problem: string }[];
}

/** Where a command works: on the store itself, or on a server that holds it. */
export interface Target {
  ingest(batch: readonly Statement[]): Promise<BatchReport>;
  /** Something will be ingested soon: what takes time to begin with begins now. */
  readonly prepare?: () => void;
  /** Ids of all statements that are there. */
  statementIds(): Promise<ReadonlySet<string>>;
  statement(id: string): Promise<Statement | undefined>;
  remove(ids: readonly string[]): Promise<void>;
  query(cypher: string, params: Readonly<Record<string, unknown>>, limits: QueryLimits): Promise<QueryResult>;
  export(format: FormatName, table: Table, what: Exported): AsyncIterable<Uint8Array>;
  import(file: ImportFile, options: ImportOptions): Promise<ImportReport>;
  /** Writes the embedded store to one file. */
  backup(file: string): Promise<void>;
  /** Who may be who. */
  merges(page: MergePage): Promise<MergeList>;
  decisions(): Promise<readonly Decision[]>;
  /** @see GraphStore.decide */
  decide(given: readonly Decision[], withdrawn: readonly Decision[]): Promise<DecideReport>;
  stats(): Promise<Stats>;
  close(): Promise<void>;
}

/** What an ingest of any length asks of a target. */
export type IngestTarget = Pick<
  Target,
  'ingest' | 'prepare' | 'statementIds' | 'statement' | 'remove' | 'stats' | 'close'
>;

/** What to export: all, the edges that pass a filter, or what a query finds. */
export interface Exported {
  readonly filter?: GraphFilter;
  readonly query?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface TargetOptions {
  /** Address of a running server. */
  readonly server?: string | undefined;
  /** Threads that extract, on a store of our own. */
  readonly threads?: number | undefined;
}

/** Opens the server that `--server` or ENTENTE_SERVER names, else the store of ENTENTE_DATA or NEO4J_URI. */
export async function openTarget({
  server = process.env['ENTENTE_SERVER'],
  threads,
}: TargetOptions): Promise<Target> {
  if (server) return (await import('./http-target.ts')).httpTarget(server, process.env['ENTENTE_TOKEN']);
  return (await import('./local-target.ts')).localTarget({ threads });
}

/** As openTarget, only for an ingest. */
async function openIngestTarget(options: TargetOptions): Promise<IngestTarget> {
  if (options.server ?? process.env['ENTENTE_SERVER']) return openTarget(options);
  return (await import('./ingest-target.ts')).localIngestTarget(options.threads);
}

/** Runs `work` on a target and closes it, whatever happens. */
export async function withTarget<T>(
  options: TargetOptions,
  work: (target: Target) => Promise<T>,
): Promise<T> {
  return closing(await openTarget(options), work);
}

/** As withTarget, only for an ingest. */
export async function withIngestTarget<T>(
  options: TargetOptions,
  work: (target: IngestTarget) => Promise<T>,
): Promise<T> {
  return closing(await openIngestTarget(options), work);
}

async function closing<S extends Pick<Target, 'close'>, T>(
  target: S,
  work: (target: S) => Promise<T>,
): Promise<T> {
  try {
    return await work(target);
  } finally {
    await target.close();
  }
}
