import { byCodeUnit } from '../ids.ts';
import { strongest } from './select.ts';
import type { Table } from './table.ts';

/** By row, how many steps from `centre` it lies: 1 for edges that end there; 0 beyond `depth`. */
function stepsFrom(table: Table, rows: Uint32Array, centre: number, depth: number): Uint8Array {
  const { source, target } = table.edges;
  const distance = new Uint8Array(table.nodes.size).fill(255);
  const steps = new Uint8Array(table.count);
  distance[centre] = 0;
  for (let step = 1; step <= depth; step++) {
    for (const row of rows) {
      if (steps[row] !== 0) continue;
      const [a, b] = [source[row]!, target[row]!];
      if (Math.min(distance[a]!, distance[b]!) !== step - 1) continue;
      steps[row] = step;
      for (const node of [a, b]) distance[node] = Math.min(distance[node]!, step);
    }
  }
  return steps;
}

/** The rows within `depth` steps of a node: `limit` of them, nearer ones first, then the best attested; and how many there are. */
export function around(
  table: Table,
  rows: Uint32Array,
  { centre, depth, limit }: { readonly centre: number; readonly depth: number; readonly limit: number },
): { readonly rows: readonly number[]; readonly total: number } {
  const steps = stepsFrom(table, rows, centre, depth);
  const out: number[] = [];
  let total = 0;
  for (let step = 1; step <= depth; step++) {
    const ring = rows.filter((row) => steps[row] === step);
    total += ring.length;
    if (out.length < limit) out.push(...strongest(table, ring, limit - out.length));
  }
  return { rows: out, total };
}

/** The rows that end at a node, most confident first. */
export function rowsAt(table: Table, rows: Uint32Array, centre: number): readonly number[] {
  const { source, target, confidence } = table.edges;
  return [...rows.filter((row) => source[row] === centre || target[row] === centre)].sort(
    (a, b) => confidence[b]! - confidence[a]! || byCodeUnit(table.edgeIds[a]!, table.edgeIds[b]!),
  );
}

/** The rows between a node and those `nodes` neighbours that it has most rows with; and how many neighbours there are. */
export function bestNeighbours(
  table: Table,
  rows: Uint32Array,
  { centre, nodes, limit }: { readonly centre: number; readonly nodes: number; readonly limit: number },
): { readonly rows: readonly number[]; readonly total: number; readonly neighbours: number } {
  const { source, target } = table.edges;
  const own = rows.filter((row) => source[row] === centre || target[row] === centre);
  const other = (row: number): number => (source[row] === centre ? target[row]! : source[row]!);
  const found = new Set<number>();
  const taken: number[] = [];
  // The strongest tie of each neighbour decides; all rows of those taken come along.
  for (const row of strongest(table, own, own.length)) {
    if (found.size < nodes) found.add(other(row));
    if (found.has(other(row)) && taken.length < limit) taken.push(row);
  }
  const neighbours = new Set(Array.from(own, other)).size;
  return { rows: taken, total: own.length, neighbours };
}
