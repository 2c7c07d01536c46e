import { byCodeUnit } from '../ids.ts';
import type { EdgeType } from '../model.ts';
import { EDGE_TYPES } from '../model.ts';
import type { Table } from './table.ts';
import { NONE } from './table.ts';

/** A relation between two entities: what all edges of one type between the same ends have in common. */
export interface TieRef {
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
}
/** How many edges of one year attest a tie. */
export interface TieCount extends TieRef {
  /** Of the edge's date, else of its statement's: four digits, empty when neither is dated. */
  readonly year: string;
  readonly edges: number;
}

const refOf = ({ nodes, edges }: Table, row: number): TieRef => ({
  type: EDGE_TYPES[edges.type[row]!]!,
  source: nodes.at(edges.source[row]!),
  target: nodes.at(edges.target[row]!),
});
const dateOf = ({ dates, edges }: Table, row: number): string =>
  edges.date[row] === NONE ? '' : dates.at(edges.date[row]!);
const keyOf = ({ type, source, target }: TieRef): string => `${type} ${source} ${target}`;

const byTie = (a: TieCount, b: TieCount): number =>
  byCodeUnit(a.source, b.source) ||
  byCodeUnit(a.target, b.target) ||
  byCodeUnit(a.type, b.type) ||
  byCodeUnit(a.year, b.year);

/** The rows counted by tie and year; sorted by ends, type and year. */
export function countTies(table: Table, rows: Uint32Array): readonly TieCount[] {
  const counts = new Map<string, { ref: TieRef; year: string; edges: number }>();
  for (const row of rows) {
    const ref = refOf(table, row);
    const year = dateOf(table, row).slice(0, 4);
    const key = `${keyOf(ref)} ${year}`;
    const count = counts.get(key);
    if (count) count.edges += 1;
    else counts.set(key, { ref, year, edges: 1 });
  }
  return [...counts.values()].map(({ ref, year, edges }) => ({ ...ref, year, edges })).sort(byTie);
}

/** The rows of these ties by date, undated last. */
export function rowsOfTies(table: Table, rows: Uint32Array, ties: readonly TieRef[]): readonly number[] {
  const wanted = new Set(ties.map(keyOf));
  const dated = (row: number): string => dateOf(table, row) || '~';
  return [...rows]
    .filter((row) => wanted.has(keyOf(refOf(table, row))))
    .sort((a, b) => byCodeUnit(dated(a), dated(b)) || byCodeUnit(table.edgeIds[a]!, table.edgeIds[b]!));
}
