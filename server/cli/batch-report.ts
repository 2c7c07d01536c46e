import type { BatchReport } from './target.ts';

export const NOTHING: BatchReport = { added: 0, replaced: 0, unchanged: 0, edges: 0, refused: [] };

/** Two reports as one. */
export const add = (a: BatchReport, b: BatchReport): BatchReport => ({
  added: a.added + b.added,
  replaced: a.replaced + b.replaced,
  unchanged: a.unchanged + b.unchanged,
  edges: a.edges + b.edges,
  refused: [...a.refused, ...b.refused],
});
