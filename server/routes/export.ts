import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { FORMATS, inChunks } from '../../graph/export/formats.ts';
import { exportQuery } from '../schemas.ts';
import type { Context } from './context.ts';

/** GET /api/export?format=: the whole graph as a file, streamed. */
export function exportRoutes({ store, log }: Context): Router {
  const router = Router();
  router.get('/export', async (request, response) => {
    const { format, what } = exportQuery.parse(request.query);
    const { write, mediaType, oneTable } = FORMATS[format];
    const chunks = inChunks(write(store.stream(), { what }));
    // The first piece before the headers: a store that fails at once is then a problem, not a torn file.
    const first = await chunks.next();
    response.type(mediaType).attachment(`entente${oneTable ? `-${what}` : ''}.${format}`);
    try {
      await pipeline(Readable.from(after(first, chunks)), response);
    } catch (error) {
      if (!response.destroyed) response.destroy();
      log.warn({ err: error }, 'an export was cut short');
    }
  });
  return router;
}

async function* after(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
