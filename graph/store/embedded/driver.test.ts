import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../open.ts';
import { storeContract } from '../store.contract.ts';
import { CUBA, IRAN, crowd, said } from '../testing/builders.ts';
import { dump } from '../testing/reading-all.ts';

const LIMITS = { maxRows: 10, timeoutMs: 20_000 };
const home = mkdtempSync(join(tmpdir(), 'entente-embedded-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let n = 0;
const folder = (): string => join(home, `store-${n++}`);
const open = (path = folder()): ReturnType<typeof openStore> => openStore({ kind: 'embedded', path });

/** Our query processes and the processor time that each has used, in clock ticks; read from /proc, so Linux only. */
function queryProcesses(): Map<string, number> {
  if (process.platform !== 'linux') return new Map();
  const found = new Map<string, number>();
  for (const pid of readdirSync('/proc').filter((d) => /^\d+$/.test(d))) {
    try {
      // The name, in brackets, may hold blanks; see proc(5) for the order of the rest.
      const [, , , parent, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/\(.*\)/s, 'x')
        .split(' ');
      const ours =
        Number(parent) === process.pid &&
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('query-worker');
      if (ours) found.set(pid, Number(rest[9]) + Number(rest[10]));
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

async function idle(): Promise<boolean> {
  const before = queryProcesses();
  await new Promise((r) => setTimeout(r, 1000));
  // A tenth of a second for what a process does when it has nothing to do.
  return [...queryProcesses()].every(([pid, ticks]) => ticks - (before.get(pid) ?? 0) <= 10);
}

storeContract('embedded', { open: () => open(), idle });

describe('embedded store', () => {
  it('keeps what it holds when closed and opened again', async () => {
    const path = folder();
    const first = await open(path);
    await first.save(crowd(30, 10));
    const before = await dump(first);
    await first.query('RETURN 1 AS x', {}, { maxRows: 1, timeoutMs: 10_000 });
    await first.close();
    expect(readdirSync(path)).toEqual(['graph.grafeo']);
    const second = await open(path);
    expect(await dump(second)).toBe(before);
    await second.close();
  });

  it('says which way out when another owns the folder', async () => {
    const path = folder();
    const first = await open(path);
    await expect(open(path)).rejects.toMatchObject({
      code: 'LOCKED',
      message: expect.stringMatching(/in use by another process.*server.*ENTENTE_DATA/) as string,
    });
    await first.close();
    await (await open(path)).close();
  });

  it('says that damaged data is damaged and leaves it as it is', async () => {
    const path = folder();
    mkdirSync(path);
    writeFileSync(join(path, 'graph.grafeo'), 'this is no database');
    await expect(open(path)).rejects.toMatchObject({ code: 'DAMAGED' });
    expect(readdirSync(path)).toEqual(['graph.grafeo']);
  });

  it('says that a folder cannot be made', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    await expect(open(join(file, 'x'))).rejects.toMatchObject({ code: 'UNAVAILABLE', retriable: false });
  });

  it('clears away the snapshots of a process that was killed', async () => {
    const path = folder();
    mkdirSync(join(path, 'snapshots', '7'), { recursive: true });
    const store = await open(path);
    expect(readdirSync(path)).not.toContain('snapshots');
    await store.close();
  });

  it('keeps one snapshot, of the latest state', async () => {
    const path = folder();
    const store = await open(path);
    for (let i = 0; i < 4; i++) {
      await store.save([said(`Number ${i}.`, [[IRAN, 'SUPPORTS', CUBA]])]);
      await store.query('RETURN 1 AS x', {}, { maxRows: 1, timeoutMs: 10_000 });
    }
    await expect.poll(() => readdirSync(join(path, 'snapshots'))).toEqual(['4']);
    await store.close();
  });

  it('keeps a snapshot while a query reads it', async () => {
    const store = await open();
    await store.save(crowd(50, 50));
    const limits = { maxRows: 1, timeoutMs: 20_000 };
    const asked: Promise<unknown>[] = [];
    for (let i = 0; i < 6; i++) {
      asked.push(store.query('MATCH (a:Person), (b:Person) RETURN count(*) AS n', {}, limits));
      await store.save([said(`Meanwhile ${i}.`, [[IRAN, 'SUPPORTS', CUBA]])]);
    }
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ rows: [[2500]] });
    await store.close();
  }, 30_000);

  it('stops a query that takes too much memory', async () => {
    const store = await open();
    const cypher = 'UNWIND range(1, 100000000) AS x WITH collect([x, x]) AS xs RETURN size(xs) AS n';
    await expect(store.query(cypher, {}, { maxRows: 1, timeoutMs: 60_000 })).rejects.toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('MB') as string,
    });
    expect((await store.query('RETURN 1 AS x', {}, { maxRows: 1, timeoutMs: 5000 })).rows).toEqual([[1]]);
    await store.close();
  }, 70_000);

  it('outlives a query that the database breaks down on', async () => {
    const store = await open();
    const nested = store.query('RETURN reduce(s = [], i IN range(1, 100000) | [s]) AS s', {}, LIMITS);
    await expect(nested).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    const named = store.query('RETURN 1 AS `a\u0000`', {}, LIMITS);
    await expect(named).rejects.toMatchObject({ code: 'INVALID' });
    expect((await store.query('RETURN 1 AS n', {}, LIMITS)).rows).toEqual([[1]]);
    await store.close();
  });

  it('hides the environment from queries and leaves no process behind', async () => {
    const store = await open();
    await store.query('RETURN 1 AS x', {}, { maxRows: 1, timeoutMs: 10_000 });
    await store.close();
    await expect.poll(() => [...queryProcesses().keys()]).toEqual([]);
  });
});
