/** Statements out of files, folders and standard input. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Statement } from '../../graph/model.ts';
import { Rejection } from '../rejection.ts';
import { MAX_TEXT, readStatement } from '../statement.ts';
import type { StatementFields } from '../statement.ts';
import { decodeUtf8 } from './lines.ts';
import type { Fields } from './records.ts';
import { need, optional, readRecords } from './records.ts';

/** A statement that was read, or what was not taken and why. `name` is a path, with `:line` in a JSON Lines file. */
export type ReadResult =
  | { readonly name: string; readonly statement: Statement }
  | { readonly name: string; readonly problem: string };

export const RECORD_EXTENSIONS: ReadonlySet<string> = new Set(['.jsonl', '.ndjson']);

/** The statements of one file: one of a text file, one a line of JSON Lines. */
export async function* readPath(path: string): AsyncGenerator<ReadResult> {
  if (RECORD_EXTENSIONS.has(extname(path).toLowerCase())) {
    yield* guard(path, () => readRecordStatements(path, createReadStream(path), path));
  } else {
    yield* guard(path, async function* () {
      yield { name: path, statement: readStatement(await readText(path), { origin: path }) };
    });
  }
}

/** The statements of JSON Lines `{text, title?, date?, source?, speaker?, kind?, id?}`; an empty input is a problem. */
export async function* readRecordStatements(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  origin?: string,
): AsyncGenerator<ReadResult> {
  let any = false;
  for await (const item of readRecords(chunks, (fields) => fields)) {
    any = true;
    const at = `${name}:${item.line}`;
    if ('problem' in item) yield { name: at, problem: item.problem };
    else yield* guard(at, () => [{ name: at, statement: statementOf(item.record, origin, item.line) }]);
  }
  if (!any) yield { name, problem: 'the file is empty; there is nothing to read' };
}

/** The statement of a whole input that is one text. */
export async function* readTextStatement(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadResult> {
  yield* guard(name, async function* () {
    yield { name, statement: readStatement(decode(await gather(chunks))) };
  });
}

/** A line is known by its own `id`, so that lines may move in their file, else by its number. */
function statementOf(fields: Fields, origin: string | undefined, line: number): Statement {
  const known: StatementFields = Object.fromEntries(
    ['title', 'date', 'source', 'speaker', 'kind'].flatMap((name) => {
      const value = optional(fields, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const where = origin === undefined ? {} : { origin: `${origin}#${optional(fields, 'id') ?? line}` };
  return readStatement(need(fields, 'text'), { ...known, ...where });
}

/** The text of a file. @throws Rejection when it is empty, too long or not UTF-8 text. */
export async function readText(path: string): Promise<string> {
  const { size } = await stat(path);
  // No UTF-8 text of MAX_TEXT code units is longer; a file beyond that is not worth reading to find out.
  if (size > MAX_TEXT * 3) throw tooLong(size);
  return decode(await readFile(path));
}

const tooLong = (bytes: number): Rejection =>
  new Rejection(
    'TOO_LONG',
    `${bytes} bytes are too many; at most ${MAX_TEXT} characters are read, so split it`,
  );

function decode(bytes: Uint8Array): string {
  const text = bytes.includes(0) ? undefined : decodeUtf8(bytes);
  if (text === undefined)
    throw new Rejection('BINARY', 'this is a binary file, or not in UTF-8; give plain UTF-8 text');
  return text;
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_TEXT * 3) throw tooLong(size);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** Turns what `produce` throws into a problem of `name`: one bad file does not stop the others. */
async function* guard(
  name: string,
  produce: () => Iterable<ReadResult> | AsyncIterable<ReadResult>,
): AsyncGenerator<ReadResult> {
  try {
    yield* produce();
  } catch (error) {
    yield { name, problem: error instanceof Error ? error.message : String(error) };
  }
}
