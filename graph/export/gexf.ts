import type { Edge } from '../model.ts';
import { UNDIRECTED } from '../model.ts';
import type { StoredItem } from '../store/store.ts';
import type { Attribute, NodeItem } from './attributes.ts';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, nodeId, nodeName } from './attributes.ts';
import { escapeXml } from './xml.ts';

/** GEXF 1.3, with directed and undirected edges, as Gephi reads them (networkx does not: GraphML is for it). Parallel edges of different relations are told apart by `kind`, as Gephi does. */
export async function* writeGexf(items: AsyncIterable<StoredItem>): AsyncGenerator<string> {
  yield head();
  let inEdges = false;
  for await (const item of items) {
    if (item.kind !== 'edge') {
      yield node(item);
      continue;
    }
    if (!inEdges) yield '</nodes>\n<edges>\n';
    inEdges = true;
    yield edge(item.edge);
  }
  yield inEdges ? '</edges>\n</graph>\n</gexf>\n' : '</nodes>\n<edges>\n</edges>\n</graph>\n</gexf>\n';
}

// No date of making: the same graph gives the same file.
const head = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>Entente</creator><description>Statements of international politics as a graph</description></meta>
<graph defaultedgetype="directed" mode="static">
${declare('node', NODE_ATTRIBUTES)}${declare('edge', EDGE_ATTRIBUTES)}<nodes>
`;

function declare<T>(ofWhat: string, attributes: readonly Attribute<T>[]): string {
  const rows = attributes.map(
    ({ name, type }, i) => `<attribute id="${i}" title="${name}" type="${type}"/>\n`,
  );
  return `<attributes class="${ofWhat}" mode="static">\n${rows.join('')}</attributes>\n`;
}

function values<T>(attributes: readonly Attribute<T>[], thing: T): string {
  const rows = attributes.map(({ of }, i) => {
    const value = of(thing);
    return value === undefined ? '' : `<attvalue for="${i}" value="${escapeXml(value)}"/>`;
  });
  return `<attvalues>${rows.join('')}</attvalues>`;
}

const node = (item: NodeItem): string =>
  `<node id="${escapeXml(nodeId(item))}" label="${escapeXml(nodeName(item))}">${values(NODE_ATTRIBUTES, item)}</node>\n`;

function edge(e: Edge): string {
  const way = UNDIRECTED.has(e.type) ? 'undirected' : 'directed';
  const ends = `source="${escapeXml(e.source)}" target="${escapeXml(e.target)}"`;
  return `<edge id="${escapeXml(e.id)}" ${ends} type="${way}" kind="${e.type}" label="${e.type}">${values(EDGE_ATTRIBUTES, e)}</edge>\n`;
}
