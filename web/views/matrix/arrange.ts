import type { Matrix, MatrixCell } from '../../../server/contract.ts';

export const SORTS = ['edges', 'clustered', 'stance', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export interface Arranged {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly at: (row: string, column: string) => MatrixCell | undefined;
}

/** Rows and columns in the order asked for. */
export function arrange(matrix: Matrix, sort: Sort, nameOf: (id: string) => string): Arranged {
  const cells = new Map(matrix.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const at = (row: string, column: string): MatrixCell | undefined => cells.get(`${row} ${column}`);
  if (sort === 'clustered') return { ...matrix.clustered, at };
  if (sort === 'edges') return { rows: matrix.rows, columns: matrix.columns, at };
  const compare =
    sort === 'name'
      ? (a: string, b: string): number => nameOf(a).localeCompare(nameOf(b), 'en')
      : byStance(matrix.cells);
  return { rows: [...matrix.rows].sort(compare), columns: [...matrix.columns].sort(compare), at };
}

/** The most cooperative first: mean stance weighed by statements. */
function byStance(cells: readonly MatrixCell[]): (a: string, b: string) => number {
  const sums = new Map<string, { score: number; edges: number }>();
  for (const { row, column, stance, edges } of cells) {
    for (const id of new Set([row, column])) {
      const sum = sums.get(id) ?? { score: 0, edges: 0 };
      sums.set(id, { score: sum.score + stance * edges, edges: sum.edges + edges });
    }
  }
  const mean = (id: string): number => (sums.get(id)?.score ?? 0) / (sums.get(id)?.edges || 1);
  return (a, b) => mean(b) - mean(a) || (a < b ? -1 : 1);
}
