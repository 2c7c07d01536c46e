import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import type { Context } from './context.ts';

/** GET /api/backup: the embedded database as one file, taken while it runs. */
export function backupRoutes({ store, log }: Context): Router {
  const router = Router();
  router.get('/backup', async (_request, response) => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-backup-'));
    try {
      const file = join(folder, 'graph.grafeo');
      await store.backup(file);
      response.type('application/octet-stream').attachment('entente.backup');
      response.set('Content-Length', String((await stat(file)).size));
      await pipeline(createReadStream(file), response).catch((error: unknown) => {
        log.warn({ err: error }, 'a backup was cut short');
        response.destroy();
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return router;
}
