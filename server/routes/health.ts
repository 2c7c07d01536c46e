import { Router } from 'express';
import type { Health } from '../contract.ts';
import type { Context } from './context.ts';

/** GET /health: 200 while the process lives; whether the store is there is in the body. Needs no token. */
export function healthRoutes({ health, version }: Context): Router {
  const router = Router();
  router.get('/health', async (_request, response) => {
    const store = await health.current();
    const answer: Health = { status: store.status === 'ok' ? 'ok' : 'degraded', version, store };
    response.set('Cache-Control', 'no-store').json(answer);
  });
  return router;
}
