import { GRAPH_OPTIONS, serialiseEdge, serialiseNode, serialiseStatement } from '../serialise.ts';
import type { StoredItem } from '../store/store.ts';

/** graphology's serialised form, one node or edge a line, so that two exports can be compared by `diff`. */
export async function* writeJson(items: AsyncIterable<StoredItem>): AsyncGenerator<string> {
  yield `{"options":${JSON.stringify(GRAPH_OPTIONS)},"nodes":[`;
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

function serialise(item: StoredItem): unknown {
  if (item.kind === 'node') return serialiseNode(item.node);
  return item.kind === 'statement' ? serialiseStatement(item.statement) : serialiseEdge(item.edge);
}
