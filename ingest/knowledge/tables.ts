import { packed } from '../packed.ts';

/**
 * Reads a packed TSV file strictly: the header must be exactly `columns`, every row must have as many cells.
 * Lines that begin with `#` are comments.
 * @throws Error naming file and line.
 */
export function readTable<C extends string>(file: string, columns: readonly C[]): Record<C, string>[] {
  const text = packed[file];
  if (text === undefined) throw new Error(`${file}: no such data file; run \`npm run data\``);
  const rows: Record<C, string>[] = [];
  let header = false;
  text.split('\n').forEach((line, i) => {
    if (line === '' || line.startsWith('#')) return;
    const cells = line.split('\t');
    if (!header) {
      if (cells.join() !== columns.join())
        throw new Error(`${file}:${i + 1}: the header must be ${columns.join(', ')}`);
      header = true;
      return;
    }
    if (cells.length !== columns.length) {
      throw new Error(`${file}:${i + 1}: ${cells.length} cells where ${columns.length} are needed`);
    }
    rows.push(Object.fromEntries(columns.map((c, k) => [c, cells[k]?.trim() ?? ''])) as Record<C, string>);
  });
  return rows;
}

/** The members of a `|`-separated cell. */
export const list = (cell: string): string[] =>
  cell === ''
    ? []
    : cell
        .split('|')
        .map((s) => s.trim())
        .filter(Boolean);
