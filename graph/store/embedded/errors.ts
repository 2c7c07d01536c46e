import { GraphError } from '../errors.ts';
import { positionAt, positionOf } from '../position.ts';
import { MISSING_FUNCTIONS, findGap } from './dialect.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why a data folder could not be opened. */
export function openError(error: unknown, path: string): GraphError {
  const message = messageOf(error);
  if (/cannot be locked|locked/iu.test(message)) {
    return new GraphError(
      'LOCKED',
      `the data folder ${path} is in use by another process, and an embedded store has one owner: stop that process, ` +
        'or talk to the running server over HTTP, or choose another folder with ENTENTE_DATA',
      { cause: error },
    );
  }
  if (/X002|S\d\d\d|damaged|corrupt|checksum|not a .*database/iu.test(message)) {
    return new GraphError(
      'DAMAGED',
      `the data in ${path} cannot be read (${plain(message)}): restore a copy, or move the folder away and ingest again`,
      { cause: error },
    );
  }
  return new GraphError('UNAVAILABLE', `the data folder ${path} cannot be opened: ${plain(message)}`, {
    cause: error,
    retriable: false,
  });
}

/** Known: two steps from every node of a large graph at once. */
const TOO_MANY =
  'the embedded store cannot hold as many rows in between as this query makes: begin at fewer nodes (WHERE, LIMIT), or use Neo4j';
const FAILED = 'the embedded store failed on this query: write it another way, or use Neo4j';

/** What the database said about a query, in the store's words. */
export function queryError(error: unknown, cypher: string): GraphError {
  if (error instanceof GraphError) return error;
  const message = messageOf(error);
  const status = (error as { gqlStatus?: unknown }).gqlStatus;
  const words = plain(message);
  if (status === '25G03')
    return new GraphError('READ_ONLY', 'queries only read: this one would write', { cause: error });
  if (/panicked/u.test(message))
    return new GraphError('UNSUPPORTED', /MAX_CAPACITY/u.test(message) ? TOO_MANY : FAILED, { cause: error });
  // The binding refuses some values before the database sees them, for instance names with a NUL.
  if (/Missing parameter|^Invalid argument|^nul byte found/u.test(message))
    return new GraphError('INVALID', words, { cause: error });
  if (typeof status === 'string' && status.startsWith('42')) return refused(error, message, cypher);
  if (typeof status === 'string' && status.startsWith('22'))
    return new GraphError('INVALID', words, { cause: error });
  return new GraphError('INTERNAL', words, { cause: error });
}

function refused(cause: unknown, message: string, cypher: string): GraphError {
  const found = findGap(cypher);
  if (found) return unsupported(found.gap.feature, found.gap.instead, cause, positionAt(cypher, found.at));
  const missing = missingName(message);
  if (missing) return unsupported(missing.feature, missing.instead, cause, positionOf(cypher, missing.name));
  const [, line, column] = /--> query:(\d+):(\d+)/u.exec(message) ?? [];
  const position =
    line && column
      ? { line: Number(line), column: Number(column) }
      : positionOf(cypher, /'([^']+)'|\$(\w+)/u.exec(message)?.[1]);
  return new GraphError('SYNTAX', plain(message), position ? { cause, position } : { cause });
}

type Position = ReturnType<typeof positionOf>;
function unsupported(feature: string, instead: string, cause: unknown, position: Position): GraphError {
  const message = `the embedded store does not know ${feature} (capability fullCypher): ${instead}, or use Neo4j`;
  return new GraphError('UNSUPPORTED', message, position ? { cause, position } : { cause });
}

/** A function or procedure that Neo4j has and this database said it does not know. */
function missingName(message: string): { name: string; feature: string; instead: string } | undefined {
  const called = /Unknown function '(\w+)'/u.exec(message)?.[1];
  const instead = MISSING_FUNCTIONS[called?.toLowerCase() ?? ''];
  if (called && instead) return { name: called, feature: `the function ${called}`, instead };
  const procedure = /unknown procedure '((?:db|dbms|tx|jmx)\.[\w.]+)'/u.exec(message)?.[1];
  if (!procedure) return undefined;
  const there =
    '`CALL db.labels()`, `db.relationshipTypes()`, `db.propertyKeys()` and `grafeo.procedures()` are there';
  return { name: procedure, feature: `the procedure ${procedure}`, instead: there };
}

/** Without the database's codes and its picture of the place: the position says that. */
function plain(message: string): string {
  const [first = ''] = message.split('\n');
  const help = /help: (.+)/u.exec(message)?.[1];
  const words = first
    .replace(/^(?:\w+ error: )?(?:GRAFEO-\w+: )?/u, '')
    .replace(/^(?:syntax|semantic|execution|Internal|Serialization) error: /iu, '')
    .replace(/^\[Cypher\] /u, '')
    .replace(/^Transaction error: GRAFEO-\w+: /u, '');
  return help ? `${words} (${help})` : words;
}
