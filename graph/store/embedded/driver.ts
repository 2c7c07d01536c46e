import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Backend, Row, Run } from '../backend.ts';
import { createCypherStore } from '../cypher-store.ts';
import { GraphError } from '../errors.ts';
import { CANDIDATES, CONSTRAINTS, DECISION_CONSTRAINTS, INDEXES } from '../queries.ts';
import { isEntityLabel } from '../records.ts';
import { MAX_CANDIDATES } from '../search.ts';
import type { Candidate } from '../search.ts';
import type { GraphStore } from '../store.ts';
import { fold } from './backup.ts';
import { openError, queryError } from './errors.ts';
import { GrafeoDB } from './grafeo.ts';
import type { Database, QueryResult } from './grafeo.ts';
import { createQueryPool } from './query-pool.ts';
import { scan } from './scan.ts';
import { IMAGE, createSnapshots } from './snapshots.ts';

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

/** Opens the database in a folder, which is made when there is none. */
export async function openEmbedded(path: string): Promise<GraphStore> {
  const folder = resolve(path);
  const db = await open(folder);
  for (const cypher of [...CONSTRAINTS, ...DECISION_CONSTRAINTS, ...LOOKUPS, ...INDEXES])
    await db.executeCypher(cypher);
  return createCypherStore(await createBackend(db, folder));
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

async function createBackend(db: Database, folder: string): Promise<Backend> {
  let epoch = 0;
  let closed = false;
  const oneAtATime = createQueue();
  const snapshots = await createSnapshots(folder, oneAtATime);
  const pool = createQueryPool((work) => snapshots.use(epoch, work));

  const read: Run = async (cypher, parameters) => {
    assertOpen(closed);
    return rowsOf(await guarded(() => db.executeCypher(cypher, parameters), cypher));
  };

  return {
    kind: 'embedded',
    capabilities: { fullCypher: false, shared: false, plan: true },
    ping: async () => assertOpen(closed),
    read,
    async *rows(cypher) {
      assertOpen(closed);
      const result = await guarded(() => db.executeCypher(cypher), cypher);
      for (let i = 0; i < result.length; i++) yield result.get(i);
    },
    write: (work) =>
      oneAtATime(async () => {
        assertOpen(closed);
        const tx = db.beginTransaction();
        try {
          const result = await work(async (cypher, parameters) =>
            rowsOf(await guarded(() => tx.executeCypher(cypher, parameters), cypher)),
          );
          tx.commit();
          epoch++;
          if (epoch % LOOK_EVERY === 0) await setCheckpoints(db, folder);
          return result;
        } catch (error) {
          if (tx.isActive) tx.rollback();
          throw error;
        }
      }),
    scan: (what) => scan(db, () => assertOpen(closed), what),
    candidates: async (words, labels) => {
      const parameters = {
        words: words.map((w) => ` ${w}`),
        start: ` ${words.join(' ')}`,
        labels,
        limit: MAX_CANDIDATES,
      };
      return (await read(CANDIDATES, parameters)).map(toCandidate);
    },
    procedures: async () =>
      (await read('CALL grafeo.procedures()')).map((row) => ({
        name: String(row['name']),
        signature: `(${String(row['parameters'])}) :: (${String(row['output_columns'])})`,
      })),
    query: async (cypher, parameters, limits) => {
      assertOpen(closed);
      return pool.run(cypher, parameters, limits);
    },
    backup: (file) => {
      assertOpen(closed);
      return snapshots.once((image) => fold(image, file));
    },
    close: () =>
      oneAtATime(async () => {
        if (closed) return;
        closed = true;
        pool.close();
        await snapshots.close();
        db.close();
      }),
  };
}

/** The database takes one writer at a time; later ones wait here instead of failing with a conflict. */
function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

function assertOpen(closed: boolean): void {
  if (closed) throw new GraphError('UNAVAILABLE', 'the store is closed', { retriable: false });
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

function toCandidate(row: Row): Candidate {
  const { labels, ...rest } = row;
  return { ...rest, label: (labels as unknown[]).find(isEntityLabel) } as Candidate;
}
