import type { Edge } from '../model.ts';
import { packed } from './packed.ts';
import type { NodeItem } from './attributes.ts';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, nodeId, nodeLabel, nodeName } from './attributes.ts';
import type { Piece } from './parts.ts';
import type { ExportSource } from './source.ts';

export type Cell = string | number | boolean | undefined;

/** A record of RFC 4180. Values stay as they are: a quote must be verbatim, so no apostrophe is put before a leading `=`. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: Cell): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Last record of a table that is cut; its first cell begins with `#`, which readers can be told to skip. */
export const cutRow = (cut: string | undefined, columns: number): string =>
  cut === undefined
    ? ''
    : csvRow([`# Cut: ${cut}`, ...Array.from({ length: columns - 1 }, (): undefined => undefined)]);

const NODE_COLUMNS = ['id', ...NODE_ATTRIBUTES.map((a) => a.name)];
const ENDS = ['source', 'sourceName', 'sourceLabel', 'target', 'targetName', 'targetLabel'];
const EDGE_COLUMNS = ['id', ...ENDS, ...EDGE_ATTRIBUTES.map((a) => a.name)];

/** A pair of tables, nodes and edges with the names of both ends, and what each column means. */
export async function* writeCsv({ items, cut }: ExportSource): AsyncGenerator<Piece> {
  yield { file: 'nodes.csv' };
  yield csvRow(NODE_COLUMNS);
  const ends: Ends = new Map();
  let inEdges = false;
  const toEdges = function* (): Generator<Piece> {
    yield cutRow(cut, NODE_COLUMNS.length);
    yield { file: 'edges.csv' };
    yield csvRow(EDGE_COLUMNS);
  };
  for await (const item of items) {
    if (item.kind !== 'edge') {
      ends.set(nodeId(item), { name: nodeName(item), label: nodeLabel(item) });
      yield nodeRow(item);
      continue;
    }
    if (!inEdges) yield* toEdges();
    inEdges = true;
    yield edgeRow(item.edge, ends);
  }
  if (!inEdges) yield* toEdges();
  yield cutRow(cut, EDGE_COLUMNS.length);
  yield { file: 'dictionary.csv' };
  yield dictionary(['nodes.csv', 'edges.csv']);
}

type Ends = Map<string, { readonly name: string; readonly label: string }>;

const nodeRow = (item: NodeItem): string => csvRow([nodeId(item), ...NODE_ATTRIBUTES.map((a) => a.of(item))]);

function edgeRow(edge: Edge, known: Ends): string {
  const ends = [edge.source, edge.target].flatMap((id) => [id, known.get(id)?.name, known.get(id)?.label]);
  return csvRow([edge.id, ...ends, ...EDGE_ATTRIBUTES.map((a) => a.of(edge))]);
}

/** The rows of dictionary.tsv that describe these tables. */
export function dictionary(tables: readonly string[]): string {
  const [head = '', ...rows] = (packed['export/files/dictionary.tsv'] ?? '').trimEnd().split('\n');
  const described = rows.map((row) => row.split('\t')).filter(([table = '']) => tables.includes(table));
  return [head.split('\t'), ...described].map(csvRow).join('');
}
