import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { Rejection } from '../rejection.ts';
import { decode } from './decode.ts';
import { MAX_LINE_BYTES } from './lines.ts';
import { documentOf } from './records-reader.ts';
import type { Reader } from './reader.ts';

/** A table with a header row, one document a row; the delimiter is found: comma, semicolon, tab or bar. */
export const readCsv: Reader = async function* (input, reading) {
  const delimiter = delimiterOf(await decode(lines(input.head), undefined));
  const parser = parse({
    columns: true,
    delimiter,
    bom: true,
    skip_empty_lines: true,
    relax_column_count_less: true,
    info: true,
    max_record_size: MAX_LINE_BYTES,
  });
  const source = Readable.from(utf8(input.stream()));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let any = false;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: unknown;
      info: { lines: number };
    }>) {
      any = true;
      yield documentOf(input.name, info.lines, record, reading, input.around);
    }
  } catch (error) {
    throw error instanceof Rejection
      ? error
      : new Rejection('DAMAGED', `the table is broken: ${(error as Error).message}`);
  } finally {
    source.destroy();
  }
  if (!any) throw new Rejection('EMPTY', 'the table has no rows under its header');
};

const NEWLINE = 10;

/** The whole lines of the head, so that no character is cut. */
function lines(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(NEWLINE);
  return end < 0 ? head : head.subarray(0, end);
}

/** Whichever stands most often in the header row. */
function delimiterOf(head: string): string {
  const row = head.slice(0, head.search(/\r?\n/) < 0 ? undefined : head.search(/\r?\n/));
  const counts = [',', '\t', ';', '|'].map((d) => [row.split(d).length, d] as const);
  return counts.reduce((most, next) => (next[0] > most[0] ? next : most))[1];
}

/** A table is streamed, so its encoding is told from its beginning: UTF-8, or Western where that does not fit. */
async function* utf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
