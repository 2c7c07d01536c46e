import type { Edge } from '../model.ts';
import type { Attribute, NodeItem } from './attributes.ts';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, nodeId } from './attributes.ts';
import type { ExportSource } from './source.ts';
import { escapeXml } from './xml.ts';

const TYPES = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' } as const;

/**
 * GraphML with typed keys. All edges are directed in the file, since networkx and igraph refuse files that mix both kinds;
 * those that hold both ways say so in the key `undirected`.
 */
export async function* writeGraphml({ items, cut }: ExportSource): AsyncGenerator<string> {
  yield head(cut);
  for await (const item of items) yield item.kind === 'edge' ? edge(item.edge) : node(item);
  yield '</graph>\n</graphml>\n';
}

const head = (cut: string | undefined): string => `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${cut === undefined ? '' : `<desc>${escapeXml(`Cut: ${cut}`)}</desc>\n`}${declare('node', NODE_ATTRIBUTES)}${declare('edge', EDGE_KEYS)}<graph id="entente" edgedefault="directed">
`;

/** The id once more, since igraph 1.0 gives an edge's `id` the id of its source. */
const EDGE_KEYS: readonly Attribute<Edge>[] = [
  { name: 'edge_id', type: 'string', of: (e) => e.id },
  ...EDGE_ATTRIBUTES,
];

/** Keys of nodes begin with n, of edges with e: ids of keys must differ in the whole file. */
const key = (ofWhat: 'node' | 'edge', name: string): string => `${ofWhat.charAt(0)}_${name}`;

function declare<T>(ofWhat: 'node' | 'edge', attributes: readonly Attribute<T>[]): string {
  return attributes
    .map(
      ({ name, type }) =>
        `<key id="${key(ofWhat, name)}" for="${ofWhat}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`,
    )
    .join('');
}

function values<T>(ofWhat: 'node' | 'edge', attributes: readonly Attribute<T>[], thing: T): string {
  return attributes
    .map(({ name, of }) => {
      const value = of(thing);
      return value === undefined ? '' : `<data key="${key(ofWhat, name)}">${escapeXml(value)}</data>`;
    })
    .join('');
}

const node = (item: NodeItem): string =>
  `<node id="${escapeXml(nodeId(item))}">${values('node', NODE_ATTRIBUTES, item)}</node>\n`;

function edge(e: Edge): string {
  const ends = `source="${escapeXml(e.source)}" target="${escapeXml(e.target)}"`;
  return `<edge id="${escapeXml(e.id)}" ${ends}>${values('edge', EDGE_KEYS, e)}</edge>\n`;
}
