import type { BatchReport } from './target.ts';

export const NOTHING: BatchReport = {
  added: 0,
  replaced: 0,
  unchanged: 0,
  edges: 0,
  relations: {},
  refused: [],
};

/** Two reports as one. */
export const add = (a: BatchReport, b: BatchReport): BatchReport => ({
  added: a.added + b.added,
  replaced: a.replaced + b.replaced,
  unchanged: a.unchanged + b.unchanged,
  edges: a.edges + b.edges,
  relations: sumOf(a.relations, b.relations),
  refused: [...a.refused, ...b.refused],
});

function sumOf(a: BatchReport['relations'], b: BatchReport['relations']): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [type, n] of Object.entries(b)) sum[type] = (sum[type] ?? 0) + n;
  return sum;
}
