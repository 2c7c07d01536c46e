import { Router } from 'express';
import { ontology } from '../../graph/ontology/ontology.ts';
import type { SchemaInfo } from '../contract.ts';
import type { Context } from './context.ts';

/** GET /api/schema: what the graph may hold, and how much of it there is. */
export function schemaRoutes({ store }: Context): Router {
  const router = Router();
  router.get('/schema', async (_request, response) => {
    const [stats, { propertyKeys }] = await Promise.all([store.stats(), store.schema()]);
    const { labels, relations, structural } = ontology;
    response.json({ labels, relations, structural, stats, propertyKeys } satisfies SchemaInfo);
  });
  return router;
}
