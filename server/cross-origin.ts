import cors from 'cors';
import type { RequestHandler } from 'express';
import { CliError, EXIT } from './cli/failure.ts';

/**
 * Reads ENTENTE_CORS_ORIGINS: origins with commas between.
 * @throws CliError naming what is no origin. `*` is none: any page in a visitor's browser could then read the graph.
 */
export function readOrigins(given: string | undefined): readonly string[] {
  const origins = (given ?? '')
    .split(',')
    .map((x) => x.trim())
    .filter(Boolean);
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new CliError(
        `ENTENTE_CORS_ORIGINS holds "${origin}", which is no origin; write https://example.org, with commas between several`,
        EXIT.usage,
      );
  }
  return origins;
}

/** Lets pages of these origins use the API from a browser; nobody else's, and nobody's when there are none. */
export function crossOrigin(origins: readonly string[]): RequestHandler {
  if (origins.length === 0) return (_request, _response, next) => next();
  return cors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'If-None-Match'],
    exposedHeaders: ['ETag', 'Location', 'Content-Disposition', 'Retry-After'],
    maxAge: 600,
  });
}
