import express, { Router } from 'express';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { GraphStore } from '../graph/store/store.ts';
import { admission } from './admission.ts';
import { createCompute } from './compute/compute.ts';
import type { Compute } from './compute/compute.ts';
import { crossOrigin } from './cross-origin.ts';
import { describedOnly } from './described.ts';
import { errorHandler, noSuchRoute } from './errors.ts';
import { HealthMonitor } from './health.ts';
import { DEFAULT_LIMITS, perMinute } from './limits.ts';
import type { Limits } from './limits.ts';
import { createLog, requestLog } from './log.ts';
import { openApi } from './openapi/document.ts';
import type { ExtractionService } from './pool/extractor-pool.ts';
import { readVersion } from './package-info.ts';
import { analysisRoutes } from './routes/analysis.ts';
import { backupRoutes } from './routes/backup.ts';
import type { Context } from './routes/context.ts';
import { cypherRoutes } from './routes/cypher.ts';
import { diffRoutes } from './routes/diff.ts';
import { docsRoutes } from './routes/docs.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { exportRoutes } from './routes/export.ts';
import { graphRoutes } from './routes/graph.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/import.ts';
import { jobRoutes } from './routes/jobs.ts';
import { mergeRoutes } from './routes/merges.ts';
import { overviewRoutes } from './routes/overview.ts';
import { questionRoutes } from './routes/questions.ts';
import { schemaRoutes } from './routes/schema.ts';
import { createReading } from './reading/reading.ts';
import type { FileReading } from './reading/reading.ts';
import { searchRoutes } from './routes/search.ts';
import { statementRoutes } from './routes/statements.ts';
import { checkHost, checkOrigin, headers, requireJson, requireToken } from './security.ts';
import { dropStalled } from './stalled.ts';
import { pageRoutes } from './static.ts';

export interface AppOptions {
  readonly store: GraphStore;
  readonly extractor: ExtractionService;
  /** Threads for analysis; of its own, with none started, unless given. */
  readonly compute?: Compute;
  /** A thread that reads files; of its own, not started, unless given. */
  readonly reading?: FileReading;
  readonly health?: HealthMonitor;
  /** Wanted of every request to /api when set; without it only loopback host names are answered. */
  readonly token?: string | undefined;
  /** Origins whose pages may use the API; see cross-origin.ts. */
  readonly corsOrigins?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly log?: Logger;
  /** Folder of the built page. */
  readonly page?: string | undefined;
}

/** The whole HTTP application; it never listens (main.ts does) and owns neither the store nor the extractor. */
export function createApp(options: AppOptions): Express {
  const { store, extractor, token, page } = options;
  const log = options.log ?? createLog();
  const context: Context = {
    store,
    extractor,
    compute: options.compute ?? createCompute(),
    reading: options.reading ?? createReading(),
    health: options.health ?? new HealthMonitor(store),
    log,
    version: readVersion(),
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(requestLog(log), headers);
  if (token === undefined) app.use(checkHost);
  app.use(healthRoutes(context));
  app.use('/api', apiRoutes(context, options, { ...DEFAULT_LIMITS, ...options.limits }));
  if (page !== undefined) app.use(pageRoutes(page));
  app.use(noSuchRoute, errorHandler(log));
  return app;
}

/** Where any question may be asked: counted by themselves, since one costs more than a request of another kind. */
const QUERIES = ['/cypher', '/export'];

function apiRoutes(
  context: Context,
  { token, corsOrigins: origins = [] }: AppOptions,
  limits: Limits,
): Router {
  const api = Router();
  api.use(dropStalled(limits.stalledMs));
  api.use(crossOrigin(origins));
  for (const path of QUERIES) api.use(path, perMinute(limits.queriesPerMinute));
  api.use(perMinute(limits.requestsPerMinute, QUERIES), checkOrigin(origins));
  const description = openApi(context.version);
  api.use(revalidated, docsRoutes(description));
  if (token !== undefined) api.use(requireToken(token));
  api.use(requireJson, describedOnly(description));
  // Queries are small: they are read before they take a place, which a client that sends slowly would hold from all others.
  api.use('/cypher', express.json({ limit: limits.otherBody }));
  api.use(admission());
  api.use(cypherRoutes(context));
  api.use('/statements', express.json({ limit: limits.statementBody }), statementRoutes(context));
  api.use(['/jobs', '/export', '/import', '/merges', '/diff'], express.json({ limit: limits.statementBody }));
  api.use(jobRoutes(context), analysisRoutes(context), evidenceRoutes(context));
  api.use(graphRoutes(context), overviewRoutes(context), searchRoutes(context), schemaRoutes(context));
  api.use(questionRoutes(), backupRoutes(context));
  api.use(exportRoutes(context), importRoutes(context), mergeRoutes(context), diffRoutes(context));
  return api;
}

/** Answers may be kept, but not used unasked: with the ETag that express gives, the same again costs no transfer. */
const revalidated: express.RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-cache').vary('Authorization');
  next();
};
