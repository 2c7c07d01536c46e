import neo4j from 'neo4j-driver';
import type {
  ManagedTransaction,
  Plan,
  ProfiledPlan,
  Record as Neo4jRecord,
  Result,
  ResultSummary,
  Session,
} from 'neo4j-driver';
import type { Row } from '../backend.ts';
import { GraphError } from '../errors.ts';
import { MAX_RESULT_BYTES } from '../store.ts';
import type { QueryLimits, QueryResult } from '../store.ts';
import { neo4jError } from './errors.ts';
import { endsIn, toCypherValue, toParameters } from './values.ts';

/** The server stops a query at its time-out; if it is slow to, we do, this much later. */
const GRACE_MS = 250;
/** Words without which a query can do nothing but read the graph (writing is refused by the access mode). */
const SUSPICIOUS = /\bload\b|\bcall\b|\bshow\b|\bterminate\b|\\u/iu;

/**
 * Runs a query that a user typed, in a session that cannot write. Closing the session stops the query on the server; we
 * do not wait for that, because a server that is still parsing takes its time.
 */
export async function runQuery(
  session: Session,
  cypher: string,
  parameters: Row,
  limits: QueryLimits,
  uri: string,
): Promise<QueryResult> {
  const began = performance.now();
  const { timeoutMs, signal } = limits;
  let abort = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = (): GraphError => new GraphError('TIMEOUT', `the query was stopped after ${timeoutMs} ms`);
  const stopped = new Promise<never>((_, reject) => {
    abort = () => reject(new GraphError('CANCELLED', 'the query was cancelled'));
    timer = setTimeout(() => reject(late()), timeoutMs + GRACE_MS);
  });
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    const result = await Promise.race([stopped, answer(session, cypher, parameters, limits, uri)]);
    return { ...result, ms: Math.round((performance.now() - began) * 10) / 10 };
  } catch (error) {
    const told = neo4jError(error, uri, cypher);
    // The server looks at its clock every two seconds: it or we may be the first to say so, in the same words.
    throw told.code === 'TIMEOUT' && performance.now() - began >= timeoutMs ? late() : told;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    void session.close().catch(() => undefined);
  }
}

type Rows = Omit<QueryResult, 'ms'>;
/** What runs queries: a transaction, or a session for which each is one of its own. */
interface Runner {
  run(cypher: string, parameters: Row): Result;
}

/**
 * A plain query goes by itself, in one exchange with the server in place of three, and once more in a transaction, which the
 * driver tries until it gets through, where a connection was lost. One that might do more always goes in a transaction,
 * so that it cannot begin others.
 */
async function answer(
  session: Session,
  cypher: string,
  parameters: Row,
  limits: QueryLimits,
  uri: string,
): Promise<Rows> {
  const config = { timeout: limits.timeoutMs };
  const suspicious = SUSPICIOUS.test(cypher);
  const managed = async (tx: ManagedTransaction): Promise<Rows> => {
    if (suspicious) await refuseMoreThanReading(tx, cypher, parameters, uri);
    return read(tx, cypher, parameters, limits);
  };
  if (suspicious) return session.executeRead(managed, config);
  const alone: Runner = { run: (query, values) => session.run(query, values, config) };
  return read(alone, cypher, parameters, limits).catch((error: unknown) => {
    if (error instanceof Error && neo4j.isRetryableError(error)) return session.executeRead(managed, config);
    throw error;
  });
}

async function read(tx: Runner, cypher: string, parameters: Row, limits: QueryLimits): Promise<Rows> {
  const result = tx.run(cypher, toParameters(parameters) as Row);
  const { rows, cut } = await collect(result, limits);
  const summary = cut ? undefined : await result.summary();
  const plan = summary && planOf(summary);
  if (plan) return plan;
  const columns = (await result.keys()) as string[];
  const idOf = await endIds(tx, rows);
  const values = rows.map((row) => row.map((v) => toCypherValue(v, idOf)));
  return { columns, rows: values, truncated: cut !== undefined, ...(cut ? { cut } : {}) };
}

/** Rows until one of the limits; leaving the loop tells the server to stop. */
async function collect(
  result: AsyncIterable<Neo4jRecord>,
  { maxRows, maxBytes = MAX_RESULT_BYTES }: QueryLimits,
): Promise<{ rows: unknown[][]; cut?: 'rows' | 'bytes' }> {
  const rows: unknown[][] = [];
  let bytes = 0;
  for await (const record of result) {
    if (rows.length === maxRows) return { rows, cut: 'rows' };
    // By place: looking values up by their names takes several times as long.
    const row = Array.from({ length: record.length }, (_, place) => record.get(place) as unknown);
    bytes += sizeOf(row);
    if (bytes > maxBytes) return { rows, cut: 'bytes' };
    rows.push(row);
  }
  return { rows };
}

/** About as many characters as its JSON has: text counts, and a little for everything else. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 6;
  let size = 2;
  for (const key in value) size += key.length + 4 + sizeOf((value as Record<string, unknown>)[key]);
  return size;
}

/**
 * LOAD CSV reads files and addresses, some commands and procedures act on the server, and all of them count as reading.
 * The server's own plan tells.
 */
async function refuseMoreThanReading(
  tx: ManagedTransaction,
  cypher: string,
  parameters: Row,
  uri: string,
): Promise<void> {
  const plain = cypher.replace(/^\s*(?:EXPLAIN|PROFILE)\b/iu, '');
  const prefix = 'EXPLAIN ';
  const { summary } = await tx
    .run(prefix + plain, toParameters(parameters) as Row)
    .catch((error: unknown) => {
      throw moved(neo4jError(error, uri, cypher), cypher.length - plain.length - prefix.length);
    });
  const operators = summary.plan ? operatorsOf(summary.plan) : [];
  if (operators.some((o) => o.startsWith('LoadCSV'))) {
    throw new GraphError('READ_ONLY', 'queries read the graph only: LOAD CSV reads files');
  }
  if (operators.some((o) => o.startsWith('TerminateTransactions')) || summary.queryType === 's') {
    throw new GraphError('READ_ONLY', 'queries read the graph only: this one manages the server');
  }
}

/** The position in what the user wrote, which has no EXPLAIN before it. */
function moved(error: GraphError, by: number): GraphError {
  const { code, message, cause, position } = error;
  if (!position) return error;
  const column = position.line === 1 ? Math.max(1, position.column + by) : position.column;
  return new GraphError(code, message, { cause, position: { line: position.line, column } });
}

const operatorsOf = (plan: Plan): string[] => [plan.operatorType, ...plan.children.flatMap(operatorsOf)];

/** The plan of EXPLAIN or PROFILE as text in one cell, which is how both stores show it. */
function planOf(summary: ResultSummary): Rows | undefined {
  if (!summary.plan) return undefined;
  const column = summary.profile ? 'profile' : 'plan';
  return { columns: [column], rows: [[draw(summary.profile || summary.plan)]], truncated: false };
}

function draw(plan: Plan | ProfiledPlan, depth = 0): string {
  const details = String(plan.arguments['Details'] ?? '');
  const measured = 'dbHits' in plan ? `  rows=${String(plan.rows)}  dbHits=${String(plan.dbHits)}` : '';
  const line = `${'  '.repeat(depth)}${plan.operatorType.replace(/@.*$/u, '')}${details && ` (${details})`}${measured}\n`;
  return line + plan.children.map((c) => draw(c, depth + 1)).join('');
}

/** A relationship knows its ends by the database's own ids; ours are asked for where the result does not hold them. */
async function endIds(
  tx: Runner,
  rows: readonly (readonly unknown[])[],
): Promise<(elementId: string) => string> {
  const ends = endsIn(rows.flat());
  const unknown = [...ends].filter(([, id]) => id === undefined).map(([elementId]) => elementId);
  if (unknown.length > 0) {
    const { records } = await tx.run(
      'MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS own, n.id AS id',
      { ids: unknown },
    );
    for (const r of records) ends.set(r.get('own') as string, (r.get('id') as string | null) ?? undefined);
  }
  return (elementId) => ends.get(elementId) ?? elementId;
}

export const READ = neo4j.session.READ;
