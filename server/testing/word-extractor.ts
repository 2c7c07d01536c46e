import { byId, edgeId, entityId } from '../../graph/ids.ts';
import type { Edge, EntityNode, Extraction, Extractor, Statement } from '../../graph/model.ts';

const COUNTRIES: Readonly<Record<string, string>> = {
  Iran: 'IRN',
  Cuba: 'CUB',
  France: 'FRA',
  Japan: 'JPN',
  Chad: 'TCD',
};
const VERBS = { condemns: 'CONDEMNS', supports: 'SUPPORTS', 'met with': 'MET_WITH' } as const;
const PATTERN =
  /\b(Iran|Cuba|France|Japan|Chad) (condemns|supports|met with) (Iran|Cuba|France|Japan|Chad)\b/g;

/** Reads sentences like "Iran condemns Cuba", so that tests of the server do not hang on the rules of ingest/. */
export const wordExtractor: Extractor = {
  name: 'words',
  version: '1',
  extract(statement: Statement): Extraction {
    const nodes = new Map<string, EntityNode>();
    const edges = new Map<string, Edge>();
    for (const match of statement.text.matchAll(PATTERN)) {
      const [quote, from = '', verb = 'supports', to = ''] = match;
      const ends = [from, to].map((name) => country(name));
      for (const node of ends) nodes.set(node.id, node);
      const edge = edgeOf(
        statement,
        quote,
        match.index,
        VERBS[verb as keyof typeof VERBS],
        ends.map((n) => n.id),
      );
      edges.set(edge.id, edge);
    }
    for (const node of nodes.values()) {
      const edge = edgeOf(statement, node.name, statement.text.indexOf(node.name), 'MENTIONS', [
        statement.id,
        node.id,
      ]);
      edges.set(edge.id, edge);
    }
    return { statement, nodes: [...nodes.values()].sort(byId), edges: [...edges.values()].sort(byId) };
  },
};

function country(name: string): EntityNode {
  const code = COUNTRIES[name] ?? '';
  return { id: entityId('Country', code), label: 'Country', name, aliases: [], country: code };
}

function edgeOf(
  s: Statement,
  quote: string,
  start: number,
  type: Edge['type'],
  ends: readonly string[],
): Edge {
  const [source = '', target = ''] = ends;
  const at = { statement: s.id, start, end: start + quote.length, type, source, target };
  const why = { rule: `word.${type.toLowerCase()}`, source: 'named', target: 'named' };
  const date = s.date === undefined ? {} : { date: s.date };
  return {
    id: edgeId(at),
    ...at,
    quote,
    ...date,
    modality: 'asserted',
    confidence: 0.9,
    context: [],
    extractor: 'words 1',
    why,
  };
}
