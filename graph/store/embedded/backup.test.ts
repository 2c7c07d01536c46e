import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../open.ts';
import type { GraphStore } from '../store.ts';
import { crowd } from '../testing/builders.ts';
import { dump } from '../testing/reading-all.ts';
import { restoreEmbedded } from './backup.ts';

const home = mkdtempSync(join(tmpdir(), 'entente-backup-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const at = (name: string): string => join(home, name);
const open = (name: string): Promise<GraphStore> => openStore({ kind: 'embedded', path: at(name) });

describe('backup of an embedded store', () => {
  it('taken while it is written to holds whole statements, all that were saved before, and can be restored', async () => {
    const store = await open('busy');
    const all = crowd(400, 40);
    await store.save(all.slice(0, 100));
    let saving = true;
    const writing = (async () => {
      for (const x of all.slice(100)) if (saving) await store.save([x]);
    })();
    await store.backup(at('graph.backup'));
    saving = false;
    await writing;
    await store.close();

    const { statements } = await restoreEmbedded(at('graph.backup'), at('restored'), false);
    expect(statements).toBeGreaterThanOrEqual(100);
    expect(statements).toBeLessThan(400);
    const restored = await open('restored');
    const clean = await open('clean');
    await clean.save(all.slice(0, statements));
    expect(await dump(restored)).toBe(await dump(clean));
    await restored.close();
    await clean.close();
  }, 60_000);

  it('is not restored over a graph, or one in use, or from another file', async () => {
    const store = await open('kept');
    await store.save(crowd(3, 3));
    await store.backup(at('kept.backup'));
    const before = await dump(store);
    const restore = (file: string, replace = false): Promise<unknown> =>
      restoreEmbedded(at(file), at('kept'), replace);
    await expect(restore('kept.backup', true)).rejects.toMatchObject({ code: 'LOCKED' });
    await store.close();
    await expect(restore('kept.backup')).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('--replace') as string,
    });
    await expect(restore('nothing', true)).rejects.toMatchObject({ code: 'INVALID' });
    writeFileSync(at('other'), 'not a backup at all, but some bytes'.repeat(1000));
    await expect(restore('other', true)).rejects.toMatchObject({ name: 'GraphError' });
    const again = await open('kept');
    expect(await dump(again)).toBe(before);
    await again.close();
    expect(await restore('kept.backup', true)).toEqual({ statements: 3 });
  }, 60_000);
});
