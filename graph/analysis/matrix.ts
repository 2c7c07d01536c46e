import { agnes } from 'ml-hclust';
import { byCodeUnit } from '../ids.ts';
import { UNDIRECTED } from '../model.ts';
import type { TieCount } from '../store/store.ts';
import { isActorId, labelOfId, scoreOf } from './network.ts';

/** What actors take positions on. */
export const MATRIX_SUBJECTS = ['Issue', 'Event', 'actors'] as const;
export type MatrixSubject = (typeof MATRIX_SUBJECTS)[number];

export interface MatrixOptions {
  readonly on: MatrixSubject;
  /** Most rows and columns, those with most edges first. */
  readonly rows: number;
  readonly columns: number;
}
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly edges: number;
  /** Mean PLOVER score of those edges by 10: -1 violence, 0 neutral, towards 1 material help. */
  readonly stance: number;
  /** Mean stance of the later half of the dated edges less that of the earlier half; null when too little is dated. */
  readonly trend: number | null;
  /** First and last year, empty when nothing is dated. */
  readonly first: string;
  readonly last: string;
}
export interface Matrix {
  /** Ids, those with most edges first, and the same in an order that puts alike ones side by side. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly clustered: { readonly rows: readonly string[]; readonly columns: readonly string[] };
  /** How many rows and columns there are in all, and edges in the part shown and in all. */
  readonly totalRows: number;
  readonly totalColumns: number;
  readonly edges: number;
  readonly totalEdges: number;
  readonly cells: readonly MatrixCell[];
}

interface Entry {
  readonly row: string;
  readonly column: string;
  readonly years: { readonly year: string; readonly edges: number; readonly score: number }[];
}

/** Who stands where: actors against what they speak of, or against each other. */
export function matrix(ties: readonly TieCount[], options: MatrixOptions): Matrix {
  const entries = entriesOf(ties, options.on);
  const all = { rows: totals(entries, 'row'), columns: totals(entries, 'column') };
  const rows = all.rows.slice(0, options.rows);
  const columns = all.columns.slice(0, options.columns);
  const [inRows, inColumns] = [new Set(rows), new Set(columns)];
  const cells = entries.filter((e) => inRows.has(e.row) && inColumns.has(e.column)).map(toCell);
  return {
    rows,
    columns,
    clustered: clustered(rows, columns, cells),
    totalRows: all.rows.length,
    totalColumns: all.columns.length,
    edges: cells.reduce((sum, cell) => sum + cell.edges, 0),
    totalEdges: entries.reduce((sum, entry) => sum + edgesIn(entry), 0),
    cells,
  };
}

function entriesOf(ties: readonly TieCount[], on: MatrixSubject): readonly Entry[] {
  const isSubject = (id: string): boolean => (on === 'actors' ? isActorId(id) : labelOfId(id) === on);
  const entries = new Map<string, Entry>();
  const add = (row: string, column: string, { type, year, edges }: TieCount): void => {
    if (row === column || !isActorId(row) || !isSubject(column)) return;
    const key = `${row} ${column}`;
    const entry = entries.get(key) ?? { row, column, years: [] };
    entry.years.push({ year, edges, score: scoreOf(type) });
    entries.set(key, entry);
  };
  for (const tie of ties) {
    if (!isPosition(tie)) continue;
    add(tie.source, tie.target, tie);
    if (UNDIRECTED.has(tie.type)) add(tie.target, tie.source, tie);
  }
  return [...entries.values()];
}

/** Structural ties say who somebody is, not where they stand. */
const isPosition = ({ type }: TieCount): boolean => scoreOf(type) !== 0 || type === 'DISCUSSES';

const edgesIn = ({ years }: Entry): number => years.reduce((sum, year) => sum + year.edges, 0);

/** Ids by edges, most first. */
function totals(entries: readonly Entry[], side: 'row' | 'column'): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry[side], (counts.get(entry[side]) ?? 0) + edgesIn(entry));
  return [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b)).map(([id]) => id);
}

function toCell(entry: Entry): MatrixCell {
  const { row, column, years } = entry;
  const dated = years.filter(({ year }) => year !== '').sort((a, b) => byCodeUnit(a.year, b.year));
  return {
    row,
    column,
    edges: edgesIn(entry),
    stance: round(meanScore(years) / 10),
    trend: trendOf(dated),
    first: dated[0]?.year ?? '',
    last: dated.at(-1)?.year ?? '',
  };
}

function meanScore(years: Entry['years']): number {
  const edges = years.reduce((sum, year) => sum + year.edges, 0);
  return edges === 0 ? 0 : years.reduce((sum, year) => sum + year.edges * year.score, 0) / edges;
}

/** Below this a change of mind cannot be told from a single statement. */
const LEAST_DATED = 4;

/** Splits the years where half of the edges are passed. */
function trendOf(dated: Entry['years']): number | null {
  const total = dated.reduce((sum, year) => sum + year.edges, 0);
  if (total < LEAST_DATED || dated[0]?.year === dated.at(-1)?.year) return null;
  let seen = 0;
  const middle = dated.find((year) => (seen += year.edges) >= total / 2)?.year ?? '';
  const border = middle === dated.at(-1)?.year ? middle : `${middle}~`;
  const [early, late] = [dated.filter((d) => d.year < border), dated.filter((d) => d.year >= border)];
  return round((meanScore(late) - meanScore(early)) / 10);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Rows and columns in the order of the leaves of average-linkage trees over their stances (Sokal and Michener 1958). */
function clustered(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly MatrixCell[],
): Matrix['clustered'] {
  const stance = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.stance]));
  const at = (row: string, column: string): number => stance.get(`${row} ${column}`) ?? 0;
  return {
    rows: leaves(
      rows,
      rows.map((row) => columns.map((column) => at(row, column))),
    ),
    columns: leaves(
      columns,
      columns.map((column) => rows.map((row) => at(row, column))),
    ),
  };
}

const leaves = (ids: readonly string[], vectors: number[][]): readonly string[] =>
  ids.length < 3
    ? ids
    : agnes(vectors, { method: 'average' })
        .indices()
        .map((i) => ids[i]!);
