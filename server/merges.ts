import type { Candidates, ComparedLabel, Suggestion } from '../graph/identity/candidates.ts';
import type { Decision } from '../graph/identity/decisions.ts';
import { identitiesOf } from '../graph/identity/identities.ts';
import { entityId } from '../graph/ids.ts';
import type { Edge, EntityNode } from '../graph/model.ts';
import type { GraphStore } from '../graph/store/store.ts';
import type { MergeEvidence, MergeList, NodeDetail } from './contract.ts';

/** Quotes shown of each side. */
const QUOTES = 2;

export interface MergePage {
  readonly limit: number;
  readonly offset: number;
  readonly label?: ComparedLabel | undefined;
}
export type Suggest = (from: Candidates, decisions: readonly Decision[]) => Promise<Suggestion[]>;

/** The names that somebody decided to be those of this node, by the ids under which they are read. */
export function mergedInto(
  node: EntityNode,
  decisions: readonly Decision[],
): NonNullable<NodeDetail['merged']> {
  const names = new Map([node.name, ...node.aliases].map((name) => [entityId(node.label, name), name]));
  const others = identitiesOf(decisions)
    .together(node.id)
    .filter((id) => id !== node.id);
  return others.map((id) => ({ id, name: names.get(id) ?? id.slice(id.indexOf(':') + 1) }));
}

/** A page of suggestions of who may be who, each with words from either side. */
export async function listMerges(
  store: GraphStore,
  suggest: Suggest,
  { limit, offset, label }: MergePage,
): Promise<MergeList> {
  const [candidates, decisions] = [await store.identityCandidates(), await store.decisions()];
  const all = await suggest(candidates, decisions);
  const found = label === undefined ? all : all.filter((s) => s.label === label);
  const page = found.slice(offset, offset + limit);
  const ids = page.flatMap(({ id, other }) => (other === undefined ? [id] : [id, other]));
  // One that may be two is shown by more of its words.
  const { edges, statements } = await store.examples(ids, 2 * QUOTES);
  const mentions = new Map(candidates.candidates.map((c) => [c.id, c.mentions]));
  const said = new Map(statements.map((s) => [s.id, s]));
  const evidence = (id: string, most: number): MergeEvidence => ({
    id,
    mentions: mentions.get(id) ?? 0,
    quotes: (edges.get(id) ?? []).slice(0, most).map((edge: Edge) => {
      const { title, date } = said.get(edge.statement) ?? {};
      return { edge, ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
    }),
  });
  const items = page.map((s) => ({
    ...s,
    sides:
      s.other === undefined
        ? [evidence(s.id, 2 * QUOTES)]
        : [evidence(s.id, QUOTES), evidence(s.other, QUOTES)],
  }));
  const ends = [...edges.values()].flat().flatMap((edge) => [edge.source, edge.target]);
  return { items, total: found.length, nodes: await store.nodes([...ids, ...ends]) };
}
