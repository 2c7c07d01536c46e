/** Who may talk to the server: a loopback server trusts its machine but no web page on it; any other wants the token. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { ApiError } from './errors.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;
export const isLoopback = (host: string): boolean =>
  LOOPBACK.test(host) || host.toLowerCase().endsWith('.localhost');

/** Scripts from our own origin only. Mantine sets styles inline. */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Spoken over plain HTTP on loopback; a proxy that speaks TLS sets it.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
});

/**
 * Refuses requests that came by another name than this machine's own: a page whose name was rebound to 127.0.0.1 could
 * otherwise read the graph. With a token there is no need, since such a page does not know it.
 */
export const checkHost: RequestHandler = (request, _response, next) => {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (isLoopback(name)) return next();
  throw new ApiError(
    'FORBIDDEN_HOST',
    `this server answers to localhost only, not to "${name}"; to reach it by another name set ENTENTE_TOKEN`,
  );
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that a page of another site sends with the visitor's browser, unless its origin is among these. */
export const checkOrigin =
  (origins: readonly string[]): RequestHandler =>
  (request, _response, next) => {
    const { origin, host } = request.headers;
    if (SAFE.has(request.method) || (origin !== undefined && origins.includes(origin))) return next();
    const site = request.headers['sec-fetch-site'];
    const foreign =
      origin !== undefined ? originHost(origin) !== host : site === 'cross-site' || site === 'same-site';
    if (foreign)
      throw new ApiError(
        'FORBIDDEN_ORIGIN',
        `requests from ${origin ?? 'another site'} may not change anything here`,
      );
    next();
  };

const originHost = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/** A body must call itself JSON: a plain HTML form of another site cannot. */
export const requireJson: RequestHandler = (request, _response, next) => {
  if (request.method !== 'POST' || request.is('application/json')) return next();
  throw new ApiError('MEDIA_TYPE', 'send the body with Content-Type: application/json');
};

/** Wants `Authorization: Bearer <token>`; compares in constant time. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return (request, _response, next) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next();
    const detail =
      given === undefined
        ? 'send Authorization: Bearer with the token of this server'
        : 'the token is not the one of this server';
    throw new ApiError('UNAUTHORIZED', detail);
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
