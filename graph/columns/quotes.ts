import { byCodeUnit } from '../ids.ts';
import type { Table } from './table.ts';

/** The latest edges among the rows, one for each quote; undated ones last. Only the dates that are needed are sorted. */
export function latestQuotes(table: Table, rows: Uint32Array, limit: number): readonly number[] {
  const { quote, confidence } = table.edges;
  const seen = new Set<number>();
  const out: number[] = [];
  for (const bucket of latestFirst(table, rows)) {
    bucket.sort(
      (a, b) => confidence[b]! - confidence[a]! || byCodeUnit(table.edgeIds[a]!, table.edgeIds[b]!),
    );
    for (const row of bucket) {
      if (out.length === limit) return out;
      if (seen.has(quote[row]!)) continue;
      seen.add(quote[row]!);
      out.push(row);
    }
  }
  return out;
}

/** The rows of each date, in no order. */
function latestFirst(table: Table, rows: Uint32Array): readonly number[][] {
  const byDate = new Map<number, number[]>();
  for (const row of rows) {
    const date = table.edges.date[row]!;
    const bucket = byDate.get(date);
    if (bucket) bucket.push(row);
    else byDate.set(date, [row]);
  }
  return [...byDate]
    .map(([date, bucket]) => ({ date: table.dates.at(date), bucket }))
    .sort((a, b) => byCodeUnit(b.date, a.date))
    .map(({ bucket }) => bucket);
}
