import type { Row, Scan } from '../backend.ts';
import { queryError } from './errors.ts';
import type { Database } from './grafeo.ts';

type View = ReturnType<Database['asOf']>;

/** Rows handed over before other work gets its turn. */
const SLICE = 200;

/**
 * Nodes or edges in order, one state of the store whatever is written meanwhile. Only the database's ids are asked for by a
 * query; each row is then read by its id from a view of that state. A query for a range of rows looks at all of them
 * and, for their properties, keeps all of them in memory: measured on 1,000,000 edges, seconds and 600 MB for every 20,000.
 */
export async function* scan(
  db: Database,
  check: () => void,
  { of, keys }: Scan,
  parameters: Row = {},
): AsyncGenerator<Row> {
  check();
  const tx = db.beginTransaction();
  const view = db.asOf(db.currentEpoch());
  try {
    const ids = await ownIds(() => tx.executeCypher(keys, parameters), keys);
    tx.rollback();
    const nodeIds = new Map<number, string>();
    for (const [i, id] of ids.entries()) {
      if (i % SLICE === SLICE - 1) {
        await new Promise((next) => setImmediate(next));
        check();
      }
      const row = of === 'nodes' ? nodeRow(view, id) : edgeRow(view, id, nodeIds);
      if (row) yield row;
    }
  } finally {
    if (tx.isActive) tx.rollback();
    view.close();
  }
}

/** The ids alone, so that the result, with a key for each, need not stay. */
async function ownIds(
  run: () => ReturnType<Database['executeCypher']>,
  cypher: string,
): Promise<Float64Array> {
  const result = await run().catch((error: unknown) => Promise.reject(queryError(error, cypher)));
  const ids = new Float64Array(result.length);
  for (let i = 0; i < ids.length; i++) {
    ids[i] = Number(result.get(i)['own']);
    if (i % SLICE === SLICE - 1) await new Promise((next) => setImmediate(next));
  }
  return ids;
}

function nodeRow(view: View, id: number): Row | undefined {
  const node = view.getNode(id);
  return node ? { labels: node.labels, properties: node.properties() } : undefined;
}

function edgeRow(view: View, id: number, nodeIds: Map<number, string>): Row | undefined {
  const edge = view.getEdge(id);
  if (!edge) return undefined;
  const end = (own: number): string => {
    const known = nodeIds.get(own) ?? String(view.getNodeProperty(own, 'id'));
    nodeIds.set(own, known);
    return known;
  };
  return {
    type: edge.edgeType,
    source: end(edge.sourceId),
    target: end(edge.targetId),
    properties: edge.properties(),
  };
}
