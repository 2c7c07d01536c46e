import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import type { Response } from 'express';
import type { z } from 'zod';
import { FORMATS, inChunks } from '../../graph/export/formats.ts';
import type { EdgeRef, GraphStore, StoredItem } from '../../graph/store/store.ts';
import { exportQuery, partExport } from '../schemas.ts';
import type { Context } from './context.ts';

/** GET /api/export?format=: the whole graph as a file, streamed. POST /api/export/part: what it names of the graph. */
export function exportRoutes({ store, log }: Context): Router {
  const router = Router();
  const send = async (response: Response, items: AsyncIterable<StoredItem>, how: How): Promise<void> => {
    const { format, what } = how;
    const { write, mediaType, oneTable } = FORMATS[format];
    const chunks = inChunks(write(items, { what }));
    // The first piece before the headers: a store that fails at once is then a problem, not a torn file.
    const first = await chunks.next();
    response.type(mediaType).attachment(`entente${oneTable ? `-${what}` : ''}.${format}`);
    try {
      await pipeline(Readable.from(after(first, chunks)), response);
    } catch (error) {
      if (!response.destroyed) response.destroy();
      log.warn({ err: error }, 'an export was cut short');
    }
  };
  router.get('/export', async (request, response) => {
    await send(response, store.stream(), exportQuery.parse(request.query));
  });
  router.post('/export/part', async (request, response) => {
    const { nodes, edges, ...how } = partExport.parse(request.body);
    await send(response, part(store, nodes, edges), how);
  });
  return router;
}

type How = z.infer<typeof exportQuery>;

async function* part(
  store: GraphStore,
  nodes: readonly string[],
  refs: readonly EdgeRef[],
): AsyncGenerator<StoredItem> {
  const edges = await store.edges(refs);
  const ids = [...nodes, ...edges.flatMap((edge) => [edge.source, edge.target])];
  for (const node of await store.nodes(ids)) yield { kind: 'node', node };
  for (const edge of edges) yield { kind: 'edge', edge };
}

async function* after(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
