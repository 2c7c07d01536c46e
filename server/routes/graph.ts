import { Router } from 'express';
import type { Expansion, Subgraph } from '../../graph/store/store.ts';
import type { EdgeDetail, EdgeList, GraphPart, NodeDetail } from '../contract.ts';
import { writeCursor } from '../cursor.ts';
import { notFound } from '../errors.ts';
import { mergedInto } from '../merges.ts';
import { edgesQuery, graphQuery, neighboursQuery } from '../schemas.ts';
import type { Context } from './context.ts';
import { publicStatement } from './statements.ts';

/** /api/graph, /api/nodes, /api/edges: reading the graph piece by piece. */
export function graphRoutes({ store }: Context): Router {
  const router = Router();
  router.get('/graph', async (request, response) => {
    const { around, depth, ...filter } = graphQuery.parse(request.query);
    const focus = around === undefined ? {} : { around: { id: around, depth } };
    response.json(part(await store.subgraph({ ...filter, ...focus })));
  });
  router.get('/nodes/:id', async ({ params: { id } }, response) => {
    const node = await store.getNode(id);
    if (!node) throw notFound('node', id);
    const merged = mergedInto(node, await store.decisions());
    response.json({ node, ...(merged.length > 0 ? { merged } : {}) } satisfies NodeDetail);
  });
  router.get('/nodes/:id/neighbors', async (request, response) => {
    const { id } = request.params;
    const { nodes, ...filter } = neighboursQuery.parse(request.query);
    const found =
      nodes === undefined ? await store.neighbours(id, filter) : await store.expand(id, { ...filter, nodes });
    if (!found) throw notFound('node', id);
    response.json(part(found));
  });
  router.get('/edges', async (request, response) => {
    const { limit, cursor, ...filter } = edgesQuery.parse(request.query);
    const { items, total } = await store.listEdges(filter, {
      limit,
      ...(cursor ? { after: cursor[0]! } : {}),
    });
    const nodes = await store.nodes(items.flatMap((edge) => [edge.source, edge.target]));
    const last = items.length === limit ? items.at(-1) : undefined;
    const next = last ? { next: writeCursor([last.id]) } : {};
    response.json({ items, nodes, total, ...next } satisfies EdgeList);
  });
  router.get('/edges/:id', async ({ params: { id } }, response) => {
    response.json(await edgeDetail(store, id));
  });
  return router;
}

async function edgeDetail(store: Context['store'], id: string): Promise<EdgeDetail> {
  const edge = await store.getEdge(id);
  const [source, target, speaker, extraction] = edge
    ? await Promise.all([
        store.getNode(edge.source),
        store.getNode(edge.target),
        edge.speaker ? store.getNode(edge.speaker) : undefined,
        store.getStatement(edge.statement),
      ])
    : [];
  // An edge whose statement is gone was deleted between the two reads.
  if (!edge || !extraction) throw notFound('edge', id);
  return {
    edge,
    source: source ?? null,
    target: target ?? null,
    speaker: speaker ?? null,
    statement: publicStatement(extraction.statement),
  };
}

const part = (found: Subgraph | Expansion): GraphPart => ({
  ...found,
  truncated: found.totalEdges > found.edges.length,
});
