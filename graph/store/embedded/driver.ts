import { resolve } from 'node:path';
import type { Backend, Row } from '../backend.ts';
import { createCypherStore } from '../cypher-store.ts';
import { closedError } from '../errors.ts';
import { CANDIDATES } from '../queries.ts';
import { isEntityLabel } from '../records.ts';
import { MAX_CANDIDATES } from '../search.ts';
import type { Candidate } from '../search.ts';
import type { GraphStore } from '../store.ts';
import { fold } from './backup.ts';
import type { Engine } from './engine.ts';
import { createQueryPool } from './query-pool.ts';
import { createSnapshots } from './snapshots.ts';

/**
 * Opens the database in a folder, which is made when there is none.
 * @param apart in a process of its own: see apart.ts
 */
export async function openEmbedded(path: string, apart = false): Promise<GraphStore> {
  const folder = resolve(path);
  return createCypherStore(await createBackend(await open(folder, apart), folder));
}

/** Each is loaded where it is used: apart, this process does without the database's package. */
async function open(folder: string, apart: boolean): Promise<Engine> {
  return apart
    ? (await import('./apart.ts')).openApart(folder)
    : (await import('./engine.ts')).openEngine(folder);
}

async function createBackend(engine: Engine, folder: string): Promise<Backend> {
  let epoch = 0;
  let closed = false;
  const oneAtATime = createQueue();
  const snapshots = await createSnapshots(folder, oneAtATime);
  const pool = createQueryPool((work) => snapshots.use(epoch, work));
  const check = (): void => {
    if (closed) throw closedError();
  };

  return {
    kind: 'embedded',
    capabilities: { fullCypher: false, shared: false, plan: true },
    ping: async () => check(),
    read: engine.read,
    rows: engine.rows,
    write: (work) =>
      oneAtATime(async () => {
        const transaction = await engine.begin();
        try {
          const result = await work(transaction.run);
          await transaction.commit();
          return result;
        } catch (error) {
          await transaction.rollback();
          throw error;
        } finally {
          // Also after a failure: a process that breaks down while it commits may have done so.
          epoch++;
        }
      }),
    scan: engine.scan,
    candidates: async (words, labels) => {
      const parameters = {
        words: words.map((w) => ` ${w}`),
        start: ` ${words.join(' ')}`,
        labels,
        limit: MAX_CANDIDATES,
      };
      return (await engine.read(CANDIDATES, parameters)).map(toCandidate);
    },
    procedures: async () =>
      (await engine.read('CALL grafeo.procedures()')).map((row) => ({
        name: String(row['name']),
        signature: `(${String(row['parameters'])}) :: (${String(row['output_columns'])})`,
      })),
    query: async (cypher, parameters, limits) => {
      check();
      return pool.run(cypher, parameters, limits);
    },
    backup: async (file) => {
      check();
      return snapshots.once((image) => fold(image, file));
    },
    close: () =>
      oneAtATime(async () => {
        if (closed) return;
        closed = true;
        pool.close();
        await snapshots.close();
        await engine.close();
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

function toCandidate(row: Row): Candidate {
  const { labels, ...rest } = row;
  return { ...rest, label: (labels as unknown[]).find(isEntityLabel) } as Candidate;
}
