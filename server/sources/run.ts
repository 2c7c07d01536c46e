/** A run: look at the sources, plan what the graph should hold, make it so. May be killed at any moment and begun again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Columns } from '../../ingest/read/columns.ts';
import type { Problem } from '../../ingest/read/reader.ts';
import { NOTHING, add } from '../cli/batch-report.ts';
import type { Target } from '../cli/target.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { apply } from './apply.ts';
import type { Applied } from './apply.ts';
import { Catalogue } from './catalogue.ts';
import { findScope } from './locate.ts';
import { look } from './look.ts';
import type { Looked } from './look.ts';
import { makePlan } from './plan.ts';
import type { Plan, Wanted } from './plan.ts';
import type { Pace, SourceReader } from './protocol.ts';
import type { RunReport } from './report.ts';

export interface RunOptions {
  readonly columns?: Columns | undefined;
  readonly since?: string | undefined;
  readonly prune?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly threads?: number | undefined;
  readonly fetcher?: Fetcher | undefined;
  /** Readers that outlive the run. */
  readonly pool?: SourceReader | undefined;
  readonly pace?: Pace | undefined;
  readonly progress?: RunProgress | undefined;
}
export interface RunProgress {
  readonly phase: (name: 'looking' | 'reading', total: number) => void;
  readonly step: (by: number, refused: number) => void;
  readonly stopped: () => boolean;
}
const SILENT: RunProgress = { phase: () => undefined, step: () => undefined, stopped: () => false };

/** On one machine: one batch is written, one waits for that, and two are being extracted. */
export const paceOf = (threads: number): Pace => ({
  sources: threads * 2,
  statements: 100,
  characters: 2_000_000,
  batches: 4,
});

/** A text that was nowhere is looked for again so many times. */
const ROUNDS = 3;

/**
 * @param folder where the catalogue of this graph is kept
 * @param given files, folders, globs, addresses
 */
export async function runSources(
  target: Pick<Target, 'ingest' | 'statement' | 'statementIds' | 'remove' | 'stats' | 'prepare'>,
  folder: string,
  given: readonly string[],
  options: RunOptions = {},
): Promise<RunReport> {
  const started = performance.now();
  const progress = options.progress ?? SILENT;
  const scope = await findScope(given);
  const dry = options.dryRun ? await mkdtemp(join(tmpdir(), 'entente-dry-')) : undefined;
  const catalogue = await Catalogue.open(dry ?? folder);
  try {
    if (dry) await catalogue.borrow(folder);
    let stored = await target.statementIds();
    const before = stored;
    const threads = options.threads ?? availableParallelism();
    const pace = options.pace ?? paceOf(threads);
    const lookOptions = {
      columns: options.columns ?? {},
      since: options.since,
      prune: options.prune ?? false,
      threads,
      sources: pace.sources,
      fetcher: options.fetcher,
      pool: options.pool,
      onSource: (by: number) => progress.step(by, 0),
      onNew: dry ? undefined : target.prepare,
      stopped: progress.stopped,
    };
    progress.phase('looking', scope.files.length + scope.addresses.length);
    let looked = await look(catalogue, stored, scope, lookOptions);
    let plan = makePlan(catalogue.sources.values(), catalogue.saved, stored);
    const first = plan;
    let done: Applied = { report: NOTHING, problems: [], saved: [] };
    for (
      let round = 0;
      round < ROUNDS && !dry && !progress.stopped() && plan.save.length + plan.remove.length > 0;
      round++
    ) {
      progress.phase('reading', plan.save.length);
      const applied = await apply(plan, catalogue, target, {
        pace,
        onBatch: progress.step,
        stopped: progress.stopped,
      });
      done = {
        report: add(done.report, applied.report),
        problems: applied.problems,
        saved: [...done.saved, ...applied.saved],
      };
      // A statement goes when its file changes, also when another file still says it: so look whether all is there.
      stored = await target.statementIds();
      if (
        makePlan(catalogue.sources.values(), catalogue.saved, stored).save.length === applied.problems.length
      )
        break;
      looked = { ...looked, ...onlyNew(await look(catalogue, stored, scope, lookOptions)) };
      plan = makePlan(catalogue.sources.values(), catalogue.saved, stored);
    }
    if (!dry && !progress.stopped()) await catalogue.settle();
    const graph = await target.stats();
    const seconds = Math.round(performance.now() - started) / 1000;
    return {
      ...summary(looked, first, done, before, scope.problems, dry !== undefined),
      graph,
      seconds,
      interrupted: progress.stopped(),
    };
  } finally {
    await catalogue.close();
    if (dry) await rm(dry, { recursive: true, force: true });
  }
}

/** A second look finds sources, not news. */
const onlyNew = ({ sources }: Looked): Pick<Looked, 'sources'> => ({ sources });

function summary(
  looked: Looked,
  plan: Plan,
  { report, problems, saved }: Applied,
  before: ReadonlySet<string>,
  missing: readonly Problem[],
  dry: boolean,
): Omit<RunReport, 'graph' | 'seconds' | 'interrupted'> {
  const documents = looked.sources.flatMap((s) => s.documents);
  const ids = new Set(documents.map((d) => d.id));
  const changed = dry ? plan.save : saved;
  const isReplaced = ({ id, document }: Wanted): boolean =>
    before.has(id) || looked.before.has(document.name);
  const replaced = changed.filter(isReplaced).length;
  const mine = changed.filter((w) => ids.has(w.id)).length;
  const rejected = [...missing, ...looked.problems, ...problems];
  return {
    dryRun: dry,
    sources: looked.sources.length,
    documents: documents.length,
    sentences: documents.reduce((n, d) => n + d.sentences, 0),
    added: changed.length - replaced,
    replaced,
    unchanged: ids.size - mine - problems.length,
    removed: plan.remove.length,
    same: documents.length - ids.size,
    repeats: documents
      .filter((d) => plan.repeats.has(d.id))
      .map((d) => ({ name: d.name, of: plan.wanted.get(plan.repeats.get(d.id)!)?.document.name ?? '' })),
    older: looked.older,
    vanished: looked.vanished.length,
    edges: report.edges,
    relations: report.relations,
    rejected,
  };
}
