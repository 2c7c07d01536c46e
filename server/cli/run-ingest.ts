import type { Statement } from '../../graph/model.ts';
import type { ReadResult } from '../../ingest/read/statements.ts';
import { NOTHING, add } from './batch-report.ts';
import { startProgress } from './progress.ts';
import type { BatchReport, Target } from './target.ts';

export interface IngestSummary extends Omit<BatchReport, 'refused'> {
  readonly rejected: readonly { readonly name: string; readonly problem: string }[];
  readonly seconds: number;
  /** Stopped with Ctrl-C; what was saved until then stays. */
  readonly interrupted: boolean;
}

/** Statements to a save, and no more text than this in memory. */
const BATCH = 50;
const BATCH_CHARACTERS = 4_000_000;

type Batch = { readonly name: string; readonly statement: Statement }[];

/** Reads all documents into a target, batch by batch; a document that cannot be read does not stop the others. */
export async function runIngest(
  target: Pick<Target, 'ingest'>,
  documents: AsyncIterable<ReadResult>,
  { total, quiet }: { readonly total: number; readonly quiet?: boolean | undefined },
): Promise<IngestSummary> {
  const start = performance.now();
  const progress = await startProgress(total, quiet ? false : undefined);
  const stop = onInterrupt();
  const rejected: { name: string; problem: string }[] = [];
  let report = NOTHING;
  try {
    for await (const batch of batches(documents, rejected, () => progress.step(1, 1))) {
      const done = await target.ingest(batch.map(({ statement }) => statement));
      for (const { at, problem } of done.refused) rejected.push({ name: batch[at]?.name ?? '?', problem });
      report = add(report, done);
      progress.step(batch.length, done.refused.length);
      if (stop.asked()) break;
    }
  } finally {
    progress.stop();
    stop.forget();
  }
  const { refused: _refused, ...counts } = report;
  const seconds = Math.round(performance.now() - start) / 1000;
  return { ...counts, rejected, seconds, interrupted: stop.asked() };
}

async function* batches(
  documents: AsyncIterable<ReadResult>,
  rejected: { name: string; problem: string }[],
  onRejected: () => void,
): AsyncGenerator<Batch> {
  let batch: Batch = [];
  let characters = 0;
  for await (const read of documents) {
    if ('problem' in read) {
      rejected.push(read);
      onRejected();
      continue;
    }
    batch.push(read);
    characters += read.statement.text.length;
    if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The first Ctrl-C ends after the batch under way; a second one ends at once. */
export function onInterrupt(): { readonly asked: () => boolean; readonly forget: () => void } {
  let asked = false;
  const listener = (): void => void (asked = true);
  process.once('SIGINT', listener);
  return { asked: () => asked, forget: () => process.off('SIGINT', listener) };
}
