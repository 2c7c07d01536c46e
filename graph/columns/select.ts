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
  const counts = new Float64Array(table.ties.size);
  const best = new Float64Array(table.ties.size);
  for (const row of rows) {
    counts[tie[row]!]! += 1;
    best[tie[row]!] = Math.max(best[tie[row]!]!, confidence[row]!);
  }
  return counts.map((n, i) => (n > 0 ? n + best[i]! / 2 : 0));
}

/** The strength that the `limit` strongest ties have at least: sorting all of them by name would take too long. */
function cutAt(strength: Float64Array, limit: number): number {
  const sorted = strength.slice().sort();
  return Math.max(sorted[Math.max(0, sorted.length - limit)] ?? 0, Number.MIN_VALUE);
}

/** At most `limit` rows: those of the best-attested ties first, each tie with its most confident first. */
export function strongest(table: Table, rows: Uint32Array, limit: number): number[] {
  const { tie, confidence } = table.edges;
  const strength = strengths(table, rows);
  const cut = cutAt(strength, limit);
  const rank = new Map(
    [...strength.keys()]
      .filter((t) => strength[t]! >= cut)
      .sort((a, b) => strength[b]! - strength[a]! || byCodeUnit(table.ties.at(a), table.ties.at(b)))
      .slice(0, limit)
      .map((t, i) => [t, i]),
  );
  return [...rows]
    .filter((row) => rank.has(tie[row]!))
    .sort(
      (a, b) =>
        rank.get(tie[a]!)! - rank.get(tie[b]!)! ||
        confidence[b]! - confidence[a]! ||
        byCodeUnit(table.edgeIds[a]!, table.edgeIds[b]!),
    )
    .slice(0, limit);
}
