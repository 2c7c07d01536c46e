/** A thread that reads one source: formats to texts, texts to a spool, and what the catalogue needs to know of them. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { readHeader } from '../../ingest/index.ts';
import { Rejection } from '../../ingest/rejection.ts';
import { sign, writeSignature } from '../../ingest/duplicates/signature.ts';
import { bytesInput, fileInput } from '../../ingest/read/input.ts';
import { readInput } from '../../ingest/read/formats.ts';
import type { Problem } from '../../ingest/read/reader.ts';
import { problemOf } from '../../ingest/read/reader.ts';
import { toStatement } from '../../ingest/read/statements.ts';
import type { ReadResult } from '../../ingest/read/statements.ts';
import { paragraphs, sentencesOf } from '../../ingest/text/sentences.ts';
import type { Statement } from '../../graph/model.ts';
import type { Catalogued } from './catalogue.ts';
import type { ReadJob, ReadOutcome } from './protocol.ts';

/** Texts that are written to the spool together. */
const CHUNK = 64;

/** Reads a source. `progress` counts documents, so that the caller sees a stall. */
export async function read({
  source,
  columns,
  since,
  folder,
  run,
  progress,
  skip,
}: ReadJob): Promise<ReadOutcome> {
  const counter = new Int32Array(progress);
  const documents: Catalogued[] = [];
  const problems: Problem[] = [];
  const names = new Set<string>();
  let older = 0;
  let waiting: { readonly document: Catalogued; readonly text: string }[] = [];
  const flush = async (): Promise<void> => {
    documents.push(...(await write(folder, run, waiting)));
    waiting = [];
  };
  for await (const result of results(source, columns, counter, skip)) {
    Atomics.add(counter, 1, 1);
    if ('problem' in result) problems.push(result);
    else if (since !== undefined && result.statement.date !== undefined && result.statement.date < since)
      older++;
    else {
      waiting.push(describe(named(result, names)));
      if (waiting.length >= CHUNK) await flush();
    }
  }
  await flush();
  // Nothing is passed over in silence.
  if (documents.length + problems.length + older === 0)
    problems.push(problemOf(source.name, new Rejection('EMPTY', 'nothing in it is a document')));
  return { documents, problems, older };
}

async function* results(
  source: ReadJob['source'],
  columns: ReadJob['columns'],
  counter: Int32Array,
  skip: readonly number[],
): AsyncGenerator<ReadResult> {
  try {
    const around = {
      mediaType: source.mediaType,
      ...(source.url !== undefined && { around: { url: source.url } }),
    };
    const input = source.bytes
      ? bytesInput(source.name, source.bytes, around)
      : await fileInput(source.path ?? source.name, around);
    const named = { ...input, name: source.name };
    const next = (): number => Atomics.add(counter, 0, 1);
    for await (const found of readInput(named, columns, () => skip.includes(next())))
      yield toStatement(found);
  } catch (error) {
    yield problemOf(source.name, error);
  }
}

/** Two entries of one name are two documents all the same. */
function named(result: Exclude<ReadResult, Problem>, names: Set<string>): Statement {
  let { name } = result;
  for (let n = 2; names.has(name); n++) name = `${result.name}~${n}`;
  names.add(name);
  return name === result.name ? result.statement : { ...result.statement, origin: name };
}

function describe(statement: Statement): { document: Catalogued; text: string } {
  const { id, text, date, original, url } = statement;
  const { body } = readHeader(text);
  const sentences = paragraphs(text, body).reduce((n, p) => n + sentencesOf(text, p, 0).length, 0);
  const signature = writeSignature(sign(text.slice(body)));
  return {
    document: { name: statement.origin ?? id, id, date, original, url, signature, sentences },
    text: JSON.stringify(statement),
  };
}

/** Each thread appends to a file of its own, so that none waits for another. */
async function write(
  folder: string,
  run: string,
  waiting: readonly { document: Catalogued; text: string }[],
): Promise<Catalogued[]> {
  if (waiting.length === 0) return [];
  const name = `${run}-${threadId}.jsonl`;
  const file = await open(join(folder, name), 'a');
  try {
    let { size: offset } = await file.stat();
    const lines = waiting.map(({ text }) => Buffer.from(`${text}\n`));
    await file.appendFile(Buffer.concat(lines));
    return waiting.map(({ document }, n) => {
      const spooled = { file: name, offset, length: lines[n]!.length };
      offset += spooled.length;
      return { ...document, spooled };
    });
  } finally {
    await file.close();
  }
}
