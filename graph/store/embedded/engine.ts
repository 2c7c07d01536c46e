/** The database itself, in this process (openEngine) or in one of its own (apart.ts). */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row, Rows, Run, Scan } from '../backend.ts';
import { closedError } from '../errors.ts';
import { CONSTRAINTS, DECISION_CONSTRAINTS, INDEXES } from '../queries.ts';
import { openError, queryError } from './errors.ts';
import { GrafeoDB } from './grafeo.ts';
import type { Database, QueryResult } from './grafeo.ts';
import { scan } from './scan.ts';
import { IMAGE } from './snapshots.ts';

export interface Engine {
  readonly read: Run;
  readonly rows: Rows;
  /** Nodes or relationships in order, one state of the store whatever is written meanwhile. */
  scan(what: Pick<Scan, 'of' | 'keys'>): AsyncIterable<Row>;
  /** The database takes one writer at a time; who calls sees to that. */
  begin(): Promise<Transaction>;
  close(): Promise<void>;
}

export interface Transaction {
  readonly run: Run;
  commit(): Promise<void>;
  /** After a failure, also of `commit`. */
  rollback(): Promise<void>;
}

/**
 * Bytes of log after which the database folds it into its image, in the background; also what a snapshot must replay. The
 * whole image is written then, so this grows with it: with a fixed size, ingesting would take quadratic time. A log as
 * large as the image takes about as long to replay as the image to open, and holds less than half as much.
 */
const CHECKPOINT_BYTES = 64 * 2 ** 20;
const CHECKPOINT_SHARE = 1;
/** Transactions between two looks at the size of the image. */
const LOOK_EVERY = 20;
/** A unique constraint is no index here: without these every look-up by id would read all nodes. */
const LOOKUPS = [
  'CREATE INDEX entity_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id)',
  'CREATE INDEX statement_lookup IF NOT EXISTS FOR (n:Statement) ON (n.id)',
];
/** Rows handed over before other work gets its turn. */
const SLICE = 200;

/**
 * Opens the database in a folder, which is made when there is none.
 * @throws GraphError LOCKED, DAMAGED or UNAVAILABLE
 */
export async function openEngine(folder: string): Promise<Engine> {
  const db = await open(folder);
  for (const cypher of [...CONSTRAINTS, ...DECISION_CONSTRAINTS, ...LOOKUPS, ...INDEXES])
    await db.executeCypher(cypher);
  let commits = 0;
  let closed = false;
  const check = (): void => {
    if (closed) throw closedError();
  };
  return {
    read: async (cypher, parameters) => {
      check();
      return rowsOf(await guarded(() => db.executeCypher(cypher, parameters), cypher));
    },
    async *rows(cypher) {
      check();
      const result = await guarded(() => db.executeCypher(cypher), cypher);
      for (let i = 0; i < result.length; i++) yield result.get(i);
    },
    scan: (what) => scan(db, check, what),
    begin: async () => {
      check();
      const tx = db.beginTransaction();
      return {
        run: async (cypher, parameters) =>
          rowsOf(await guarded(() => tx.executeCypher(cypher, parameters), cypher)),
        commit: async () => {
          tx.commit();
          if (++commits % LOOK_EVERY === 0) await setCheckpoints(db, folder);
        },
        rollback: async () => {
          if (tx.isActive) tx.rollback();
        },
      };
    },
    close: async () => {
      if (closed) return;
      closed = true;
      db.close();
    },
  };
}

async function open(folder: string): Promise<Database> {
  try {
    await mkdir(folder, { recursive: true });
    const db = GrafeoDB.create(join(folder, IMAGE));
    await setCheckpoints(db, folder);
    return db;
  } catch (error) {
    throw openError(error, folder);
  }
}

async function setCheckpoints(db: Database, folder: string): Promise<void> {
  const { size } = await stat(join(folder, IMAGE));
  db.setCheckpointTriggers({ walBytes: Math.max(CHECKPOINT_BYTES, Math.round(CHECKPOINT_SHARE * size)) });
}

async function guarded(run: () => Promise<QueryResult>, cypher: string): Promise<QueryResult> {
  try {
    return await run();
  } catch (error) {
    throw queryError(error, cypher);
  }
}

/** Turns a result into rows, a slice at a time: a long list must not hold up everybody else. */
async function rowsOf(result: QueryResult): Promise<Row[]> {
  const rows: Row[] = [];
  for (let i = 0; i < result.length; i++) {
    rows.push(result.get(i));
    if (i % SLICE === SLICE - 1) await new Promise((next) => setImmediate(next));
  }
  return rows;
}
