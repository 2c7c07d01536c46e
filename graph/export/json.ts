import { GRAPH_OPTIONS, serialiseEdge, serialiseNode, serialiseStatement } from '../serialise.ts';
import type { StoredItem } from '../store/store.ts';
import type { ExportSource } from './source.ts';

/** graphology's serialised form, one node or edge a line, so that two exports can be compared by `diff`. */
export async function* writeJson({ items, cut }: ExportSource): AsyncGenerator<string> {
  const attributes = cut === undefined ? '' : `"attributes":${JSON.stringify({ cut })},`;
  yield `{${attributes}"options":${JSON.stringify(GRAPH_OPTIONS)},"nodes":[`;
  let inEdges = false;
  let separator = '\n';
  for await (const item of items) {
    if (item.kind === 'edge' && !inEdges) {
      yield '\n],"edges":[';
      inEdges = true;
      separator = '\n';
    }
    yield separator + JSON.stringify(serialise(item));
    separator = ',\n';
  }
  yield inEdges ? '\n]}\n' : '\n],"edges":[\n]}\n';
}

/** One node, statement or edge a line; `kind` tells which. The last line of a cut export is `{"kind":"cut"}`. */
export async function* writeJsonl({ items, cut }: ExportSource): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify({ kind: item.kind, ...serialise(item) })}\n`;
  if (cut !== undefined) yield `${JSON.stringify({ kind: 'cut', why: cut })}\n`;
}

/** A node or edge as graphology writes it. */
export function serialise(item: StoredItem): object {
  if (item.kind === 'node') return serialiseNode(item.node);
  return item.kind === 'statement' ? serialiseStatement(item.statement) : serialiseEdge(item.edge);
}
