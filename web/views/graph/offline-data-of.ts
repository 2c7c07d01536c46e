import type { EntityNode, StatementList } from '../../../server/contract.ts';
import { api, get } from '../../api/client.ts';
import type { Scheme } from '../../palette.ts';
import { familyColour } from '../../palette.ts';
import type { Explorer } from '../../panels/explorer-context.ts';
import type { OfflineData } from '../../take-away/offline-data.ts';
import { texts } from '../../texts.ts';

const PAGE = 500;

/** Titles of the statements that the shown edges come from. */
async function statementsOf(wanted: ReadonlySet<string>): Promise<OfflineData['statements']> {
  const found: Record<string, { title?: string; about: string }> = {};
  let left = wanted.size;
  for (let offset = 0; left > 0; offset += PAGE) {
    const { items, total } = await get<StatementList>('/api/statements', { limit: PAGE, offset });
    for (const { id, title, source, date } of items) {
      if (!wanted.has(id)) continue;
      found[id] = { ...(title ? { title } : {}), about: [source, date].filter(Boolean).join(', ') };
      left -= 1;
    }
    if (offset + PAGE >= total) break;
  }
  return found;
}

/** Who says what is said: they need have no tie of their own among what is shown. */
async function speakersOf(
  ties: OfflineData['ties'],
  loaded: ReadonlyMap<string, EntityNode>,
): Promise<readonly EntityNode[]> {
  const ids = new Set(ties.flatMap((tie) => tie.edges.flatMap((edge) => edge.speaker ?? [])));
  return Promise.all([...ids].map(async (id) => loaded.get(id) ?? (await api.node(id)).node));
}

/** What is shown, as the offline file holds it: nodes with most ties first. */
export async function offlineDataOf({ graph, ontology }: Explorer, scheme: Scheme): Promise<OfflineData> {
  const ties = graph.ties.map(({ key, source, target, type, edges }) => {
    const info = ontology.type(type);
    return {
      key,
      source,
      target,
      phrase: info?.phrase ?? type,
      colour: familyColour(info?.family ?? 'structure', scheme),
      edges: edges.map(({ quote, statement, date, speaker, modality, confidence }) => ({
        quote,
        statement,
        ...(date ? { date } : {}),
        ...(speaker ? { speaker } : {}),
        ...(modality === 'asserted' ? {} : { modality: texts.evidence.modality[modality] ?? modality }),
        confidence: texts.evidence.confidence(confidence),
      })),
    };
  });
  const counts = new Map<string, number>();
  for (const { source, target } of ties) {
    for (const id of [source, target]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const speakers = await speakersOf(ties, graph.loaded.nodes);
  const nodes = [...counts.keys()]
    .flatMap((id) => graph.loaded.nodes.get(id) ?? [])
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .concat(speakers.filter((node) => !counts.has(node.id)))
    .map(({ id, name, label, aliases }) => ({ id, name, label, aliases }));
  const statements = await statementsOf(
    new Set(graph.ties.flatMap((tie) => tie.edges.map((e) => e.statement))),
  );
  return { nodes, ties, statements, words: texts.takeAway.offline };
}
