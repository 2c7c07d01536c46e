import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import type { Response } from 'express';
import { exportFile } from '../../graph/export/formats.ts';
import type { ExportFile } from '../../graph/export/formats.ts';
import { fromFound, fromStore } from '../../graph/export/source.ts';
import { fromQuery } from '../exported.ts';
import { exportQuery, exportRequest, partExport } from '../schemas.ts';
import type { Context } from './context.ts';
import { goneSignal } from './gone-signal.ts';

/** /api/export: the graph, a part of it, what a query found, or what a request names, as a file, streamed. */
export function exportRoutes({ store, log }: Context): Router {
  const router = Router();
  router.get('/export', async (request, response) => {
    const { format, what, ...filter } = exportQuery.parse(request.query);
    const narrows = Object.values(filter).some((value) => value !== undefined);
    await send(response, exportFile(format, fromStore(store, narrows ? filter : undefined), what), log);
  });
  router.post('/export', async (request, response) => {
    const { format, what, query, params, ...limits } = exportRequest.parse(request.body);
    const signal = goneSignal(response);
    const source = await fromQuery(store, query, params, { ...limits, signal });
    await send(response, exportFile(format, source, what), log, signal);
  });
  router.post('/export/part', async (request, response) => {
    const { format, what, nodes, edges } = partExport.parse(request.body);
    const found = { nodes: nodes.map((id) => ({ id })), edges: await store.edges(edges) };
    await send(response, exportFile(format, fromFound(store, found), what), log);
  });
  return router;
}

async function send(
  response: Response,
  { name, mediaType, chunks }: ExportFile,
  log: Context['log'],
  signal = goneSignal(response),
): Promise<void> {
  // The first piece before the headers: a store that fails at once is then a problem, not a torn file.
  const first = await chunks.next();
  // No type by name: express would add a charset to it.
  response.set('Content-Type', mediaType).attachment(name);
  response.set('Content-Type', mediaType);
  // Node writes no body to a HEAD, and would read the whole store to do so.
  if (response.req.method === 'HEAD') {
    await chunks.return(undefined);
    return void response.end();
  }
  try {
    await pipeline(Readable.from(after(first, chunks)), response, { signal });
  } catch (error) {
    if (!response.destroyed) response.destroy();
    if (signal.aborted) log.info('the client of an export left');
    else log.warn({ err: error }, 'an export was cut short');
  }
}

async function* after(
  first: IteratorResult<Uint8Array, void>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    // Also when the client left before the first piece was sent: closes what the store holds open.
    await rest.return(undefined);
  }
}
