import { byCodeUnit } from '../ids.ts';
import type { EdgeType } from '../model.ts';
import { EDGE_TYPES } from '../model.ts';
import type { Names } from './names.ts';
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

/** The place of each name among all of them in code unit order: numbers compare many times faster than ids do. */
function ranks(names: Names): Uint32Array {
  const order = Array.from({ length: names.size }, (_, i) => i);
  order.sort((a, b) => byCodeUnit(names.at(a), names.at(b)));
  const out = new Uint32Array(order.length);
  order.forEach((at, rank) => (out[at] = rank));
  return out;
}

const TYPE_RANKS = EDGE_TYPES.map((type) => EDGE_TYPES.filter((other) => other < type).length);

/** The rows counted by tie and year; sorted by ends, type and year. */
export function countTies(table: Table, rows: Uint32Array): readonly TieCount[] {
  const { source, target, type, date } = table.edges;
  const rank = ranks(table.nodes);
  const years = Array.from({ length: table.dates.size }, (_, i) => table.dates.at(i).slice(0, 4));
  const numbers = Uint16Array.from(years, Number);
  const numberOf = (row: number): number => numbers[date[row]!] ?? 0;
  const compare = (a: number, b: number): number =>
    rank[source[a]!]! - rank[source[b]!]! ||
    rank[target[a]!]! - rank[target[b]!]! ||
    TYPE_RANKS[type[a]!]! - TYPE_RANKS[type[b]!]! ||
    numberOf(a) - numberOf(b);
  const counts: Writable<TieCount>[] = [];
  let last: number | undefined;
  for (const row of rows.slice().sort(compare)) {
    if (last !== undefined && compare(last, row) === 0) counts.at(-1)!.edges += 1;
    else counts.push({ ...refOf(table, row), year: years[date[row]!] ?? '', edges: 1 });
    last = row;
  }
  return counts;
}
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The rows of these ties by date, undated last. */
export function rowsOfTies(table: Table, rows: Uint32Array, ties: readonly TieRef[]): readonly number[] {
  const wanted = new Set(ties.map(keyOf));
  const dated = (row: number): string => dateOf(table, row) || '~';
  return [...rows]
    .filter((row) => wanted.has(keyOf(refOf(table, row))))
    .sort((a, b) => byCodeUnit(dated(a), dated(b)) || byCodeUnit(table.edgeIds[a]!, table.edgeIds[b]!));
}
