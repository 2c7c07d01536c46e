import type { Edge, EntityNode, Extraction } from '../model.ts';
import type { Identities } from './identities.ts';

/** Ends and speaker of an edge as the text was read, where decisions say that they are somebody else. */
export interface AsRead {
  readonly source?: string;
  readonly target?: string;
  readonly speaker?: string;
}
/** What a statement says, by the ids that decisions give. */
export interface Applied {
  /** Each node as it was read, with the id that it has in the graph. Two may have the same. */
  readonly nodes: readonly { readonly as: string; readonly node: EntityNode }[];
  /** Edges keep their own ids, quotes and offsets: only what stands at their ends changes. */
  readonly edges: readonly { readonly edge: Edge; readonly read: AsRead }[];
  /** The ids that were changed, as text; '' when none was. */
  readonly changes: string;
}

/** Applies decisions to what one statement says. It hangs on nothing but the two. */
export function applyDecisions(extraction: Extraction, identities: Identities): Applied {
  const ids = identities.plain ? new Map<string, string>() : changedIds(extraction, identities);
  const as = (id: string): string => ids.get(id) ?? id;
  return {
    nodes: extraction.nodes.map((node) => ({ as: as(node.id), node })),
    edges: extraction.edges.map((edge) => (ids.size === 0 ? { edge, read: {} } : moved(edge, as))),
    changes: [...ids].map((pair) => pair.join('\t')).join('\n'),
  };
}

/** In order of the nodes, which is that of their ids. */
function changedIds({ nodes, edges }: Extraction, identities: Identities): Map<string, string> {
  const homes = homesOf(edges, identities);
  const changed = new Map<string, string>();
  for (const { id, country } of nodes) {
    const now = identities.at(id, homes.get(id) ?? country);
    if (now !== id) changed.set(id, now);
  }
  return changed;
}

/** The one country that each person whose name several bear speaks for; none when the statement tells two. */
function homesOf(edges: readonly Edge[], identities: Identities): ReadonlyMap<string, string | undefined> {
  const homes = new Map<string, string | undefined>();
  for (const { type, source, target } of edges) {
    if (type !== 'REPRESENTS' || !identities.isApart(source) || !target.startsWith(COUNTRY)) continue;
    const country = target.slice(COUNTRY.length);
    homes.set(source, homes.has(source) && homes.get(source) !== country ? undefined : country);
  }
  return homes;
}
const COUNTRY = 'country:';

function moved(edge: Edge, as: (id: string) => string): { edge: Edge; read: AsRead } {
  const read: { source?: string; target?: string; speaker?: string } = {};
  const now: { source?: string; target?: string; speaker?: string } = {};
  for (const end of ['source', 'target', 'speaker'] as const) {
    const before = edge[end];
    if (before === undefined || as(before) === before) continue;
    read[end] = before;
    now[end] = as(before);
  }
  return { edge: { ...edge, ...now }, read };
}
