import { EDGE_TYPES } from '../model.ts';
import type { Table } from './table.ts';
import { NONE } from './table.ts';

const REPRESENTS = EDGE_TYPES.indexOf('REPRESENTS');

/**
 * The country of each node, as a number of `table.countries`, NONE without one: its own, else the one that most
 * statements say it represents (the earlier code when two are equal).
 */
export function homesOf(table: Table): Uint32Array {
  const { edges, country, countries } = table;
  const home = Uint32Array.from(country);
  const votes = new Map<number, Map<number, number>>();
  for (let row = 0; row < table.count; row++) {
    const [source, at] = [edges.source[row]!, country[edges.target[row]!]!];
    if (edges.type[row] !== REPRESENTS || home[source] !== NONE || at === NONE) continue;
    const counts = votes.get(source) ?? new Map<number, number>();
    votes.set(source, counts.set(at, (counts.get(at) ?? 0) + 1));
  }
  for (const [node, counts] of votes) {
    const [best] = [...counts].sort(
      ([a, n], [b, m]) => m - n || (countries.at(a) < countries.at(b) ? -1 : 1),
    );
    if (best) home[node] = best[0];
  }
  return home;
}
