import { Router } from 'express';
import { withQuotes } from '../compute/path-quotes.ts';
import type { AnalysisAnswer, MatrixAnswer } from '../contract.ts';
import { notFound } from '../errors.ts';
import { analysisQuery, matrixQuery, pathsQuery } from '../schemas.ts';
import type { Context } from './context.ts';
import { goneSignal } from './gone-signal.ts';

/** /api/analysis, /api/matrix, /api/paths: computed on every tie that passes the filter, in threads. */
export function analysisRoutes({ store, compute }: Context): Router {
  const router = Router();
  router.get('/analysis', async (request, response) => {
    const { nodes, triads, blocs, ...filter } = analysisQuery.parse(request.query);
    const options = { nodes, triads, blocs };
    const analysis = await compute.analyse(await store.ties(filter), options, goneSignal(response));
    const ids = [
      ...analysis.ranking.map((node) => node.id),
      ...analysis.communities.groups.flat().slice(0, nodes),
      ...analysis.blocs.groups.flat().slice(0, nodes),
      ...analysis.blocs.frustrated.flatMap((pair) => [pair.source, pair.target]),
      ...analysis.signed.triads.listed.flatMap((triad) => triad.nodes),
    ];
    response.json({ analysis, nodes: await store.nodes(ids) } satisfies AnalysisAnswer);
  });
  router.get('/matrix', async (request, response) => {
    const { on, rows, columns, ...filter } = matrixQuery.parse(request.query);
    const matrix = await compute.matrix(
      await store.ties(filter),
      { on, rows, columns },
      goneSignal(response),
    );
    const nodes = await store.nodes([...matrix.rows, ...matrix.columns]);
    response.json({ matrix, nodes } satisfies MatrixAnswer);
  });
  router.get('/paths', async (request, response) => {
    const { source, target, paths, hops, ...filter } = pathsQuery.parse(request.query);
    const ends = await store.nodes([source, target]);
    for (const id of [source, target]) if (!ends.some((node) => node.id === id)) throw notFound('node', id);
    const ties = await store.ties(filter);
    const found = await compute.paths(ties, { source, target, paths, hops }, goneSignal(response));
    response.json(await withQuotes(store, found, ties, filter));
  });
  return router;
}
