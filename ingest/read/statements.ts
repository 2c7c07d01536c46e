/** Statements out of files and standard input, in any format. */
import type { Statement } from '../../graph/model.ts';
import { readStatement } from '../statement.ts';
import type { Columns } from './columns.ts';
import { readInput } from './formats.ts';
import { bytesInput, fileInput, gather } from './input.ts';
import { readJsonl } from './jsonl.ts';
import { Budget } from './budget.ts';
import type { Document, Found, Problem } from './reader.ts';
import { problemOf } from './reader.ts';

/** A statement that was read, or what was not taken and why. `name` is a path, with `:line` or `!/entry` within a file. */
export type ReadResult = { readonly name: string; readonly statement: Statement } | Problem;

/** The statements of one file. */
export async function* readPath(path: string, columns: Columns = {}): AsyncGenerator<ReadResult> {
  try {
    for await (const found of readInput(await fileInput(path), columns)) yield toStatement(found);
  } catch (error) {
    yield problemOf(path, error);
  }
}

/** The statements of JSON Lines; an empty input is a problem. They have no origin. */
export async function* readRecordStatements(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  columns: Columns = {},
): AsyncGenerator<ReadResult> {
  const empty = bytesInput(name, new Uint8Array());
  const reading = { budget: new Budget(0), columns, depth: 0, inside: () => noone() };
  try {
    for await (const found of readJsonl({ ...empty, stream: () => chunks }, reading))
      yield toStatement(found, false);
  } catch (error) {
    yield problemOf(name, error);
  }
}

/** The statements of a whole input in any format. They have no origin. */
export async function* readWhole(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  columns: Columns = {},
): AsyncGenerator<ReadResult> {
  try {
    const input = bytesInput(name, await gather(chunks));
    for await (const found of readInput(input, columns)) yield toStatement(found, false);
  } catch (error) {
    yield problemOf(name, error);
  }
}

/** @param located whether its name is where it can be found again */
export function toStatement(found: Found, located = true): ReadResult {
  if ('problem' in found) return found;
  try {
    return { name: found.name, statement: statementOf(found, located) };
  } catch (error) {
    return problemOf(found.name, error);
  }
}

/** A page that does not say who publishes it is published by its site. */
function statementOf({ name, text, fields }: Document, located: boolean): Statement {
  const source = fields.source ?? fields.url;
  return readStatement(text, { ...fields, ...(source && { source }), ...(located && { origin: name }) });
}

async function* noone(): AsyncGenerator<never> {
  // JSON Lines hold nothing else inside.
}
