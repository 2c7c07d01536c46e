import { facets } from '../columns/facets.ts';
import type { Keeper, Snapshot } from '../columns/keeper.ts';
import { refusals } from '../columns/masks.ts';
import { latestQuotes } from '../columns/quotes.ts';
import { around, bestNeighbours, rowsAt } from '../columns/reach.ts';
import { aboveThresholds, rowsWithout, strongest } from '../columns/select.ts';
import { countTies, rowsOfTies } from '../columns/tie-counts.ts';
import { NONE } from '../columns/table.ts';
import { compare, periodFilter, timeline } from '../columns/timeline.ts';
import type { GraphFilter } from '../filter.ts';
import { EDGE_TYPES } from '../model.ts';
import { byCodeUnit, byId } from '../ids.ts';
import type { Run } from './backend.ts';
import type { EdgeKey } from './fetch.ts';
import { fetchEdges, fetchEnds } from './fetch.ts';
import { words } from './search.ts';
import type { GraphStore } from './store.ts';

type Filtered = Pick<
  GraphStore,
  | 'neighbours'
  | 'ties'
  | 'evidence'
  | 'subgraph'
  | 'expand'
  | 'facets'
  | 'timeline'
  | 'compare'
  | 'searchQuotes'
>;

/** Most edges that one expansion brings. */
const MOST_EDGES = 1000;

const passing = ({ table, home }: Snapshot, filter: GraphFilter): Uint32Array =>
  aboveThresholds(table, rowsWithout(refusals(table, filter, home), 0), filter);

const keyOf =
  ({ table }: Snapshot) =>
  (row: number): EdgeKey => ({
    id: table.edgeIds[row]!,
    type: EDGE_TYPES[table.edges.type[row]!]!,
    source: table.nodes.at(table.edges.source[row]!),
  });

interface PassingIds {
  readonly edges: readonly EdgeKey[];
  /** Ends and speakers. */
  readonly nodes: readonly string[];
  readonly statements: readonly string[];
}

/** What passes a filter, each sorted by id. */
export function passingIds(snapshot: Snapshot, filter: GraphFilter): PassingIds {
  const { edges, nodes, statements } = snapshot.table;
  const ends = new Set<number>();
  const said = new Set<number>();
  const rows = passing(snapshot, filter);
  for (const row of rows) {
    ends.add(edges.source[row]!).add(edges.target[row]!).add(edges.speaker[row]!);
    said.add(edges.statement[row]!);
  }
  ends.delete(NONE);
  return {
    edges: Array.from(rows, keyOf(snapshot)).sort(byId),
    nodes: Array.from(ends, (at) => nodes.at(at)).sort(byCodeUnit),
    statements: Array.from(said, (at) => statements.at(at)).sort(byCodeUnit),
  };
}

/** What is answered from the columns; whole nodes and edges are then read from the database. */
export function filteredOperations(read: Run, keeper: Keeper): Filtered {
  const part = async (keys: readonly EdgeKey[], totalEdges: number, more: readonly string[] = []) => {
    const edges = await fetchEdges(read, keys);
    const { statements, statementDate, dates } = (await keeper.current()).table;
    const dateOf = (id: string): string => dates.at(statementDate[statements.find(id) ?? NONE] ?? NONE);
    const stated = edges.map(({ statement }) => [statement, dateOf(statement)] as const);
    return {
      nodes: await fetchEnds(read, edges, more),
      edges,
      totalEdges,
      stated: Object.fromEntries(stated.filter(([, date]) => date !== '')),
    };
  };
  return {
    async subgraph({ limit, around: focus, ...filter }) {
      const snapshot = await keeper.current();
      const rows = passing(snapshot, filter);
      if (!focus) return part(strongest(snapshot.table, rows, limit).map(keyOf(snapshot)), rows.length);
      const centre = snapshot.table.nodes.find(focus.id);
      if (centre === undefined) return { nodes: [], edges: [], totalEdges: 0, stated: {} };
      const near = around(snapshot.table, rows, { centre, depth: focus.depth, limit });
      return part(near.rows.map(keyOf(snapshot)), near.total, [focus.id]);
    },
    async neighbours(id, { limit, ...filter }) {
      const snapshot = await keeper.current();
      const [node] = await fetchEnds(read, [], [id]);
      if (node === undefined) return undefined;
      const centre = snapshot.table.nodes.find(id) ?? NONE;
      const rows = rowsAt(snapshot.table, passing(snapshot, filter), centre);
      return part(rows.slice(0, limit).map(keyOf(snapshot)), rows.length, [id]);
    },
    async expand(id, { nodes, ...filter }) {
      const snapshot = await keeper.current();
      const centre = snapshot.table.nodes.find(id);
      if (centre === undefined) return undefined;
      const best = bestNeighbours(snapshot.table, passing(snapshot, filter), {
        centre,
        nodes,
        limit: MOST_EDGES,
      });
      const found = await part(best.rows.map(keyOf(snapshot)), best.total, [id]);
      return { ...found, totalNodes: best.neighbours };
    },
    async ties(filter) {
      const snapshot = await keeper.current();
      return countTies(snapshot.table, passing(snapshot, filter));
    },
    async evidence(ties, filter) {
      const snapshot = await keeper.current();
      const rows = rowsOfTies(snapshot.table, passing(snapshot, filter), ties);
      return fetchEdges(read, rows.map(keyOf(snapshot)));
    },
    async facets(filter) {
      const { table, home } = await keeper.current();
      return facets(table, refusals(table, filter, home), filter, home);
    },
    async timeline(filter, unit) {
      const { table, home } = await keeper.current();
      return timeline(table, refusals(table, filter, home), filter, unit);
    },
    async compare(filter, [before, after], limit) {
      const snapshot = await keeper.current();
      const rows = (period: typeof before) => passing(snapshot, periodFilter(filter, period));
      return compare(snapshot.table, [rows(before), rows(after)], limit);
    },
    async searchQuotes(text, { limit, ...filter }) {
      if (words(text).length === 0) return [];
      const snapshot = await keeper.current();
      const rows = latestQuotes(snapshot.table, passing(snapshot, { ...filter, text }), limit);
      const { nodes, edges } = await part(rows.map(keyOf(snapshot)), rows.length);
      const byId = new Map(nodes.map((node) => [node.id, node]));
      return edges.flatMap((edge) => {
        const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
        return source && target ? [{ edge, source, target }] : [];
      });
    },
  };
}
