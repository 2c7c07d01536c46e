import { byCodeUnit } from '../ids.ts';
import type { Table } from './table.ts';

/** The latest edges among the rows, one for each quote; undated ones last. */
export function latestQuotes(table: Table, rows: Uint32Array, limit: number): readonly number[] {
  const { date, quote, confidence } = table.edges;
  const dateOf = (row: number): string => table.dates.at(date[row]!);
  const ranked = [...rows].sort(
    (a, b) =>
      byCodeUnit(dateOf(b), dateOf(a)) ||
      confidence[b]! - confidence[a]! ||
      byCodeUnit(table.edgeIds[a]!, table.edgeIds[b]!),
  );
  const seen = new Set<number>();
  const out: number[] = [];
  for (const row of ranked) {
    if (out.length === limit) break;
    if (seen.has(quote[row]!)) continue;
    seen.add(quote[row]!);
    out.push(row);
  }
  return out;
}
