import type { Edge, EntityNode } from '../../../server/contract.ts';

/** All edges of one relation between the same two ends: what is drawn as one line and opened as one list of evidence. */
export interface Tie {
  readonly key: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly edges: readonly Edge[];
}

/** Nodes and edges by id, as far as they are loaded. */
export interface Loaded {
  readonly nodes: ReadonlyMap<string, EntityNode>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** Dates of statements by id. */
  readonly stated: ReadonlyMap<string, string>;
}

export interface Part {
  readonly nodes: readonly EntityNode[];
  readonly edges: readonly Edge[];
  readonly stated?: Readonly<Record<string, string>>;
}

export function mergeParts(parts: readonly (Part | undefined)[]): Loaded {
  const nodes = new Map<string, EntityNode>();
  const edges = new Map<string, Edge>();
  const stated = new Map<string, string>();
  for (const part of parts) {
    for (const node of part?.nodes ?? []) nodes.set(node.id, node);
    for (const edge of part?.edges ?? []) edges.set(edge.id, edge);
    for (const [id, date] of Object.entries(part?.stated ?? {})) stated.set(id, date);
  }
  return { nodes, edges, stated };
}

/** The ends in the order that names the tie: of relations that hold both ways the lesser id first. */
export function tieEnds(
  edge: Pick<Edge, 'source' | 'target'>,
  directed: boolean,
): readonly [source: string, target: string] {
  return !directed && edge.target < edge.source ? [edge.target, edge.source] : [edge.source, edge.target];
}

export const tieKey = (type: string, source: string, target: string): string =>
  [type, source, target].join('~');

/** Groups edges into ties, those with most evidence first, then by key: the same edges give the same list. */
export function groupTies(edges: Iterable<Edge>, isDirected: (type: string) => boolean): readonly Tie[] {
  const groups = new Map<string, { ends: readonly [string, string]; directed: boolean; edges: Edge[] }>();
  for (const edge of edges) {
    const directed = isDirected(edge.type);
    const ends = tieEnds(edge, directed);
    const key = tieKey(edge.type, ...ends);
    const group = groups.get(key);
    if (group) group.edges.push(edge);
    else groups.set(key, { ends, directed, edges: [edge] });
  }
  return [...groups.entries()]
    .map(([key, { ends, directed, edges: members }]) => ({
      key,
      type: members[0]?.type ?? '',
      source: ends[0],
      target: ends[1],
      directed,
      edges: byDate(members),
    }))
    .sort((a, b) => b.edges.length - a.edges.length || (a.key < b.key ? -1 : 1));
}

/** Earliest first, undated last. */
export const byDate = (edges: readonly Edge[]): readonly Edge[] =>
  [...edges].sort((a, b) => {
    const [left, right] = [a.date ?? '9999', b.date ?? '9999'];
    return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
  });

/** When the edges were first and last said or done: by their own dates, else by those of their statements. */
export function seen({ edges, stated }: Omit<Part, 'nodes'>): { first: string; last: string } | undefined {
  const dates = edges.flatMap((edge) => edge.date ?? stated?.[edge.statement] ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first && last ? { first, last } : undefined;
}

/** First and last date of a tie's evidence, when any is dated. */
export function span(tie: Tie): { readonly first: string; readonly last: string } | undefined {
  const dates = tie.edges.flatMap((edge) => edge.date ?? []);
  const [first, last] = [dates[0], dates.at(-1)];
  return first && last ? { first, last } : undefined;
}
