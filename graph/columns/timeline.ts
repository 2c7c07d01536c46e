import type { Comparison, GraphFilter, PairChange, Period, Signs, TimeBin, Timeline } from '../filter.ts';
import { byCodeUnit } from '../ids.ts';
import { ENTITY_LABELS } from '../model.ts';
import { BIT, SIGN_OF_TYPE } from './masks.ts';
import { aboveThresholds, rowsWithout } from './select.ts';
import type { Table } from './table.ts';
import { NONE } from './table.ts';

type MutableSigns = { -readonly [K in keyof Signs]: Signs[K] };
interface MutableBin extends MutableSigns {
  at: string;
  statements: number;
}

const empty = (): MutableSigns => ({ cooperation: 0, conflict: 0, neutral: 0 });
const fieldOf = (type: number): keyof Signs =>
  SIGN_OF_TYPE[type]! > 0 ? 'cooperation' : SIGN_OF_TYPE[type]! < 0 ? 'conflict' : 'neutral';

/** What passes by year or month, whatever the filter's own dates are. */
export function timeline(
  table: Table,
  refused: Uint16Array,
  filter: GraphFilter,
  unit: Timeline['unit'],
): Timeline {
  const { edges, dates, statementDate } = table;
  const rows = aboveThresholds(table, rowsWithout(refused, BIT.dates), filter);
  const length = unit === 'year' ? 4 : 7;
  const bins = new Map<string, MutableBin>();
  const binAt = (date: number): MutableBin | undefined => {
    const at = date === NONE ? '' : dates.at(date).slice(0, length);
    if (at.length < length) return undefined;
    const bin = bins.get(at) ?? { at, statements: 0, ...empty() };
    bins.set(at, bin);
    return bin;
  };
  let undated = 0;
  const seen = new Set<number>();
  for (const row of rows) {
    const bin = binAt(edges.date[row]!);
    if (bin) bin[fieldOf(edges.type[row]!)] += 1;
    else undated += 1;
    const statement = edges.statement[row]!;
    if (seen.has(statement)) continue;
    seen.add(statement);
    const own = binAt(statementDate[statement]!);
    if (own) own.statements += 1;
  }
  const sorted: readonly TimeBin[] = [...bins.values()].sort((a, b) => byCodeUnit(a.at, b.at));
  return { unit, bins: sorted, undated };
}

interface Pair {
  readonly source: number;
  readonly target: number;
  readonly signs: MutableSigns;
}

/** What is said between each two nodes, by sign. */
function pairsOf(table: Table, rows: Uint32Array): ReadonlyMap<number, Pair> {
  const { edges, nodes } = table;
  const pairs = new Map<number, Pair>();
  for (const row of rows) {
    const [a, b] = [edges.source[row]!, edges.target[row]!];
    const [source, target] = a < b ? [a, b] : [b, a];
    const key = source * nodes.size + target;
    const pair = pairs.get(key) ?? { source, target, signs: empty() };
    pairs.set(key, pair);
    pair.signs[fieldOf(edges.type[row]!)] += 1;
  }
  return pairs;
}

const leaning = ({ cooperation, conflict }: Signs): number => Math.sign(cooperation - conflict);
const weight = ({ cooperation, conflict, neutral }: Signs): number => cooperation + conflict + neutral;

function changeOf(before: Signs, after: Signs): PairChange['change'] | undefined {
  if (weight(before) === 0) return 'new';
  if (weight(after) === 0) return 'gone';
  return leaning(before) * leaning(after) < 0 ? 'changed' : undefined;
}

/** Pairs of nodes that are tied in one period only, or lean to the other side, those with most edges first. */
export function compare(
  table: Table,
  rows: readonly [before: Uint32Array, after: Uint32Array],
  limit: number,
): Comparison {
  const [before, after] = [pairsOf(table, rows[0]), pairsOf(table, rows[1])];
  const found: (PairChange & { readonly weight: number })[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const pair = (was ?? is)!;
    const signs = [was?.signs ?? empty(), is?.signs ?? empty()] as const;
    const change = changeOf(...signs);
    if (change === undefined) continue;
    const ends = [table.nodes.at(pair.source), table.nodes.at(pair.target)].sort(byCodeUnit);
    found.push({
      source: ends[0]!,
      target: ends[1]!,
      change,
      before: signs[0],
      after: signs[1],
      weight: weight(signs[0]) + weight(signs[1]),
    });
  }
  found.sort(
    (a, b) => b.weight - a.weight || byCodeUnit(`${a.source} ${a.target}`, `${b.source} ${b.target}`),
  );
  const changes = found.slice(0, limit).map(({ weight: _weight, ...change }) => change);
  const ids = [...new Set(changes.flatMap((change) => [change.source, change.target]))].sort(byCodeUnit);
  const nodes = ids.map((id) => {
    const at = table.nodes.find(id)!;
    return { id, label: ENTITY_LABELS[table.label[at]!]!, name: table.name[at]! };
  });
  return { changes, total: found.length, nodes };
}

export const periodFilter = (filter: GraphFilter, period: Period): GraphFilter => {
  const { from: _from, to: _to, ...rest } = filter;
  return { ...rest, ...period };
};
