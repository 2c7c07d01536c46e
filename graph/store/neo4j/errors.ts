import { GraphError } from '../errors.ts';
import type { GraphErrorCode } from '../errors.ts';
import { positionOf } from '../position.ts';

/** Codes of the server and the driver by what they mean here; the first that fits counts. */
const CODES: readonly (readonly [RegExp, GraphErrorCode])[] = [
  [/^(?:ServiceUnavailable|SessionExpired)$|Database(?:Unavailable|NotFound)$|\.Cluster\./u, 'UNAVAILABLE'],
  [/^Neo\.ClientError\.Security\./u, 'AUTH'],
  [
    /Statement\.AccessMode$|Request\.WriteOnReadOnly|General\.(?:ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccessDatabase)/u,
    'READ_ONLY',
  ],
  [/Statement\.(?:SyntaxError|SemanticError)$|ProcedureNotFound$/u, 'SYNTAX'],
  [/TransactionTimedOut|Transaction\.Terminated$|LockClientStopped|OutOfMemory/u, 'TIMEOUT'],
  [/Statement\.NotSupported|FeatureNotSupported/u, 'UNSUPPORTED'],
  [/^Neo\.ClientError\./u, 'INVALID'],
  [/^Neo\.TransientError\./u, 'BUSY'],
];

/** What the server or the driver said, in the store's words. `cypher` is the user's query, when it is one. */
export function neo4jError(error: unknown, uri: string, cypher?: string): GraphError {
  if (error instanceof GraphError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const message = error instanceof Error ? error.message : String(error);
  const kind = CODES.find(([pattern]) => pattern.test(code))?.[1] ?? 'INTERNAL';
  const options = { cause: error };
  switch (kind) {
    case 'UNAVAILABLE':
      return new GraphError(kind, unavailable(code, message, uri), options);
    case 'AUTH':
      return new GraphError(
        kind,
        `Neo4j at ${uri} refused the user or password: check NEO4J_USER and NEO4J_PASSWORD`,
        options,
      );
    case 'READ_ONLY':
      return new GraphError(kind, 'queries only read: this one would write', options);
    case 'TIMEOUT':
      return new GraphError(
        kind,
        'the query was stopped at its time or memory limit: narrow it or add a LIMIT',
        options,
      );
    case 'SYNTAX': {
      const position = cypher === undefined ? undefined : place(message, cypher);
      return new GraphError(kind, firstLine(message), { ...options, ...(position ? { position } : {}) });
    }
    default:
      return new GraphError(kind, firstLine(message), options);
  }
}

function unavailable(code: string, message: string, uri: string): string {
  if (/NotFound/u.test(code)) return `${firstLine(message)} Check NEO4J_DATABASE.`;
  const cause = /Caused by: (.+)/u.exec(message)?.[1];
  return `Neo4j at ${uri} cannot be reached${cause ? ` (${cause})` : ''}: start it, or check NEO4J_URI`;
}

function place(message: string, cypher: string): { line: number; column: number } | undefined {
  const [, line, column] = /\(line (\d+), column (\d+)/u.exec(message) ?? [];
  // The server counts from 0 in a query without a clause.
  if (line && column) return { line: Math.max(1, Number(line)), column: Number(column) };
  return positionOf(cypher, /`([\w.]+)`/u.exec(message)?.[1]);
}

/** Without the picture of the place and its numbers, which the position says, and without a list of all keywords there are. */
const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? '')
    .replace(/ \(line \d+, column \d+.*$/u, '')
    .replace(/: expected (?:'[^']*',? ?(?:or )?){6,}.*$/u, '');
