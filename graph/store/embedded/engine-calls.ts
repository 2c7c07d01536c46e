/**
 * The database as another process asks for it: rows travel as JSON, which is written and read faster than values are cloned, and
 * long readings a piece at a time, when the other side wants the next.
 */
import type { Row, Scan } from '../backend.ts';
import { GraphError } from '../errors.ts';
import type { Engine, Transaction } from './engine.ts';

export interface EngineCalls {
  /** @param parameters, and what comes back: JSON of a Row, of a list of them */
  read(cypher: string, parameters: string): Promise<string>;
  /** The number by which the transaction is known from then on. */
  begin(): Promise<number>;
  run(transaction: number, cypher: string, parameters: string): Promise<string>;
  commit(transaction: number): Promise<void>;
  rollback(transaction: number): Promise<void>;
  /** The number by which the reading is known from then on. */
  rows(cypher: string): Promise<number>;
  scan(of: Scan['of'], keys: string): Promise<number>;
  /** Its next rows as JSON; undefined after the last, and the reading is over. */
  next(reading: number): Promise<string | undefined>;
  leave(reading: number): Promise<void>;
}

/** Characters of JSON in one piece of a reading, and the rows that a piece has at most: the other side takes it in without a pause. */
const PIECE = 256 * 1024;
const PIECE_ROWS = 500;

const parse = (json: string): Row => JSON.parse(json) as Row;

export function engineCalls(engine: Engine): EngineCalls & Pick<Engine, 'close'> {
  const transactions = numbered<Transaction>();
  const readings = numbered<AsyncIterator<Row>>();
  const begun = (rows: AsyncIterable<Row>): number => readings.add(rows[Symbol.asyncIterator]());
  return {
    read: async (cypher, parameters) => JSON.stringify(await engine.read(cypher, parse(parameters))),
    begin: async () => transactions.add(await engine.begin()),
    run: async (id, cypher, parameters) =>
      JSON.stringify(await transactions.get(id).run(cypher, parse(parameters))),
    commit: async (id) => {
      await transactions.get(id).commit();
      transactions.take(id);
    },
    rollback: async (id) => transactions.take(id)?.rollback(),
    rows: async (cypher) => begun(engine.rows(cypher)),
    scan: async (of, keys) => begun(engine.scan({ of, keys })),
    next: async (id) => {
      const piece = await pieceOf(readings.get(id));
      if (piece === undefined) readings.take(id);
      return piece;
    },
    leave: async (id) => void (await readings.take(id)?.return?.()),
    close: () => engine.close(),
  };
}

async function pieceOf(rows: AsyncIterator<Row>): Promise<string | undefined> {
  const lines: string[] = [];
  let size = 0;
  while (lines.length < PIECE_ROWS && size < PIECE) {
    const { done, value } = await rows.next();
    if (done) break;
    const line = JSON.stringify(value);
    lines.push(line);
    size += line.length;
  }
  return lines.length === 0 ? undefined : `[${lines.join(',')}]`;
}

/** Things by numbers that the other side calls them by. */
function numbered<T>() {
  const things = new Map<number, T>();
  let last = 0;
  return {
    add: (thing: T): number => (things.set(++last, thing), last),
    get(id: number): T {
      const thing = things.get(id);
      if (thing === undefined) throw new GraphError('INTERNAL', `nothing goes by the number ${id} here`);
      return thing;
    },
    take(id: number): T | undefined {
      const thing = things.get(id);
      things.delete(id);
      return thing;
    },
  };
}
