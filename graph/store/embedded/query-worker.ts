/**
 * The process that runs queries users type, on a read-only snapshot. It is a process because nothing else can stop a
 * query of this database that has gone astray: the pool kills it. Started by query-pool.ts.
 */
import { queryError } from './errors.ts';
import { GraphError } from '../errors.ts';
import { GrafeoDB } from './grafeo.ts';
import type { Database, QueryResult } from './grafeo.ts';
import { endNow, endWithOwner } from './hold.ts';
import type { Answer, Question } from './query-protocol.ts';
import { MEMORY_CHECK_MS } from './query-protocol.ts';
import { toCypherValue } from './values.ts';

let open: { path: string; db: Database } | undefined;

function database(path: string): Database {
  if (open?.path === path) return open.db;
  open?.db.close();
  open = undefined;
  open = { path, db: GrafeoDB.openReadOnly(path) };
  answer({ kind: 'started' });
  return open.db;
}

const answer = (a: Answer): void => void process.send?.(a);

/**
 * LOAD CSV reads files of this machine, which is not what reading the graph means. The database's own plan tells whether
 * a query does so; without the two words it cannot.
 */
async function refuseFiles(db: Database, cypher: string): Promise<void> {
  if (!/load/iu.test(cypher) || !/csv/iu.test(cypher)) return;
  const plan = String((await db.executeCypher(`EXPLAIN ${cypher}`)).scalar());
  if (/\bLoadCsv\b/u.test(plan))
    throw new GraphError('READ_ONLY', 'queries read the graph only: LOAD CSV reads files');
}

/** The database holds a whole result in memory, so a query without a LIMIT could take all of the machine's. */
function watchMemory(limit: number): () => void {
  const most = process.memoryUsage.rss() + limit;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() > most) {
      process.send?.({ kind: 'error', code: 'TIMEOUT', message: memoryMessage(limit) } satisfies Answer, () =>
        endNow(),
      );
    }
  }, MEMORY_CHECK_MS);
  return () => clearInterval(timer);
}
const memoryMessage = (limit: number): string =>
  `the query was stopped because it needed more than ${Math.round(limit / 2 ** 20)} MB: narrow it or add a LIMIT`;

async function run({ snapshot, cypher, parameters, memory, ...caps }: Question): Promise<void> {
  let unwatch: (() => void) | undefined;
  try {
    const db = database(snapshot);
    unwatch = watchMemory(memory);
    await refuseFiles(db, cypher);
    const result = await db.executeCypher(cypher, parameters);
    answer({ kind: 'rows', json: rows(db, result, caps) });
  } catch (error) {
    const { code, message, position } = queryError(error, cypher);
    answer({ kind: 'error', code, message, ...(position ? { position } : {}) });
  } finally {
    unwatch?.();
  }
}

function rows(db: Database, result: QueryResult, { maxRows, maxBytes }: Caps): string {
  const { columns } = result;
  const idOf = rememberIds(db);
  const lines: string[] = [];
  let bytes = 0;
  let cut = result.length > maxRows ? ',"cut":"rows"' : '';
  for (let i = 0; i < Math.min(result.length, maxRows); i++) {
    const row = result.get(i);
    const line = JSON.stringify(columns.map((c) => toCypherValue(row[c], idOf)));
    bytes += line.length;
    if (bytes > maxBytes) {
      cut = ',"cut":"bytes"';
      break;
    }
    lines.push(line);
  }
  return `{"columns":${JSON.stringify(columns)},"rows":[${lines.join(',')}],"truncated":${cut !== ''}${cut}}`;
}
/** Ends of relationships by our ids: a hub is the end of many, and asking the database converts the whole node. */
function rememberIds(db: Database): (internal: number) => string {
  const known = new Map<number, string>();
  return (internal) => {
    const id = known.get(internal) ?? String(db.getNode(internal)?.get('id') ?? internal);
    known.set(internal, id);
    return id;
  };
}
type Caps = Pick<Question, 'maxRows' | 'maxBytes'>;

process.on('message', (question: Question) => void run(question));
endWithOwner();
