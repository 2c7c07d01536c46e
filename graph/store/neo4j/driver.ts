import neo4j from 'neo4j-driver';
import type { Driver, QueryResult as Neo4jResult, Record as Neo4jRecord, Session } from 'neo4j-driver';
import type { Backend, Row, Run } from '../backend.ts';
import { createCypherStore } from '../cypher-store.ts';
import { GraphError, closedError } from '../errors.ts';
import type { StoreConfig } from '../open.ts';
import { isEntityLabel } from '../records.ts';
import { MAX_CANDIDATES } from '../search.ts';
import type { Candidate } from '../search.ts';
import type { GraphStore } from '../store.ts';
import { neo4jError } from './errors.ts';
import { READ, runQuery } from './query.ts';
import { inOrder } from './scan.ts';
import { SEARCH_INDEX, createIndexes } from './setup.ts';
import { simplified, toParameters } from './values.ts';

type Config = Extract<StoreConfig, { kind: 'neo4j' }>;

const OPTIONS = {
  useBigInt: true,
  telemetryDisabled: true,
  userAgent: 'entente',
  connectionTimeout: 5_000,
  connectionAcquisitionTimeout: 15_000,
  /** Long enough for a deadlock to resolve, short enough to say soon that the server is gone. */
  maxTransactionRetryTime: 4_000,
} as const;

/** Records that the driver holds at once: few enough that large values do not fill the memory before the caps see them. */
const FETCH = 500;

/** Asking again and again with a wrong password makes the server lock the user out, also for those who know it. */
const AUTH_PAUSE_MS = 10_000;

const CANDIDATES = `
  CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $question) YIELD node AS n
  WHERE any(l IN labels(n) WHERE l IN $labels)
  RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.aliases AS aliases, n._mentions AS mentions
  ORDER BY CASE WHEN n._search STARTS WITH $start THEN 0 ELSE 1 END, mentions DESC, id LIMIT $limit`;

/** Those that read: the others are refused. */
const PROCEDURES =
  "SHOW PROCEDURES YIELD name, signature, mode WHERE mode IN ['READ', 'DEFAULT'] RETURN name, signature ORDER BY name";

/** A store on a Neo4j, which is reached for at first use. */
export async function openNeo4j(config: Config): Promise<GraphStore> {
  const auth = config.password === '' ? undefined : neo4j.auth.basic(config.user, config.password);
  try {
    return createCypherStore(createBackend(neo4j.driver(config.uri, auth, OPTIONS), config));
  } catch (error) {
    throw new GraphError(
      'INVALID',
      `Neo4j's address ${config.uri} cannot be used: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function createBackend(driver: Driver, { uri, database }: Config): Backend {
  const target = database === undefined ? {} : { database };
  const connection = createConnection(driver, target, uri);

  const read: Run = (cypher, parameters) =>
    connection.use({ defaultAccessMode: READ }, async (session) =>
      rowsOf(await session.executeRead((tx) => tx.run(cypher, toParameters(parameters ?? {}) as Row))),
    );

  return {
    kind: 'neo4j',
    capabilities: { fullCypher: true, shared: true, plan: true },
    ping: () => connection.ping(),
    read,
    async *rows(cypher) {
      const session = await connection.session({ defaultAccessMode: READ });
      try {
        for await (const record of session.run(cypher)) yield plain(record);
      } catch (error) {
        throw neo4jError(error, uri);
      } finally {
        await session.close().catch(() => undefined);
      }
    },
    write: (work) =>
      connection.use({}, (session) =>
        session.executeWrite((tx) =>
          work(async (cypher, parameters) =>
            rowsOf(await tx.run(cypher, toParameters(parameters ?? {}) as Row)),
          ),
        ),
      ),
    async *scan({ pages }) {
      yield* inOrder(read, await pages(read));
    },
    candidates: (words, labels) =>
      connection.use({ defaultAccessMode: READ }, async (session) => {
        // Words are letters and digits only (search.ts), so nothing in them means anything to Lucene.
        const question = words.map((w) => `+${w}*`).join(' ');
        const parameters = toParameters({
          question,
          start: ` ${words.join(' ')}`,
          labels,
          limit: MAX_CANDIDATES,
        }) as Row;
        return rowsOf(await session.executeRead((tx) => tx.run(CANDIDATES, parameters))).map(toCandidate);
      }),
    procedures: () =>
      connection.use({ defaultAccessMode: READ }, async (session) => {
        const rows = rowsOf(await session.executeRead((tx) => tx.run(PROCEDURES)));
        return rows.map(({ name, signature }) => ({ name: String(name), signature: String(signature) }));
      }),
    query: async (cypher, parameters, limits) => {
      const session = await connection.session({
        defaultAccessMode: READ,
        fetchSize: Math.min(FETCH, limits.maxRows + 1),
      });
      const question = { cypher, parameters: toParameters(parameters) as Row, limits, uri };
      return runQuery(session, question, read);
    },
    backup: () =>
      Promise.reject(
        new GraphError(
          'UNSUPPORTED',
          'a backup of Neo4j is made with its own tools (neo4j-admin database dump); `entente copy --to embedded` makes a copy that `entente backup` can write',
        ),
      ),
    close: () => connection.close(),
  };
}

type SessionOptions = NonNullable<Parameters<Driver['session']>[0]>;

interface Connection {
  ping(): Promise<void>;
  /** A session on a server that has answered and has its indexes. */
  session(options: SessionOptions): Promise<Session>;
  use<T>(options: SessionOptions, work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Asks whether the server is there before first use and after every failure to reach it, so that those fail at once. */
function createConnection(driver: Driver, target: { database?: string }, uri: string): Connection {
  let closed = false;
  let ready: Promise<void> | undefined;
  let refused: { error: GraphError; until: number } | undefined;
  const open = (): void => {
    if (refused && refused.until < Date.now()) refused = undefined;

    if (closed) throw closedError();
    if (refused) throw refused.error;
  };
  const failed = (error: unknown): GraphError => {
    const mapped = neo4jError(error, uri);
    if (mapped.code === 'UNAVAILABLE') ready = undefined;
    if (mapped.code === 'AUTH' && !refused) refused = { error: mapped, until: Date.now() + AUTH_PAUSE_MS };
    return mapped;
  };
  const ping = async (): Promise<void> => {
    open();
    await driver.getServerInfo(target).catch((error: unknown) => Promise.reject(failed(error)));
  };
  const prepare = async (): Promise<void> => {
    await ping();
    const session = driver.session(target);
    try {
      await createIndexes(async (cypher) => (await session.run(cypher)).records.map((r) => String(r.get(0))));
    } finally {
      await session.close().catch(() => undefined);
    }
  };
  const session = async (options: SessionOptions): Promise<Session> => {
    open();
    ready ??= prepare().catch((error: unknown) => {
      ready = undefined;
      throw failed(error);
    });
    await ready;
    return driver.session({ ...target, ...options });
  };
  return {
    ping,
    session,
    async use(options, work) {
      const s = await session(options);
      try {
        return await work(s);
      } catch (error) {
        throw failed(error);
      } finally {
        await s.close().catch(() => undefined);
      }
    },
    async close() {
      closed = true;
      await driver.close();
    },
  };
}

const plain = (record: Neo4jRecord): Row => simplified(record.toObject()) as Row;
const rowsOf = (result: Neo4jResult): Row[] => result.records.map(plain);

function toCandidate(row: Row): Candidate {
  const { labels, ...rest } = row;
  return { ...rest, label: (labels as unknown[]).find(isEntityLabel) } as Candidate;
}
