import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { GraphError } from '../graph/store/errors.ts';
import type { GraphErrorCode } from '../graph/store/errors.ts';
import { Rejection } from '../ingest/rejection.ts';
import type { Problem } from './contract.ts';

/** Failures of the API itself, beside those of a store and of a text. */
type ApiErrorCode =
  | 'INVALID_REQUEST'
  | 'INVALID_JSON'
  | 'NOT_FOUND'
  | 'NO_SUCH_ROUTE'
  | 'METHOD'
  | 'TOO_LARGE'
  | 'MEDIA_TYPE'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN_HOST'
  | 'FORBIDDEN_ORIGIN'
  | 'TOO_MANY_REQUESTS'
  | 'EXTRACTION_TIMEOUT'
  | 'SHUTTING_DOWN';
type RejectionCode = `REJECTED_${Rejection['code']}`;
export type ProblemCode = GraphErrorCode | ApiErrorCode | RejectionCode;

/** The one table: what each code is over HTTP. */
export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  INVALID_REQUEST: { status: 400, title: 'The request is not valid' },
  INVALID_JSON: { status: 400, title: 'The body is not JSON' },
  UNAUTHORIZED: { status: 401, title: 'A token is needed' },
  FORBIDDEN_HOST: { status: 403, title: 'Unknown host name' },
  FORBIDDEN_ORIGIN: { status: 403, title: 'Request from another site' },
  NOT_FOUND: { status: 404, title: 'Not found' },
  NO_SUCH_ROUTE: { status: 404, title: 'No such address' },
  METHOD: { status: 405, title: 'This address has no such method' },
  TOO_LARGE: { status: 413, title: 'The body is too large' },
  MEDIA_TYPE: { status: 415, title: 'The body must be JSON' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  EXTRACTION_TIMEOUT: { status: 504, title: 'Reading the text took too long' },
  SHUTTING_DOWN: { status: 503, title: 'The server is shutting down' },

  SYNTAX: { status: 400, title: 'The query cannot be read' },
  INVALID: { status: 400, title: 'An argument is wrong' },
  READ_ONLY: { status: 403, title: 'Queries may only read' },
  UNSUPPORTED: { status: 422, title: 'This store lacks the feature' },
  CANCELLED: { status: 499, title: 'Cancelled' },
  TIMEOUT: { status: 504, title: 'The query took too long' },
  BUSY: { status: 503, title: 'Too many queries at once' },
  UNAVAILABLE: { status: 503, title: 'The database cannot be reached' },
  AUTH: { status: 503, title: 'The database refused the password' },
  LOCKED: { status: 503, title: 'The data folder is in use' },
  DAMAGED: { status: 500, title: 'The data cannot be read' },
  INTERNAL: { status: 500, title: 'Something went wrong here' },

  REJECTED_EMPTY: { status: 422, title: 'The text is empty' },
  REJECTED_BINARY: { status: 422, title: 'This is not text' },
  REJECTED_LANGUAGE: { status: 422, title: 'The language is not read' },
  REJECTED_TOO_LONG: { status: 422, title: 'The text is too long' },
  REJECTED_INVALID: { status: 422, title: 'The statement is not valid' },
  REJECTED_SCAN: { status: 422, title: 'These are pictures of pages' },
  REJECTED_ENCRYPTED: { status: 422, title: 'A password is needed to read this' },
  REJECTED_DAMAGED: { status: 422, title: 'The document is damaged' },
  REJECTED_LIMIT: { status: 422, title: 'The document passes a limit' },
  REJECTED_FORMAT: { status: 422, title: 'The format is not read' },
};

/** A failure with the code by which PROBLEMS knows it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ProblemCode;
  readonly errors?: Problem['errors'];
  constructor(code: ProblemCode, detail: string, errors?: Problem['errors']) {
    super(detail);
    this.code = code;
    if (errors) this.errors = errors;
  }
}

export const notFound = (what: string, id: string): ApiError =>
  new ApiError('NOT_FOUND', `there is no ${what} "${id}"`);

/** Any failure as RFC 9457 problem details. What is not known stays out of the answer: it goes to the log. */
export function toProblem(error: unknown): Problem {
  if (error instanceof GraphError && error.code !== 'INTERNAL') {
    return problem(error.code, error.message, error.position ? { position: error.position } : {});
  }
  if (error instanceof Rejection) return problem(`REJECTED_${error.code}`, error.message);
  if (error instanceof ApiError)
    return problem(error.code, error.message, error.errors ? { errors: error.errors } : {});
  if (error instanceof z.ZodError) return fromZod(error);
  return fromExpress(error) ?? problem('INTERNAL', 'an unexpected error; the log of the server says more');
}

function problem(code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem {
  const { status, title } = PROBLEMS[code];
  const type = `urn:entente:problem:${code.toLowerCase().replaceAll('_', '-')}`;
  return { type, title, status, detail, code, ...more };
}

function fromZod(error: z.ZodError): Problem {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  return problem('INVALID_REQUEST', detail, { errors });
}

/** What express and its body parser throw: errors with a `status` and, of the parser, a `type`. */
function fromExpress(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed')
    return problem('INVALID_JSON', `the body is not JSON: ${error.message}`);
  if (error.status === 413) {
    const limit = 'limit' in error ? ` of ${String(error.limit)} bytes` : '';
    return problem('TOO_LARGE', `the body passes the limit${limit}; split it, or use the command line`);
  }
  if (error.status === 415) return problem('MEDIA_TYPE', error.message);
  return typeof error.status === 'number' && error.status < 500
    ? problem('INVALID_REQUEST', error.message)
    : undefined;
}

export const noSuchRoute: RequestHandler = (request) => {
  throw new ApiError(
    'NO_SUCH_ROUTE',
    `there is nothing at ${request.method} ${request.path}; see docs/api.md`,
  );
};

/** The last handler: answers every failure, logs those that are ours. */
export const errorHandler =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const answer = toProblem(error);
    if (answer.code === 'INTERNAL' || answer.code === 'DAMAGED')
      log.error({ err: error, path: request.path }, 'request failed');
    if (response.headersSent) {
      // Too late for a status: cut the connection, so that the reader cannot take half an answer for a whole one.
      response.destroy();
      return next();
    }
    if (answer.status === 503) response.set('Retry-After', answer.code === 'BUSY' ? '1' : '5');
    if (answer.status === 401) response.set('WWW-Authenticate', 'Bearer realm="entente"');
    response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
  };
