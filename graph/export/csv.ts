import type { Edge } from '../model.ts';
import type { StoredItem } from '../store/store.ts';
import type { NodeItem } from './attributes.ts';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, nodeId, nodeLabel, nodeName } from './attributes.ts';

type Cell = string | number | boolean | undefined;

/** RFC 4180: a table of the edges with the names of their ends, or of the nodes. */
export async function* writeCsv(
  items: AsyncIterable<StoredItem>,
  { what }: { readonly what: 'nodes' | 'edges' },
): AsyncGenerator<string> {
  if (what === 'nodes') {
    yield row(['id', ...NODE_ATTRIBUTES.map((a) => a.name)]);
    for await (const item of items) {
      if (item.kind === 'edge') return;
      yield row([nodeId(item), ...NODE_ATTRIBUTES.map((a) => a.of(item))]);
    }
    return;
  }
  yield row(EDGE_COLUMNS);
  const nodes: Names = new Map();
  for await (const item of items) {
    if (item.kind === 'edge') yield edgeRow(item.edge, nodes);
    else remember(item, nodes);
  }
}

const ENDS = ['source', 'sourceName', 'sourceLabel', 'target', 'targetName', 'targetLabel'];
const EDGE_COLUMNS = ['id', ...ENDS, ...EDGE_ATTRIBUTES.map((a) => a.name)];

type Names = Map<string, { readonly name: string; readonly label: string }>;
const remember = (item: NodeItem, nodes: Names): void => {
  nodes.set(nodeId(item), { name: nodeName(item), label: nodeLabel(item) });
};

function edgeRow(edge: Edge, nodes: Names): string {
  const ends = [edge.source, edge.target].flatMap((id) => [id, nodes.get(id)?.name, nodes.get(id)?.label]);
  return row([edge.id, ...ends, ...EDGE_ATTRIBUTES.map((a) => a.of(edge))]);
}

const row = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Values stay as they are: a quote must be verbatim, so no apostrophe is put before a leading `=`. */
function cell(value: Cell): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
