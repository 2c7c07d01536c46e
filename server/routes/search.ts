import { Router } from 'express';
import type { SearchResult } from '../contract.ts';
import { searchQuery } from '../schemas.ts';
import type { Context } from './context.ts';

/** GET /api/search?q=: entities by name or alias. */
export function searchRoutes({ store }: Context): Router {
  const router = Router();
  router.get('/search', async (request, response) => {
    const { q, ...options } = searchQuery.parse(request.query);
    response.json({ hits: await store.search(q, options) } satisfies SearchResult);
  });
  return router;
}
