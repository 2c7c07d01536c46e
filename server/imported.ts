import { planImport } from '../graph/import/import.ts';
import type { ImportFile, ImportPlan } from '../graph/import/import.ts';
import { ImportError } from '../graph/import/row.ts';
import type { EntityLabel, EntityNode } from '../graph/model.ts';
import type { GraphStore } from '../graph/store/store.ts';
import { knowledge } from '../ingest/knowledge/knowledge.ts';
import type { ImportReport } from './contract.ts';
import { ApiError } from './errors.ts';

const MOST_PROBLEMS = 1000;
/** Problems that an error names; a dry run tells more. */
const MOST_ERRORS = 50;

export interface ImportOptions {
  /** Only tells what would be taken. */
  readonly dryRun: boolean;
  /** Takes the good rows even when there are bad ones. */
  readonly skipProblems: boolean;
}

/**
 * Takes a file of a graph into a store, or tells what would become of it.
 * @throws ApiError INVALID_REQUEST when the file cannot be read, or rows of it cannot be taken and are not to be skipped: then
 * nothing is saved
 */
export async function importInto(
  store: Pick<GraphStore, 'save'>,
  file: ImportFile,
  { dryRun, skipProblems }: ImportOptions,
): Promise<ImportReport> {
  const { rows, extractions, problems } = await plan(file);
  if (problems.length > 0 && !dryRun && !skipProblems) throw refused(rows, problems);
  const saved = dryRun ? { added: 0, replaced: 0, unchanged: 0 } : await store.save(extractions);
  const { added, replaced, unchanged } = saved;
  return {
    ...{ dryRun, rows, statements: extractions.length, added, replaced, unchanged },
    nodes: new Set(extractions.flatMap((x) => x.nodes.map((n) => n.id))).size,
    edges: extractions.reduce((n, x) => n + x.edges.length, 0),
    problems: problems.slice(0, MOST_PROBLEMS),
    totalProblems: problems.length,
  };
}

async function plan(file: ImportFile): Promise<ImportPlan> {
  try {
    return await planImport(file, knownByName);
  } catch (error) {
    if (error instanceof ImportError) throw new ApiError('INVALID_REQUEST', error.message);
    throw error;
  }
}

function refused(rows: number, problems: ImportPlan['problems']): ApiError {
  const listed = problems.slice(0, MOST_ERRORS);
  const more = problems.length > listed.length ? `, the first ${listed.length} of them named here` : '';
  return new ApiError(
    'INVALID_REQUEST',
    `${problems.length} of ${rows} rows cannot be taken${more}, and nothing was saved: correct them, or skip them with skipProblems`,
    listed.map(({ at, problem }) => ({ path: at, message: problem })),
  );
}

/** What the lexicons know by a name, an acronym or an ISO 3166-1 alpha-3 code; nothing when they know several. */
export function knownByName(name: string, label: EntityLabel | undefined): EntityNode | undefined {
  const { gazetteer, facts } = knowledge();
  const byCode =
    /^[A-Z]{3}$/.test(name) && (label ?? 'Country') === 'Country' ? facts.get(`country:${name}`) : undefined;
  const found = gazetteer.lookup(name).filter((e) => KINDS.has(e.kind) && (label ?? e.label) === e.label);
  const ids = [...new Set(found.map((e) => e.id))];
  const fact = byCode ?? (ids.length === 1 ? facts.get(ids[0]!) : undefined);
  if (!fact) return undefined;
  const { id, label: known, kind, country, date } = fact;
  const optional = { ...(kind ? { kind } : {}), ...(country ? { country } : {}), ...(date ? { date } : {}) };
  return { id, label: known, name: fact.name, aliases: [], ...optional };
}
const KINDS: ReadonlySet<string> = new Set(['name', 'acronym', 'common']);
