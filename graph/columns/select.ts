import { byCodeUnit } from '../ids.ts';
import type { GraphFilter } from '../filter.ts';
import type { Table } from './table.ts';

type Thresholds = Pick<GraphFilter, 'minEvidence' | 'minDegree'>;

/** Rows whose refusals are all among `ignored`. */
export function rowsWithout(refused: Uint16Array, ignored: number): Uint32Array {
  const out = new Uint32Array(refused.length);
  let n = 0;
  for (let row = 0; row < refused.length; row++) if ((refused[row]! & ~ignored) === 0) out[n++] = row;
  return out.subarray(0, n);
}

/** How many of the rows each tie has. */
export function evidenceOf(table: Table, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(table.ties.size);
  for (const row of rows) counts[table.edges.tie[row]!]! += 1;
  return counts;
}

/** How many ties with any of the rows end at each node; one from a node to itself counts once. */
export function degreeOf(table: Table, rows: Uint32Array): Uint32Array {
  const { tie, source, target } = table.edges;
  const seen = new Uint8Array(table.ties.size);
  const counts = new Uint32Array(table.nodes.size);
  for (const row of rows) {
    if (seen[tie[row]!]) continue;
    seen[tie[row]!] = 1;
    counts[source[row]!]! += 1;
    if (source[row] !== target[row]) counts[target[row]!]! += 1;
  }
  return counts;
}

/** First ties with enough evidence, then of what is left the ties whose two ends have enough of them. */
export function aboveThresholds(table: Table, rows: Uint32Array, filter: Thresholds): Uint32Array {
  const { tie, source, target } = table.edges;
  let left = rows;
  const { minEvidence = 1, minDegree = 1 } = filter;
  if (minEvidence > 1) {
    const evidence = evidenceOf(table, left);
    left = left.filter((row) => evidence[tie[row]!]! >= minEvidence);
  }
  if (minDegree > 1) {
    const degree = degreeOf(table, left);
    left = left.filter((row) => degree[source[row]!]! >= minDegree && degree[target[row]!]! >= minDegree);
  }
  return left;
}

/** Ties of the rows by strength: how many rows each has, then the most confident of them. Between 0 and 1 below the count. */
function strengths(table: Table, rows: Uint32Array): Float64Array {
  const { tie, confidence } = table.edges;
  const strength = new Float64Array(table.ties.size);
  const best = new Float64Array(table.ties.size);
  for (const row of rows) {
    const t = tie[row]!;
    strength[t]! += 1;
    if (confidence[row]! > best[t]!) best[t] = confidence[row]!;
  }
  for (let t = 0; t < strength.length; t++) strength[t]! += best[t]! / 2;
  return strength;
}

/** The ties that any of the rows belongs to. */
function tiesOf(table: Table, rows: Uint32Array): Uint32Array {
  const { tie } = table.edges;
  const seen = new Uint8Array(table.ties.size);
  return rows.map((row) => tie[row]!).filter((t) => seen[t] === 0 && (seen[t] = 1) === 1);
}

/** The first `limit` items in an order, without sorting all of them. */
function firstOf(
  items: Uint32Array,
  limit: number,
  compare: (a: number, b: number) => number,
): readonly number[] {
  const kept: number[] = [];
  let last: number | undefined;
  const cut = (): void => void kept.sort(compare).splice(limit);
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    kept.push(item);
    if (kept.length < 2 * limit + 64) continue;
    cut();
    last = kept.at(-1);
  }
  cut();
  return kept;
}

/** At most `limit` rows: those of the best-attested ties first, each tie with its most confident first. */
export function strongest(table: Table, rows: Uint32Array, limit: number): readonly number[] {
  const { tie, confidence } = table.edges;
  const strength = strengths(table, rows);
  const ties = firstOf(
    tiesOf(table, rows),
    limit,
    (a, b) => strength[b]! - strength[a]! || byCodeUnit(table.ties.at(a), table.ties.at(b)),
  );
  const rank = new Int32Array(table.ties.size).fill(-1);
  ties.forEach((t, i) => (rank[t] = i));
  return firstOf(
    rows.filter((row) => rank[tie[row]!]! >= 0),
    limit,
    (a, b) =>
      rank[tie[a]!]! - rank[tie[b]!]! ||
      confidence[b]! - confidence[a]! ||
      byCodeUnit(table.edgeIds[a]!, table.edgeIds[b]!),
  );
}
