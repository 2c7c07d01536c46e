/** The two halves of a run on other machines: reading sources, and extracting and saving batches. */
import { readFile, stat } from 'node:fs/promises';
import type { Statement } from '../../graph/model.ts';
import { NOTHING, add } from '../cli/batch-report.ts';
import type { BatchReport } from '../cli/target.ts';
import type { Located, Pace, ReadOutcome, ReadingOptions, SourceReader } from '../sources/protocol.ts';
import { appendToSpool } from '../sources/spool.ts';
import { Undone } from './dispatcher.ts';
import type { Dispatcher } from './dispatcher.ts';
import { packSource, packStatements, unpackRead, unpackReport } from './protocol.ts';

/** Enough for some dozens of threads; small batches, so that a lost worker costs little. */
export const QUEUE_PACE: Pace = { sources: 128, statements: 25, characters: 500_000, batches: 64 };

/** Larger files (archives, tables, web archives) are read where they are. */
const MOST_SENT = 8 * 2 ** 20;

/** Has sources read by workers; what is too large for the queue is read by `here`. */
export class RemoteReader implements SourceReader {
  readonly #queue: Dispatcher;
  readonly #here: SourceReader;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(queue: Dispatcher, here: SourceReader) {
    this.#queue = queue;
    this.#here = here;
  }

  async read(source: Located, options: ReadingOptions): Promise<ReadOutcome> {
    const { name, url, mediaType } = source;
    if (source.path !== undefined && (await stat(source.path)).size > MOST_SENT)
      return this.#here.read(source, options);
    const bytes = source.bytes ?? (await readFile(source.path ?? name));
    const { columns, since } = options;
    const payload = packSource({ name, url, mediaType, columns, since }, bytes);
    try {
      const read = unpackRead(await this.#queue.do('read', { name, others: 0 }, payload));
      if (!read) return await this.#here.read(source, options);
      return { ...read.outcome, documents: await this.#spool(read.outcome, read.lines, options) };
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      return {
        lost: true,
        documents: [],
        problems: [{ name, problem: error.message, code: 'FAULT' }],
        older: 0,
      };
    }
  }

  /** One after the other, since a file of the spool has one writer. */
  #spool(
    { documents }: ReadOutcome,
    lines: Buffer,
    { folder, run }: ReadingOptions,
  ): Promise<ReadOutcome['documents']> {
    const all = documents.map((document) => {
      const { offset = 0, length = 0 } = document.spooled ?? {};
      return { document, text: lines.toString('utf8', offset, offset + length - 1) };
    });
    const written = this.#writing.then(() => appendToSpool(folder, `${run}-queue.jsonl`, all));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  close(): Promise<void> {
    return this.#here.close();
  }
}

/**
 * Has a batch extracted and saved by a worker. When that cannot be done, its statements are tried one by one, so that only
 * those at fault end on the dead-letter list.
 */
export async function saveRemotely(queue: Dispatcher, batch: readonly Statement[]): Promise<BatchReport> {
  const name = batch[0]?.origin ?? batch[0]?.id ?? '';
  try {
    return unpackReport(await queue.do('save', { name, others: batch.length - 1 }, packStatements(batch)));
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    if (batch.length === 1) return { ...NOTHING, refused: [{ at: 0, problem: error.message }] };
    await queue.forget(error.job);
    let report = NOTHING;
    for (const [at, statement] of batch.entries()) {
      const one = await saveRemotely(queue, [statement]);
      report = add(report, { ...one, refused: one.refused.map(({ problem }) => ({ at, problem })) });
    }
    return report;
  }
}
