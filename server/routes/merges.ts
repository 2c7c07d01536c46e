import { Router } from 'express';
import { idsOf } from '../../graph/identity/decisions.ts';
import { readDecisions, writeDecisions } from '../../graph/identity/file.ts';
import type { DecideReport } from '../../graph/store/store.ts';
import type { DecisionList } from '../contract.ts';
import { ApiError } from '../errors.ts';
import { listMerges } from '../merges.ts';
import { decisionFile, decisionsRequest, mergesQuery } from '../schemas.ts';
import type { Context } from './context.ts';
import { goneSignal } from './gone-signal.ts';

/** /api/merges: who may be who, and what was decided about it. */
export function mergeRoutes({ store, compute }: Context): Router {
  const router = Router();
  router.get('/merges', async (request, response) => {
    const page = mergesQuery.parse(request.query);
    const gone = goneSignal(response);
    response.json(await listMerges(store, (from, decisions) => compute.suggest(from, decisions, gone), page));
  });
  router.get('/merges/decisions', async (_request, response) => {
    const decisions = await store.decisions();
    const ids = decisions.flatMap(idsOf);
    response.json({ decisions, nodes: await store.nodes(ids) } satisfies DecisionList);
  });
  router.post('/merges/decisions', async (request, response) => {
    const { decisions, withdraw } = decisionsRequest.parse(request.body);
    response.json((await store.decide(decisions, withdraw)) satisfies DecideReport);
  });
  router.get('/merges/file', async (_request, response) => {
    response
      .type('text/tab-separated-values')
      .attachment('entente-decisions.tsv')
      .send(writeDecisions(await store.decisions()));
  });
  router.post('/merges/file', async (request, response) => {
    const { content } = decisionFile.parse(request.body);
    response.json((await store.decide(read(content))) satisfies DecideReport);
  });
  return router;
}

function read(content: string): ReturnType<typeof readDecisions> {
  try {
    return readDecisions(content);
  } catch (error) {
    throw new ApiError('INVALID_REQUEST', error instanceof Error ? error.message : String(error));
  }
}
