import { Router } from 'express';
import { importInto } from '../imported.ts';
import { importRequest } from '../schemas.ts';
import type { Context } from './context.ts';

/** POST /api/import: a graph that somebody else made, or Entente wrote. */
export function importRoutes({ store }: Context): Router {
  const router = Router();
  router.post('/import', async (request, response) => {
    const { dryRun, skipProblems, nodes, ...file } = importRequest.parse(request.body);
    const whole = { ...file, ...(nodes === undefined ? {} : { nodes }) };
    response.json(await importInto(store, whole, { dryRun, skipProblems }));
  });
  return router;
}
