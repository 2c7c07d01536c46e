/** A thread that reads one source: formats to texts, texts to a spool, and what the catalogue needs to know of them. */
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
import { appendToSpool } from './spool.ts';
import type { Line } from './spool.ts';

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
  let waiting: Line[] = [];
  const flush = async (): Promise<void> => {
    // Each thread has a file of its own, so that none waits for another.
    documents.push(...(await appendToSpool(folder, `${run}-${threadId}.jsonl`, waiting)));
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

function describe(statement: Statement): Line {
  const { id, text, date, original, url } = statement;
  const { body } = readHeader(text);
  const sentences = paragraphs(text, body).reduce((n, p) => n + sentencesOf(text, p, 0).length, 0);
  const signature = writeSignature(sign(text.slice(body)));
  return {
    document: { name: statement.origin ?? id, id, date, original, url, signature, sentences },
    text: JSON.stringify(statement),
  };
}
