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
import type { Row, Run } from '../backend.ts';
import { GraphError } from '../errors.ts';
import { MAX_RESULT_BYTES } from '../store.ts';
import type { CypherValue, QueryLimits, QueryResult } from '../store.ts';
import { neo4jError } from './errors.ts';
import { Ends, toCypherValue } from './values.ts';

/** The server stops a query at its time-out; if it is slow to, we do, this much later. */
const GRACE_MS = 250;
/** Words without which a query can do nothing but read the graph (writing is refused by the access mode). */
const SUSPICIOUS = /\bload\b|\bcall\b|\bshow\b|\bterminate\b|\\u/iu;

/** A query that a user typed. */
export interface Question {
  readonly cypher: string;
  /** In the driver's types. */
  readonly parameters: Row;
  readonly limits: QueryLimits;
  /** Of the server, for what is said when it cannot be reached. */
  readonly uri: string;
}

/**
 * Runs it in a session that cannot write. Closing the session stops the query on the server; we do not wait for that, because
 * a server that is still parsing takes its time.
 * @param ask reads beside that session, which may still be receiving what is not wanted
 */
export async function runQuery(session: Session, question: Question, ask: Run): Promise<QueryResult> {
  const began = performance.now();
  const { timeoutMs, signal } = question.limits;
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
    const result = await Promise.race([stopped, answer(session, question, ask)]);
    return { ...result, ms: Math.round((performance.now() - began) * 10) / 10 };
  } catch (error) {
    const told = neo4jError(error, question.uri, question.cypher);
    // The server looks at its clock every two seconds: it or we may be the first to say so, in the same words.
    throw told.code === 'TIMEOUT' && performance.now() - began >= timeoutMs ? late() : told;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    void session.close().catch(() => undefined);
  }
}

type Found = Omit<QueryResult, 'ms'>;

/**
 * A plain query goes by itself, in one exchange with the server in place of three, and once more in a transaction, which the
 * driver tries until it gets through, where a connection was lost. One that might do more always goes in a transaction,
 * so that it cannot begin others.
 */
async function answer(session: Session, question: Question, ask: Run): Promise<Found> {
  const { cypher, parameters, limits } = question;
  const config = { timeout: limits.timeoutMs };
  const suspicious = SUSPICIOUS.test(cypher);
  const managed = async (tx: ManagedTransaction): Promise<Found> => {
    if (suspicious) await refuseMoreThanReading(tx, question);
    return read(tx.run(cypher, parameters), limits, pulled, ask);
  };
  if (suspicious) return session.executeRead(managed, config);
  return read(session.run(cypher, parameters, config), limits, pushed, ask).catch((error: unknown) => {
    if (error instanceof Error && neo4j.isRetryableError(error)) return session.executeRead(managed, config);
    throw error;
  });
}

async function read(
  result: Result,
  limits: QueryLimits,
  collect: (result: Result, into: Taken) => Promise<void>,
  ask: Run,
): Promise<Found> {
  const taken = new Taken(limits);
  await collect(result, taken);
  const { rows, cut, ends } = taken;
  const plan = cut ? undefined : planOf(await result.summary());
  if (plan) return plan;
  const columns = (await result.keys()) as string[];
  const ids = ends.unknown();
  for (const { own, id } of ids.length > 0 ? await ask(IDS, { ids }) : [])
    if (typeof id === 'string') ends.known(String(own), id);
  ends.name();
  return { columns, rows, truncated: cut !== undefined, ...(cut ? { cut } : {}) };
}

/** What we call nodes that the database calls so. */
const IDS = 'MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS own, n.id AS id';

/** Rows until one of the limits, as JSON from the first: what the driver makes of each is large, and best forgotten at once. */
class Taken {
  readonly rows: CypherValue[][] = [];
  readonly ends = new Ends();
  cut: 'rows' | 'bytes' | undefined;
  readonly #maxRows: number;
  #bytesLeft: number;

  constructor({ maxRows, maxBytes = MAX_RESULT_BYTES }: QueryLimits) {
    this.#maxRows = maxRows;
    this.#bytesLeft = maxBytes;
  }

  /** False when a limit is reached, and from then on. */
  take(record: Neo4jRecord): boolean {
    if (this.cut) return false;
    if (this.rows.length === this.#maxRows) return this.#end('rows');
    // By place: looking values up by their names takes several times as long.
    const row = Array.from({ length: record.length }, (_, place) =>
      toCypherValue(record.get(place), this.ends),
    );
    this.#bytesLeft -= sizeOf(row);
    if (this.#bytesLeft < 0) return this.#end('bytes');
    this.rows.push(row);
    return true;
  }

  #end(by: 'rows' | 'bytes'): false {
    this.cut = by;
    return false;
  }
}

/** In a transaction, whose end would wait for all rows: leaving the loop tells the server to stop. */
async function pulled(result: Result, into: Taken): Promise<void> {
  for await (const record of result) if (!into.take(record)) return;
}

/**
 * In a session, whose close tells the server to stop. A third faster than the driver's iterator, which makes several promises
 * for each row.
 */
const pushed = (result: Result, into: Taken): Promise<void> =>
  new Promise((resolve, reject) => {
    result.subscribe({
      onNext: (record) => void (into.take(record) || resolve()),
      onCompleted: () => resolve(),
      onError: reject,
    });
  });

/** About as many characters as its JSON has: text counts, and a little for everything else. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 6;
  let size = 2;
  for (const key of Object.keys(value)) size += key.length + 4 + sizeOf((value as Row)[key]);
  return size;
}

/**
 * LOAD CSV reads files and addresses, some commands and procedures act on the server, and all of them count as reading.
 * The server's own plan tells.
 */
async function refuseMoreThanReading(
  tx: ManagedTransaction,
  { cypher, parameters, uri }: Question,
): Promise<void> {
  const plain = cypher.replace(/^\s*(?:EXPLAIN|PROFILE)\b/iu, '');
  const prefix = 'EXPLAIN ';
  const { summary } = await tx.run(prefix + plain, parameters).catch((error: unknown) => {
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
function planOf(summary: ResultSummary): Found | undefined {
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

export const READ = neo4j.session.READ;
