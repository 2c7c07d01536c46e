import { Router } from 'express';
import type { Response } from 'express';
import type { CypherResponse, CypherSchema } from '../contract.ts';
import { cypherRequest } from '../schemas.ts';
import { graphOf } from '../values.ts';
import type { Context } from './context.ts';
import { goneSignal } from './gone-signal.ts';

/** An answer to a POST, which is not asked for again on a condition: without the ETag that express works out. */
function sendJson(response: Response, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.set('Content-Type', 'application/json; charset=utf-8').set('Content-Length', String(body.length));
  response.end(body);
}

/** POST /api/cypher and what an editor needs to know; read-only Cypher, capped in rows, bytes and time. */
export function cypherRoutes({ store }: Context): Router {
  const router = Router();
  router.get('/cypher/schema', async (_request, response) => {
    const { kind, capabilities } = store;
    const [schema, procedures] = await Promise.all([store.schema(), store.procedures()]);
    response.json({ ...schema, kind, capabilities, procedures } satisfies CypherSchema);
  });
  router.post('/cypher', async (request, response) => {
    const { query, params, graph, ...limits } = cypherRequest.parse(request.body);
    const signal = goneSignal(response);
    const result = await store.query(query, params, { ...limits, signal });
    const answer: CypherResponse = graph
      ? { ...result, graph: await graphOf(result.rows, (id) => store.getNode(id)) }
      : result;
    sendJson(response, answer);
  });
  return router;
}
