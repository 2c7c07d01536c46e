import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServedStore, openStore } from '../open.ts';
import { storeContract } from '../store.contract.ts';
import { CUBA, IRAN, crowd, said } from '../testing/builders.ts';
import { holderOf } from '../testing/holder.ts';
import { dump } from '../testing/reading-all.ts';
import { openApart } from './apart.ts';
import type { Engine } from './engine.ts';

const home = mkdtempSync(join(tmpdir(), 'entente-apart-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let n = 0;
const folder = (): string => join(home, `store-${n++}`);

storeContract(
  'embedded, in a process of its own',
  {
    open: () => openServedStore({ kind: 'embedded', path: folder() }),
    idle: () => Promise.resolve(true),
  },
  ['saving', 'reading', 'who is who'],
);

describe('the store in a process of its own', () => {
  it('goes on when that process is killed: questions are asked again, and what was acknowledged is there', async () => {
    const path = folder();
    const store = await openServedStore({ kind: 'embedded', path });
    const all = crowd(40, 20, 10);
    await store.save(all.slice(0, 20));
    const before = await store.facets({});
    const counting = store.stats();
    process.kill(holderOf(path, 'engine-worker'), 'SIGKILL');
    expect(await counting).toMatchObject({ statements: 20 });
    expect(await store.facets({})).toEqual(before);
    await store.save(all);

    const undisturbed = await openStore({ kind: 'embedded', path: folder() });
    await undisturbed.save(all);
    expect(await dump(store)).toBe(await dump(undisturbed));
    expect(await store.facets({})).toEqual(await undisturbed.facets({}));
    await undisturbed.close();
    await store.close();
    expect(readdirSync(path)).toEqual(['graph.grafeo']);
  }, 30_000);

  it('leaves no process behind when it is closed, and says that it is closed', async () => {
    const path = folder();
    const store = await openServedStore({ kind: 'embedded', path });
    await store.save([said('Iran supports Cuba.', [[IRAN, 'SUPPORTS', CUBA]])]);
    await store.close();
    expect(() => holderOf(path, 'engine-worker')).toThrow('nobody holds');
    const closed = { code: 'UNAVAILABLE', message: 'the store is closed', retriable: false };
    await expect(store.stats()).rejects.toMatchObject(closed);
  });

  it('refuses a folder that another process holds', async () => {
    const path = folder();
    const store = await openServedStore({ kind: 'embedded', path });
    await expect(openServedStore({ kind: 'embedded', path })).rejects.toMatchObject({ code: 'LOCKED' });
    await store.close();
  });
});

describe('the process of the database', () => {
  let path: string;
  let engine: Engine;
  beforeEach(async () => {
    path = folder();
    // Anything is more than it may grow by.
    engine = await openApart(path, { growth: -1, idleMs: 20 });
  });
  afterEach(() => engine.close());

  const holder = (): number | undefined => {
    try {
      return holderOf(path, 'engine-worker');
    } catch {
      return undefined;
    }
  };
  const write = async (i: number): Promise<void> => {
    const transaction = await engine.begin();
    await transaction.run('CREATE (:Place {id: $id})', { id: `place:${i}` });
    await transaction.commit();
  };
  const count = async (): Promise<unknown> =>
    (await engine.read('MATCH (n:Place) RETURN count(n) AS n'))[0]?.['n'];

  it('is begun anew once it has grown and has nothing to do', async () => {
    const first = holder();
    await write(0);
    await expect.poll(() => holder() ?? first).not.toBe(first);
    expect(await count()).toBe(1);
  });

  it('is not while a transaction is open or something is being read', async () => {
    const first = holder();
    const transaction = await engine.begin();
    await transaction.run('UNWIND range(1, 2000) AS i CREATE (:Place {id: toString(i)})');
    await new Promise((next) => setTimeout(next, 200));
    expect(holder()).toBe(first);
    await transaction.commit();
    const rows = engine.rows('MATCH (n:Place) RETURN n.id AS id')[Symbol.asyncIterator]();
    await rows.next();
    await new Promise((next) => setTimeout(next, 200));
    expect(holder()).toBe(first);
    await rows.return?.();
    await expect.poll(() => holder() ?? first).not.toBe(first);
    expect(await count()).toBe(2000);
  });

  it('when it is killed, tells those who write and read at length, and keeps nothing of what was not committed', async () => {
    await write(0);
    const transaction = await engine.begin();
    await transaction.run('UNWIND range(1, 2000) AS i CREATE (:Place {id: toString(i)})');
    const rows = engine.rows('UNWIND range(1, 100000) AS i RETURN i')[Symbol.asyncIterator]();
    await rows.next();
    process.kill(holder() ?? 0, 'SIGKILL');
    const told = {
      code: 'UNAVAILABLE',
      retriable: true,
      message: expect.stringMatching(/SIGKILL.*again/) as string,
    };
    await expect(transaction.commit()).rejects.toMatchObject(told);
    await transaction.rollback();
    const rest = async (): Promise<void> => {
      while (!(await rows.next()).done);
    };
    await expect(rest()).rejects.toMatchObject(told);
    expect(await count()).toBe(1);
  });

  it('keeps nothing of what was rolled back, and says what was wrong', async () => {
    const transaction = await engine.begin();
    await transaction.run('CREATE (:Place {id: $id})', { id: 'place:1' });
    await expect(transaction.run('CREATE (:Place', {})).rejects.toMatchObject({ code: 'SYNTAX' });
    await transaction.rollback();
    expect(await count()).toBe(0);
  });
});
