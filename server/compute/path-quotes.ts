import { byCodeUnit } from '../../graph/ids.ts';
import type { Edge } from '../../graph/model.ts';
import type { GraphFilter } from '../../graph/filter.ts';
import type { GraphStore, TieCount, TieRef } from '../../graph/store/store.ts';
import type { Path, PathsAnswer } from '../contract.ts';

/** Ties shown for a hop, and quotes for each of them. */
const TIES_OF_HOP = 3;
const QUOTES_OF_TIE = 2;

/** The paths with the ties that make each hop and the words that carry them. */
export async function withQuotes(
  store: GraphStore,
  found: readonly (readonly string[])[],
  ties: readonly TieCount[],
  filter: GraphFilter,
): Promise<PathsAnswer> {
  const between = tiesByPair(ties);
  const hopsOf = (path: readonly string[]): readonly (readonly [string, string])[] =>
    path.slice(1).map((to, i) => [path[i]!, to] as const);
  const wanted = new Map<string, TieRef>();
  for (const [a, b] of found.flatMap(hopsOf)) {
    for (const tie of between(a, b)) wanted.set(tieKey(tie), tie);
  }
  const quotes = groupByTie(await store.evidence([...wanted.values()], filter));
  const paths: readonly Path[] = found.map((nodes) => ({
    nodes,
    hops: hopsOf(nodes).map(([source, target]) => ({
      source,
      target,
      ties: between(source, target).map((tie) => ({
        ...tie,
        quotes: (quotes.get(tieKey(tie)) ?? []).slice(0, QUOTES_OF_TIE),
      })),
    })),
  }));
  return {
    paths,
    dates: await datesOf(store, paths),
    nodes: await store.nodes([...found.flat(), ...speakers(quotes)]),
  };
}

/** Of the statements that are quoted: what an edge without a date of its own is dated by. */
async function datesOf(store: GraphStore, paths: readonly Path[]): Promise<Record<string, string>> {
  const quotes = paths.flatMap(({ hops }) => hops.flatMap(({ ties }) => ties.flatMap((tie) => tie.quotes)));
  const items = await store.lookUp(quotes.map((edge) => edge.statement));
  return Object.fromEntries(
    items.flatMap((item) =>
      item.kind === 'statement' && item.statement.date ? [[item.statement.id, item.statement.date]] : [],
    ),
  );
}

const tieKey = ({ type, source, target }: TieRef): string => `${type} ${source} ${target}`;

interface CountedTie extends TieRef {
  readonly edges: number;
}

/** The best attested ties between two nodes, whatever their direction. */
function tiesByPair(ties: readonly TieCount[]): (a: string, b: string) => readonly CountedTie[] {
  const pairs = new Map<string, Map<string, CountedTie>>();
  for (const { type, source, target, edges } of ties) {
    const key = [source, target].sort(byCodeUnit).join(' ');
    const pair = pairs.get(key) ?? new Map<string, CountedTie>();
    const before = pair.get(tieKey({ type, source, target }))?.edges ?? 0;
    pair.set(tieKey({ type, source, target }), { type, source, target, edges: before + edges });
    pairs.set(key, pair);
  }
  return (a, b) =>
    [...(pairs.get([a, b].sort(byCodeUnit).join(' '))?.values() ?? [])]
      .sort((x, y) => y.edges - x.edges || byCodeUnit(tieKey(x), tieKey(y)))
      .slice(0, TIES_OF_HOP);
}

/** Of each tie the edges that are most surely right first. */
function groupByTie(edges: readonly Edge[]): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(tieKey(edge));
    if (group) group.push(edge);
    else groups.set(tieKey(edge), [edge]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => b.confidence - a.confidence || byCodeUnit(a.id, b.id));
  }
  return groups;
}

const speakers = (quotes: ReadonlyMap<string, readonly Edge[]>): readonly string[] =>
  [...quotes.values()].flat().flatMap((edge) => edge.speaker ?? []);
