import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { GraphStore, SaveReport } from '../../graph/store/store.ts';
import { readStatement } from '../../ingest/index.ts';
import type { Job, NewStatement } from '../contract.ts';
import { ApiError, toProblem } from '../errors.ts';
import type { ExtractionService } from '../pool/extractor-pool.ts';

/** Statements that are extracted at the same time. */
const AT_ONCE = 4;
/** Jobs running at a time, and ended ones that can still be asked for. */
const MOST_RUNNING = 4;
const MOST_KEPT = 50;
/** Refusals that are kept with their reason. */
const MOST_REFUSALS = 500;

/** Batches that are read in the background. */
export interface Jobs {
  start(statements: readonly NewStatement[]): Job;
  get(id: string): Job | undefined;
  /** Stops it; what is saved stays. False when there is none. */
  cancel(id: string): boolean;
  /** Calls `listener` at each change until the job ends; returns what stops that. */
  watch(id: string, listener: (job: Job) => void): () => void;
}

interface Entry {
  job: Job;
  cancelled: boolean;
  readonly events: EventEmitter;
}

/** Reads batches in the background, in memory: a job is gone with the process, what it saved is not. */
export function createJobs(store: GraphStore, extractor: ExtractionService): Jobs {
  const entries = new Map<string, Entry>();
  const change = (entry: Entry, changes: Partial<Job>): void => {
    entry.job = { ...entry.job, ...changes };
    entry.events.emit('change', entry.job);
  };
  return {
    start(statements) {
      const running = [...entries.values()].filter(({ job }) => job.state === 'running');
      if (running.length >= MOST_RUNNING) {
        throw new ApiError('BUSY', `${MOST_RUNNING} jobs are running; wait for one to end, or cancel it`);
      }
      forgetOldest(entries);
      const entry: Entry = { job: newJob(statements.length), cancelled: false, events: new EventEmitter() };
      entry.events.setMaxListeners(0);
      entries.set(entry.job.id, entry);
      void run(entry, statements, { store, extractor }, (changes) => change(entry, changes));
      return entry.job;
    },
    get: (id) => entries.get(id)?.job,
    cancel(id) {
      const entry = entries.get(id);
      if (entry) entry.cancelled = true;
      return entry !== undefined;
    },
    watch(id, listener) {
      const events = entries.get(id)?.events;
      events?.on('change', listener);
      return () => events?.off('change', listener);
    },
  };
}

const newJob = (total: number): Job => ({
  id: randomUUID(),
  state: 'running',
  total,
  done: 0,
  added: 0,
  replaced: 0,
  unchanged: 0,
  refused: [],
});

function forgetOldest(entries: Map<string, Entry>): void {
  const ended = [...entries].filter(([, { job }]) => job.state !== 'running');
  for (const [id] of ended.slice(0, Math.max(0, ended.length - MOST_KEPT))) entries.delete(id);
}

interface Tools {
  readonly store: GraphStore;
  readonly extractor: ExtractionService;
}
type Change = (changes: Partial<Job>) => void;

async function run(
  entry: Entry,
  statements: readonly NewStatement[],
  tools: Tools,
  change: Change,
): Promise<void> {
  const queue = statements.entries();
  let broken: string | undefined;
  const worker = async (): Promise<void> => {
    for (const [index, statement] of queue) {
      if (entry.cancelled || broken !== undefined) return;
      broken = await readOne(entry, index, statement, tools, change);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (broken !== undefined) change({ state: 'failed', reason: broken });
  else change({ state: entry.cancelled && entry.job.done < entry.job.total ? 'cancelled' : 'done' });
}

/** Reads and saves one; a text that is refused is noted. Returns why the whole job cannot go on, if so. */
async function readOne(
  entry: Entry,
  index: number,
  { text, ...fields }: NewStatement,
  { store, extractor }: Tools,
  change: Change,
): Promise<string | undefined> {
  try {
    const report = await store.save([await extractor.extract(readStatement(text, fields))]);
    change(counted(entry.job, report));
    return undefined;
  } catch (error) {
    const { code, status, detail } = toProblem(error);
    if (status === 503 || code === 'DAMAGED') return detail;
    const refusal = { index, ...(fields.title ? { title: fields.title } : {}), reason: detail };
    const refused = [...entry.job.refused, refusal].slice(0, MOST_REFUSALS);
    change({ done: entry.job.done + 1, refused });
    return undefined;
  }
}

const counted = (job: Job, report: SaveReport): Partial<Job> => ({
  done: job.done + 1,
  added: job.added + report.added,
  replaced: job.replaced + report.replaced,
  unchanged: job.unchanged + report.unchanged,
});
