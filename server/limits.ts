import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ApiError } from './errors.ts';

export interface Limits {
  /** Requests a minute from one address: to the API, and to each of /api/cypher and /api/export, which have their own count. */
  readonly requestsPerMinute: number;
  readonly queriesPerMinute: number;
  /** Largest body with a statement, and of any other request, as body-parser reads it. */
  readonly statementBody: string;
  readonly otherBody: string;
  /** How long a client may take nothing of an answer that waits for it. */
  readonly stalledMs: number;
}

/** Room for a command line that ingests a folder; not for a flood. */
export const DEFAULT_LIMITS: Limits = {
  requestsPerMinute: 6000,
  queriesPerMinute: 600,
  statementBody: '20mb',
  otherBody: '1mb',
  stalledMs: 120_000,
};

/** @param except beginnings of paths that are not counted */
export function perMinute(limit: number, except: readonly string[] = []): RequestHandler {
  return rateLimit({
    skip: ({ path }) => except.some((start) => path === start || path.startsWith(`${start}/`)),
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Behind a proxy all share its address; a header that anyone can write is not believed.
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) =>
      next(
        new ApiError(
          'TOO_MANY_REQUESTS',
          `more than ${limit} requests in a minute; wait for the seconds in Retry-After`,
        ),
      ),
  });
}
