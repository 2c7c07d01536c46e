import type { RequestHandler } from 'express';
import { ApiError } from './errors.ts';
import type { OpenApi } from './openapi/document.ts';

/**
 * Refuses query parameters that the API's description does not name: a filter that is spelt wrong would otherwise let
 * everything through unseen.
 * @throws ApiError INVALID_REQUEST naming each of them, and those that are known
 */
export function knownParameters({ paths }: OpenApi): RequestHandler {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters }]) => ({
      method,
      // As express matches it: whatever the case, with or without a slash at the end.
      matches: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
      literal: !path.includes('{'),
      known: parameters.filter((p) => p.in === 'query').map((p) => p.name),
    })),
  );
  return (request, _response, next) => {
    const given = Object.keys(request.query);
    if (given.length === 0) return next();
    const path = request.baseUrl + request.path;
    const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase();
    const fitting = operations.filter((o) => o.method === method && o.matches.test(path));
    const operation = fitting.find((o) => o.literal) ?? fitting[0];
    const unknown = operation ? given.filter((name) => !operation.known.includes(name)) : [];
    if (!operation || unknown.length === 0) return next();
    const known = operation.known.length > 0 ? `known are ${operation.known.join(', ')}` : 'it takes none';
    throw new ApiError(
      'INVALID_REQUEST',
      `${unknown.map((name) => `"${name}"`).join(', ')}: no parameter of ${method.toUpperCase()} ${path}; ${known}`,
      unknown.map((name) => ({ path: name, message: `is no parameter here; ${known}` })),
    );
  };
}
