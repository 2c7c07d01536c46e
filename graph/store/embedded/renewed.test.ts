import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Extraction } from '../../model.ts';
import { openStore } from '../open.ts';
import type { IngestStore } from '../store.ts';
import { crowd } from '../testing/builders.ts';
import { holderOf } from '../testing/holder.ts';
import { dump } from '../testing/reading-all.ts';
import { openRenewed } from './renewed.ts';

/** A process that may take nothing is begun anew after every call. */
const ALWAYS = { most: 0, growth: 0 };

let home: string;
let store: IngestStore | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'entente-renewed-'));
});
afterEach(async () => {
  await store?.close().catch(() => undefined);
  store = undefined;
  rmSync(home, { recursive: true, force: true });
});

const texts = (extractions: readonly Extraction[]): string[] => extractions.map((x) => JSON.stringify(x));

const holder = (folder: string): number => holderOf(folder, 'ingest-worker');

async function dumpOf(path: string): Promise<string> {
  const opened = await openStore({ kind: 'embedded', path });
  try {
    return await dump(opened);
  } finally {
    await opened.close();
  }
}

describe('the embedded store of an ingest', () => {
  it('is the same graph when its process was begun anew in between', async () => {
    const all = crowd(60, 20, 10);
    const path = join(home, 'data');
    store = await openRenewed(path, ALWAYS);
    const first = holder(path);
    const batches = [0, 20, 40].map((from) => texts(all.slice(from, from + 20)));
    const reports = await Promise.all(batches.map((batch) => store!.saveTexts(batch)));
    expect(reports.map((r) => r.added)).toEqual([20, 20, 20]);
    expect(await store.statementIds()).toHaveLength(60);
    expect((await store.getStatement(all[7]!.statement.id))?.statement).toEqual(all[7]!.statement);
    expect(holder(path)).not.toBe(first);
    await store.close();

    const undisturbed = await openStore({ kind: 'embedded', path: join(home, 'other') });
    await undisturbed.save(all);
    await undisturbed.close();
    expect(await dumpOf(path)).toBe(await dumpOf(join(home, 'other')));
  }, 60_000);

  it('says what is wrong with a batch, and goes on', async () => {
    const [good, other] = crowd(2, 5, 5);
    store = await openRenewed(join(home, 'data'));
    const unmentioned = { ...other!, edges: [] };
    await expect(store.saveTexts(texts([good!, unmentioned]))).rejects.toMatchObject({ code: 'INVALID' });
    expect(await store.statementIds()).toEqual([]);
    expect(await store.saveTexts(texts([good!]))).toMatchObject({ added: 1 });
  });

  it('refuses a folder that another process holds', async () => {
    const path = join(home, 'data');
    store = await openRenewed(path);
    await expect(openRenewed(path)).rejects.toMatchObject({ code: 'LOCKED' });
    expect(await store.statementIds()).toEqual([]);
  });

  it('when its process is killed, says so, and what was acknowledged is there', async () => {
    const all = crowd(40, 20, 10);
    const path = join(home, 'data');
    store = await openRenewed(path);
    await store.saveTexts(texts(all.slice(0, 20)));
    const asked = store.saveTexts(texts(all.slice(20)));
    process.kill(holder(path), 'SIGKILL');
    await expect(asked).rejects.toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('SIGKILL') as string,
    });
    await expect(store.statementIds()).rejects.toMatchObject({ code: 'INTERNAL' });
    store = await openRenewed(path);
    const there = await store.statementIds();
    expect(there).toEqual(expect.arrayContaining(all.slice(0, 20).map((x) => x.statement.id)));
  });
});
