/** The first half of a run: brings the catalogue up to date with what is there. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Columns } from '../../ingest/read/columns.ts';
import type { Problem } from '../../ingest/read/reader.ts';
import { Fetcher } from '../fetch/fetcher.ts';
import { SPOOL } from './catalogue.ts';
import type { Catalogue, Source } from './catalogue.ts';
import { inParallel } from './in-parallel.ts';
import { locateFile, locatePage } from './locate.ts';
import type { Scope } from './locate.ts';
import type { Located, SourceReader } from './protocol.ts';
import { ReadingPool } from './reading-pool.ts';

export interface LookOptions {
  readonly columns: Columns;
  readonly since?: string | undefined;
  readonly prune: boolean;
  readonly threads: number;
  /** Sources under way at once. */
  readonly sources: number;
  readonly fetcher?: Fetcher | undefined;
  readonly pool?: SourceReader | undefined;
  readonly onSource: (by: number) => void;
  /** A source is new or changed, and is read now. */
  readonly onNew?: (() => void) | undefined;
  readonly stopped: () => boolean;
}
export interface Looked {
  /** Sources of this run, those that are gone left out. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** Names of documents that were read anew -> the statement that they were before. */
  readonly before: ReadonlyMap<string, string>;
  readonly older: number;
  /** Sources that were there once, and are not any more. */
  readonly vanished: readonly string[];
}

/** Reads sources that are new or changed, a few at a time. */
export async function look(
  catalogue: Catalogue,
  stored: ReadonlySet<string>,
  scope: Scope,
  options: LookOptions,
): Promise<Looked> {
  const folder = join(catalogue.folder, SPOOL);
  const pool = options.pool ?? new ReadingPool({ threads: options.threads });
  const reading = { columns: options.columns, since: options.since, folder, run: runName() };
  const fetcher = options.fetcher ?? new Fetcher();
  const [names, problems, before] = [new Set<string>(), [] as Problem[], new Map<string, string>()];
  let older = 0;
  const one = async (located: Located): Promise<void> => {
    names.add(located.name);
    const known = catalogue.sources.get(located.name);
    const version = `${located.version} ${JSON.stringify(options.columns)}`;
    const limited = `${version} since ${options.since ?? ''}`;
    if (
      known &&
      (known.version === version || known.version === limited) &&
      (await isAtHand(known, stored, folder))
    )
      return;
    options.onNew?.();
    for (const document of known?.documents ?? []) before.set(document.name, document.id);
    const outcome = await pool.read(located, reading);
    const { documents, problems: found } = outcome;
    if (outcome.lost) return void problems.push(...found);
    older += outcome.older;
    await catalogue.read({
      name: located.name,
      version: outcome.older > 0 ? limited : version,
      documents,
      problems: found,
    });
  };
  try {
    await inParallel(scope.files, options.sources, async (path) => {
      if (options.stopped()) return;
      const located = await locateFile(path).catch(
        (error: Error) => void problems.push({ name: path, problem: error.message, code: 'FAULT' }),
      );
      if (located) await one(located);
      options.onSource(1);
    });
    await inParallel(scope.addresses, options.sources, async (address) => {
      if (options.stopped()) return;
      const located = await locatePage(address, fetcher, join(catalogue.folder, 'fetched'));
      if ('problem' in located) problems.push(located);
      else await one(located);
      options.onSource(1);
    });
  } finally {
    await Promise.all([
      options.pool ? undefined : pool.close(),
      options.fetcher ? undefined : fetcher.close(),
    ]);
  }
  const vanished = [...catalogue.sources.keys()].filter(
    (name) => scope.covers(name) && !names.has(name) && !options.stopped(),
  );
  if (options.prune) for (const name of vanished) await catalogue.forget(name);
  const sources = [...names].sort().flatMap((name) => catalogue.sources.get(name) ?? []);
  return { sources, problems: [...problems, ...sources.flatMap((s) => s.problems)], before, older, vanished };
}

/** Tells the spool files of this run from those that an earlier one left. */
const runName = (): string => `${process.pid}-${Date.now()}`;

/** Whether every text of a source can be had without reading it again: in the store, or still in the spool. */
async function isAtHand(
  { documents }: Source,
  stored: ReadonlySet<string>,
  folder: string,
): Promise<boolean> {
  for (const { id, spooled } of documents) {
    if (stored.has(id)) continue;
    const file = spooled && (await stat(join(folder, spooled.file)).catch(() => undefined));
    if (!file || file.size < spooled.offset + spooled.length) return false;
  }
  return true;
}
