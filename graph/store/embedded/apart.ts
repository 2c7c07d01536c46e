/**
 * The database in a process of its own, for a server. The server's memory is then its own, whatever the size of the graph, and
 * nothing that the database does holds up its event loop. The process keeps all that it ever read unpacked, three times what it
 * takes to open the graph; so it is begun anew when it has grown and has nothing to do, and also when it has broken down: who was
 * writing or reading at length is told, and a question is asked again.
 */
import type { Row } from '../backend.ts';
import { GraphError, closedError } from '../errors.ts';
import type { EngineCalls } from './engine-calls.ts';
import type { Engine } from './engine.ts';
import { HeldProcess } from './held-process.ts';

type Held = HeldProcess<EngineCalls>;

/** Bytes that the process may grow by after it has opened the graph, and how long it must have had nothing to do. */
const LIMITS = { growth: 256 * 2 ** 20, idleMs: 1000 };

/** @throws GraphError LOCKED, DAMAGED or UNAVAILABLE */
export async function openApart(folder: string, limits = LIMITS): Promise<Engine> {
  let current: Promise<Held> | undefined;
  let closed = false;
  /** How many work with the process. */
  let users = 0;
  let idle: NodeJS.Timeout | undefined;

  const ended = (why: string | number | null): GraphError =>
    closed ? closedError() : new GraphError('UNAVAILABLE', brokeDown(why));
  const start = async (before?: Held): Promise<Held> => {
    await before?.end();
    return HeldProcess.start<EngineCalls>('engine-worker', folder, ended);
  };
  const acquire = async (): Promise<Held> => {
    if (closed) throw closedError();
    users++;
    clearTimeout(idle);
    const asked = (current ??= start());
    try {
      const held = await asked;
      if (held.alive) return held;
      if (current === asked) current = start();
      return await current;
    } catch (error) {
      // The next one tries again.
      if (current === asked) current = undefined;
      users--;
      throw error;
    }
  };
  const release = (held: Held): void => {
    users--;
    if (users > 0 || closed || held.memory <= held.opened + limits.growth) return;
    idle = setTimeout(() => {
      current = start(held);
      // Whoever asks next is told what went wrong.
      current.catch(() => undefined);
    }, limits.idleMs).unref();
  };
  /** A reading that its process did not outlive is done again by the next one. */
  const using = async <T>(work: (held: Held) => Promise<T>, again = true): Promise<T> => {
    const held = await acquire();
    try {
      return await work(held);
    } catch (error) {
      if (held.alive || closed || !again) throw error;
    } finally {
      release(held);
    }
    return using(work, false);
  };

  async function* reading(begin: (held: Held) => Promise<number>): AsyncGenerator<Row> {
    const held = await acquire();
    try {
      const id = await begin(held);
      yield* pieces(held, id);
    } finally {
      release(held);
    }
  }

  current = start();
  await current;
  return {
    read: (cypher, parameters = {}) =>
      using(async (held) => rowsOf(await held.ask('read', cypher, JSON.stringify(parameters)))),
    rows: (cypher) => reading((held) => held.ask('rows', cypher)),
    scan: ({ of, keys }) => reading((held) => held.ask('scan', of, keys)),
    begin: async () => {
      const held = await acquire();
      const id = await held.ask('begin').catch((error: unknown) => {
        release(held);
        throw error;
      });
      return {
        run: async (cypher, parameters = {}) =>
          rowsOf(await held.ask('run', id, cypher, JSON.stringify(parameters))),
        commit: async () => {
          await held.ask('commit', id);
          release(held);
        },
        rollback: async () => {
          // A process that is gone has kept nothing of it.
          await held.ask('rollback', id).catch(() => undefined);
          release(held);
        },
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(idle);
      // Where beginning anew has failed there is nothing to close; whoever asked was told.
      const held = await current?.catch(() => undefined);
      await held?.end();
    },
  };
}

/** The rows of a reading; the next piece is asked for while this one is taken in. */
async function* pieces(held: Held, id: number): AsyncGenerator<Row> {
  const next = (): Promise<string | undefined> => {
    const piece = held.ask('next', id);
    // It is heard of when its turn comes, if it does.
    piece.catch(() => undefined);
    return piece;
  };
  let coming = next();
  try {
    for (let piece = await coming; piece !== undefined; piece = await coming) {
      coming = next();
      yield* rowsOf(piece);
    }
  } finally {
    await held.ask('leave', id).catch(() => undefined);
  }
}

const rowsOf = (json: string): Row[] => JSON.parse(json) as Row[];

const brokeDown = (why: string | number | null): string =>
  `the process that holds the graph ended (${why}) and is begun anew; what was saved is there: try again`;
