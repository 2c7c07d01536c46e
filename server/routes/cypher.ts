import { Router } from 'express';
import type { Response } from 'express';
import type { CypherResponse } from '../contract.ts';
import { cypherRequest } from '../schemas.ts';
import { graphOf } from '../values.ts';
import type { Context } from './context.ts';

/** POST /api/cypher: read-only Cypher, capped in rows and time. */
export function cypherRoutes({ store }: Context): Router {
  const router = Router();
  router.post('/cypher', async (request, response) => {
    const { query, params, maxRows, timeoutMs } = cypherRequest.parse(request.body);
    const signal = goneSignal(response);
    const result = await store.query(query, params, { maxRows, timeoutMs, signal });
    const graph = await graphOf(result.rows, (id) => store.getNode(id));
    response.json({ ...result, graph } satisfies CypherResponse);
  });
  return router;
}

/** Fires when the client hangs up before it has its answer: nobody waits for the query any more. */
function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
