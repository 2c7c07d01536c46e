import { Router } from 'express';
import library from 'world-countries';
import type { Country } from 'world-countries';
import { ontology } from '../../graph/ontology/ontology.ts';
import type { SchemaInfo } from '../contract.ts';
import type { Context } from './context.ts';

/** The package is CommonJS whose whole export is the list, which its types do not say. */
const regions = Object.fromEntries(
  (library as unknown as readonly Country[]).map(({ cca3, region }) => [cca3, region]),
);

/** GET /api/schema: what the graph may hold, and how much of it there is. */
export function schemaRoutes({ store }: Context): Router {
  const router = Router();
  router.get('/schema', async (_request, response) => {
    // Not store.schema(), which would count everything again.
    const [stats, propertyKeys] = await Promise.all([store.stats(), store.propertyKeys()]);
    const { labels, relations, structural } = ontology;
    response.json({ labels, relations, structural, stats, propertyKeys, regions } satisfies SchemaInfo);
  });
  return router;
}
