import { Router } from 'express';
import type { Period } from '../../graph/filter.ts';
import type { Comparison, Facets, QuoteResult, Timeline } from '../contract.ts';
import { graphFilter } from '../filter-query.ts';
import { compareQuery, quotesQuery, timelineQuery } from '../schemas.ts';
import type { Context } from './context.ts';

/** /api/facets, /api/timeline, /api/compare, /api/quotes: what a filter lets through, counted. */
export function overviewRoutes({ store }: Context): Router {
  const router = Router();
  router.get('/facets', async (request, response) => {
    response.json((await store.facets(graphFilter.parse(request.query))) satisfies Facets);
  });
  router.get('/timeline', async (request, response) => {
    const { unit, ...filter } = timelineQuery.parse(request.query);
    response.json((await store.timeline(filter, unit)) satisfies Timeline);
  });
  router.get('/compare', async (request, response) => {
    const { limit, beforeFrom, beforeTo, afterFrom, afterTo, ...filter } = compareQuery.parse(request.query);
    const periods = [period(beforeFrom, beforeTo), period(afterFrom, afterTo)] as const;
    response.json((await store.compare(filter, periods, limit)) satisfies Comparison);
  });
  router.get('/quotes', async (request, response) => {
    const { q, ...options } = quotesQuery.parse(request.query);
    response.json({ hits: await store.searchQuotes(q, options) } satisfies QuoteResult);
  });
  return router;
}

const period = (from: string | undefined, to: string | undefined): Period => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
