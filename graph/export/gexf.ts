import type { Edge } from '../model.ts';
import type { StoredItem } from '../store/store.ts';
import type { Attribute, NodeItem } from './attributes.ts';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, nodeId, nodeLabel, nodeName } from './attributes.ts';
import { daysOf } from './dates.ts';
import type { Colour } from './palette.ts';
import { edgeColour, labelColour } from './palette.ts';
import type { ExportSource } from './source.ts';
import { escapeXml } from './xml.ts';

/**
 * GEXF 1.3 with dates as spells, colours and sizes. All edges are directed in the file, since networkx refuses files
 * that mix both kinds; those that hold both ways say so in the attribute `undirected`. Parallel edges of different relations
 * are told apart by `kind`, as Gephi does.
 */
export async function* writeGexf({ items, cut }: ExportSource): AsyncGenerator<string> {
  yield head(cut);
  const spans = new Map<string, string>();
  let inEdges = false;
  for await (const item of items) {
    if (item.kind !== 'edge') {
      if (item.kind === 'statement' && item.statement.date) spans.set(item.statement.id, item.statement.date);
      yield node(item);
      continue;
    }
    if (!inEdges) yield '</nodes>\n<edges>\n';
    inEdges = true;
    yield edge(item.edge, spans.get(item.edge.statement));
  }
  yield inEdges ? '</edges>\n</graph>\n</gexf>\n' : '</nodes>\n<edges>\n</edges>\n</graph>\n</gexf>\n';
}

// No date of making: the same graph gives the same file.
const head = (cut: string | undefined): string => `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>Entente</creator><description>${escapeXml(`Statements of international politics as a graph${cut === undefined ? '' : `. Cut: ${cut}`}`)}</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
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

/** When it was so: from the first day of `from` to the last of `to`. Nothing, which means always, when neither is known. */
function spell(from: string | undefined, to: string | undefined): string {
  const first = daysOf(from)?.first;
  const last = daysOf(to)?.last;
  if (first === undefined && last === undefined) return '';
  const start = first === undefined ? '' : ` start="${first}"`;
  const end = last === undefined ? '' : ` end="${last}"`;
  return `<spells><spell${start}${end}/></spells>`;
}

const colour = ([r, g, b]: Colour): string => `<viz:color r="${r}" g="${g}" b="${b}"/>`;

/** An area that grows with the number of statements that mention it. */
function size(item: StoredItem & NodeItem): string {
  const value = item.kind === 'statement' ? 3 : 4 * Math.sqrt(Math.max(1, item.mentions));
  return `<viz:size value="${value.toFixed(2)}"/>`;
}

function node(item: NodeItem): string {
  const date = item.kind === 'node' ? item.node.date : item.statement.date;
  const looks = colour(labelColour(nodeLabel(item))) + size(item);
  return `<node id="${escapeXml(nodeId(item))}" label="${escapeXml(nodeName(item))}">${values(NODE_ATTRIBUTES, item)}${spell(date, date)}${looks}</node>\n`;
}

function edge(e: Edge, documentDate: string | undefined): string {
  const date = e.date ?? documentDate;
  const when = e.from || e.to ? spell(e.from, e.to) : spell(date, date);
  const ends = `source="${escapeXml(e.source)}" target="${escapeXml(e.target)}"`;
  return `<edge id="${escapeXml(e.id)}" ${ends} kind="${e.type}" label="${e.type}">${values(EDGE_ATTRIBUTES, e)}${when}${colour(edgeColour(e))}</edge>\n`;
}
