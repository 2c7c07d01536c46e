import { parse } from 'csv-parse';
import type { Info } from 'csv-parse';
import { ImportError } from './row.ts';
import type { Row, Rows } from './row.ts';

/** A table with a head line; commas, semicolons or tabs part its columns, whichever the head has most of. */
export async function readCsv(text: string, what: 'edges' | 'nodes' = 'edges'): Promise<Rows> {
  const rows: Row[] = [];
  let columns: readonly string[] | undefined;
  let head = '';
  let line = 1;
  const parser = parse(text, {
    bom: true,
    raw: true,
    info: true,
    delimiter: delimiterOf(text),
    skip_empty_lines: true,
    relax_column_count: true,
  });
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      const written = raw.replace(/[\r\n]+$/, '').replace(/^[\r\n]+/, '');
      if (columns === undefined)
        [columns, head] = [record.map((name) => name.trim()), written.replace(/^\uFEFF/, '')];
      // The last record of a table of Entente's own that was cut.
      else if (!record[0]?.startsWith('# Cut: '))
        rows.push({ at: `line ${line}`, fields: fieldsOf(columns, record), raw: written });
      line = info.lines + 1;
    }
  } catch (error) {
    throw new ImportError(
      `line ${line}: this is no CSV: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (columns === undefined)
    throw new ImportError('the table is empty: its first line must name the columns');
  return { nodes: [], edges: [], head, [what]: rows };
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: Info;
}

function delimiterOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (delimiter: string): number => head.split(delimiter).length;
  return ['\t', ';', ','].reduce((best, next) => (count(next) >= count(best) ? next : best));
}

const fieldsOf = (columns: readonly string[], record: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((name, i) => [name, record[i] ?? '']).filter(([, value]) => value !== ''));
