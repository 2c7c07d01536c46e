import { Router } from 'express';
import { EDGE_TYPES, UNDIRECTED } from '../../graph/model.ts';
import type { EdgeType } from '../../graph/model.ts';
import type { TieRef } from '../../graph/store/store.ts';
import type { EvidenceAnswer } from '../contract.ts';
import { evidenceQuery } from '../schemas.ts';
import type { Context } from './context.ts';

/** GET /api/evidence: everything stated between two nodes that passes the filter, by date. */
export function evidenceRoutes({ store }: Context): Router {
  const router = Router();
  router.get('/evidence', async (request, response) => {
    const { source, target, direction, limit, ...filter } = evidenceQuery.parse(request.query);
    const ties = (filter.types ?? BETWEEN_ENTITIES).flatMap((type) =>
      tiesOf(type, source, target, direction === 'both'),
    );
    const edges = await store.evidence(ties, filter);
    const shown = edges.slice(0, limit);
    const nodes = await store.nodes([source, target, ...shown.flatMap((edge) => edge.speaker ?? [])]);
    response.json({ edges: shown, nodes, totalEdges: edges.length } satisfies EvidenceAnswer);
  });
  return router;
}

const BETWEEN_ENTITIES = EDGE_TYPES.filter((type) => type !== 'MENTIONS' && type !== 'ISSUED');

/** Relations that hold both ways are looked for both ways: the stored direction is only the order of the text. */
function tiesOf(type: EdgeType, source: string, target: string, both: boolean): readonly TieRef[] {
  const out = { type, source, target };
  return (both || UNDIRECTED.has(type)) && source !== target
    ? [out, { type, source: target, target: source }]
    : [out];
}
