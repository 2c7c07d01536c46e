/** The second half of a run: makes the graph hold what the plan says. */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Statement } from '../../graph/model.ts';
import type { Problem } from '../../ingest/read/reader.ts';
import { NOTHING, add } from '../cli/batch-report.ts';
import type { BatchReport, Target } from '../cli/target.ts';
import { SPOOL } from './catalogue.ts';
import type { Catalogue, Spooled } from './catalogue.ts';
import { inParallel } from './in-parallel.ts';
import type { Plan, Wanted } from './plan.ts';
import type { Pace } from './protocol.ts';

export type Graph = Pick<Target, 'ingest' | 'statement' | 'remove'>;
export interface Applied {
  readonly report: BatchReport;
  readonly problems: readonly Problem[];
  readonly saved: readonly Wanted[];
}

export interface ApplyOptions {
  readonly pace: Pace;
  readonly onBatch: (saved: number, refused: number) => void;
  readonly stopped: () => boolean;
}

type Batch = { readonly wanted: Wanted; readonly statement: Statement }[];

/** Saves what is to be saved, then removes what nothing says any more. Memory holds a few batches, whatever the plan's length. */
export async function apply(
  plan: Plan,
  catalogue: Catalogue,
  graph: Graph,
  { pace, onBatch, stopped }: ApplyOptions,
): Promise<Applied> {
  const texts = new Texts(join(catalogue.folder, SPOOL), graph);
  const problems: Problem[] = [];
  const saved: Wanted[] = [];
  let report = NOTHING;
  try {
    await inParallel(batches(plan.save, texts, pace), pace.batches, async (batch) => {
      if (stopped()) return;
      const done = await graph.ingest(batch.map(({ statement }) => statement));
      const refused = new Map(done.refused.map(({ at, problem }) => [at, problem]));
      const taken = batch.filter((_, at) => !refused.has(at)).map(({ wanted }) => wanted);
      for (const [at, problem] of refused)
        problems.push({ name: batch[at]!.wanted.document.name, problem, code: 'FAULT' });
      await catalogue.markSaved(taken.map(({ id, state }) => [id, state]));
      saved.push(...taken);
      report = add(report, done);
      onBatch(batch.length, refused.size);
    });
    if (!stopped() && plan.remove.length > 0) {
      await graph.remove(plan.remove);
      await catalogue.markRemoved(plan.remove);
    }
  } finally {
    await texts.close();
  }
  return { report, problems, saved };
}

async function* batches(save: readonly Wanted[], texts: Texts, pace: Pace): AsyncGenerator<Batch> {
  let batch: Batch = [];
  let characters = 0;
  for (const wanted of save) {
    const statement = await texts.of(wanted);
    if (!statement) continue;
    batch.push({ wanted, statement });
    characters += wanted.repeats === undefined ? statement.text.length : 0;
    if (batch.length < pace.statements && characters < pace.characters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Texts wait in the spool or are in the store already. */
class Texts {
  readonly #files = new Map<string, Promise<FileHandle>>();
  readonly #folder: string;
  readonly #graph: Graph;
  constructor(folder: string, graph: Graph) {
    this.#folder = folder;
    this.#graph = graph;
  }

  /** Undefined when it is nowhere; then the plan is made once more. */
  async of({ id, document, repeats }: Wanted): Promise<Statement | undefined> {
    const found =
      (document.spooled && (await this.#spooled(document.spooled, id))) ?? (await this.#graph.statement(id));
    if (!found) return undefined;
    const { repeats: _before, original: _original, url: _url, ...rest } = found;
    const { original, url, name: origin } = document;
    return {
      ...rest,
      origin,
      ...(original && { original }),
      ...(url && { url }),
      ...(repeats && { repeats }),
    };
  }

  async #spooled({ file, offset, length }: Spooled, id: string): Promise<Statement | undefined> {
    let opened = this.#files.get(file);
    if (!opened) this.#files.set(file, (opened = open(join(this.#folder, file))));
    try {
      const bytes = Buffer.alloc(length);
      await (await opened).read(bytes, 0, length, offset);
      const statement = JSON.parse(bytes.toString('utf8')) as Statement;
      return statement.id === id ? statement : undefined;
    } catch {
      // Damaged by a power cut, or gone: the source is read again.
      return undefined;
    }
  }

  async close(): Promise<void> {
    for (const file of this.#files.values())
      await file.then(
        (f) => f.close(),
        () => undefined,
      );
  }
}
