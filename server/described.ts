import type { RequestHandler } from 'express';
import { ApiError } from './errors.ts';
import type { OpenApi } from './openapi/document.ts';

/** An operation of the API's description, as requests are compared with it. */
interface Described {
  readonly method: string;
  readonly matches: RegExp;
  readonly literal: boolean;
  /** Query parameters that it takes. */
  readonly known: readonly string[];
}

/**
 * Refuses what the API's description does not name: a method that an address does not have; and query parameters, since a
 * filter that is spelt wrong would otherwise let everything through unseen.
 * @throws ApiError METHOD naming what there is; INVALID_REQUEST naming each parameter, and those that are known
 */
export function describedOnly({ paths }: OpenApi): RequestHandler {
  const operations: readonly Described[] = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters }]) => ({
      method,
      // As express matches it: whatever the case, with or without a slash at the end.
      matches: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
      literal: !path.includes('{'),
      known: parameters.filter((p) => p.in === 'query').map((p) => p.name),
    })),
  );
  return (request, response, next) => {
    const path = request.baseUrl + request.path;
    const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase();
    const here = operations.filter((o) => o.matches.test(path));
    // `/api/diff/stores` is not `/api/diff/{id}`.
    const named = here.some((o) => o.literal) ? here.filter((o) => o.literal) : here;
    const operation = named.find((o) => o.method === method);
    if (operation) refuseUnknown(Object.keys(request.query), operation, `${request.method} ${path}`);
    else if (named.length > 0 && method !== 'options') {
      const allowed = named.map((o) => o.method.toUpperCase()).sort();
      response.set('Allow', allowed.join(', '));
      throw new ApiError('METHOD', `${path} answers ${allowed.join(' and ')}, not ${request.method}`);
    }
    next();
  };
}

function refuseUnknown(given: readonly string[], operation: Described, what: string): void {
  const unknown = given.filter((name) => !operation.known.includes(name));
  if (unknown.length === 0) return;
  const known = operation.known.length > 0 ? `known are ${operation.known.join(', ')}` : 'it takes none';
  throw new ApiError(
    'INVALID_REQUEST',
    `${unknown.map((name) => `"${name}"`).join(', ')}: no parameter of ${what}; ${known}`,
    unknown.map((name) => ({ path: name, message: `is no parameter here; ${known}` })),
  );
}
