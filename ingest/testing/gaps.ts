import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of ingest/cases. */
export const caseFile = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../cases/${name}`, import.meta.url)), 'utf8');

/** Rows of a TSV file with a header line; lines that begin with `#` are comments. */
export function readRows<C extends string>(name: string, columns: readonly C[]): Record<C, string>[] {
  const [header, ...rows] = caseFile(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (header !== columns.join('\t')) throw new Error(`${name}: the header must be ${columns.join(', ')}`);
  return rows.map((row) => {
    const cells = row.split('\t');
    if (cells.length > columns.length) throw new Error(`${name}: too many cells in "${row}"`);
    return Object.fromEntries(columns.map((c, i) => [c, cells[i]?.trim() ?? ''])) as Record<C, string>;
  });
}

/** A check that failed: what it is known by, and what to tell. */
export interface Failure {
  readonly id: string;
  readonly message: string;
}

/**
 * Compares what failed with what is known to fail: nothing else may fail, and what is listed must still fail, so that the
 * list shrinks when the engine gets better. Gives lines to read; empty when all is as listed.
 */
export function unexpected(
  failures: readonly Failure[],
  known: ReadonlyMap<string, string>,
  checked: ReadonlySet<string>,
): string[] {
  const failed = new Set(failures.map((f) => f.id));
  const passed = [...known.keys()].filter((id) => checked.has(id) && !failed.has(id));
  return [
    ...failures.filter((f) => !known.has(f.id)).map((f) => `${f.id}: ${f.message}`),
    ...passed.map((id) => `${id}: passes now; take it off the list of known gaps`),
  ];
}
