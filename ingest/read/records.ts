/** JSON Lines: one object a line. A broken line is a problem by its number, and the rest goes on. */
import { readLines } from './lines.ts';

export type Fields = Readonly<Record<string, unknown>>;
export type RecordLine<T> =
  { readonly line: number; readonly record: T } | { readonly line: number; readonly problem: string };

/** Reads records; `parse` throws an Error saying what is wrong with one. */
export async function* readRecords<T>(
  chunks: AsyncIterable<Uint8Array>,
  parse: (fields: Fields) => T,
  maxBytes?: number,
): AsyncGenerator<RecordLine<T>> {
  for await (const line of readLines(chunks, maxBytes)) {
    if ('problem' in line) yield { line: line.number, problem: line.problem };
    else yield parseLine(line.number, line.text, parse);
  }
}

function parseLine<T>(line: number, text: string, parse: (fields: Fields) => T): RecordLine<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { line, problem: `not JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, problem: 'not a JSON object' };
  try {
    return { line, record: parse(value as Fields) };
  } catch (error) {
    return { line, problem: (error as Error).message };
  }
}

/** A field that must be text. */
export function need(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new Error(value === undefined ? `"${name}" is missing` : `"${name}" must be text`);
}

/** A field that may be absent or null; numbers are taken as they are written, so that `"date": 2001` works. */
export function optional(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error(`"${name}" must be text`);
}
