import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../open.ts';
import { crowd } from '../testing/builders.ts';
import { dump, everything } from '../testing/reading-all.ts';

const COUNT = 500;
const writer = fileURLToPath(new URL('../testing/save-one-by-one.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Kills a writing process as soon as it has acknowledged this many statements; the next one is then being written. */
function killAfter(path: string, acknowledged: number): Promise<string[]> {
  const child = fork(writer, [path, String(COUNT)], {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ids: string[] = [];
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('message', (id: string) => {
      ids.push(id);
      if (ids.length === acknowledged) child.kill('SIGKILL');
    });
    child.on('exit', () => resolve(ids));
  });
}

describe('embedded store killed while it saves', () => {
  it.each([1, 37, 230])(
    'after %i acknowledged statements',
    async (acknowledged) => {
      const home = mkdtempSync(join(tmpdir(), 'entente-crash-'));
      const path = join(home, 'data');
      const ids = await killAfter(path, acknowledged);
      expect(ids.length).toBeGreaterThanOrEqual(acknowledged);

      const all = new Map(crowd(COUNT, 40, 20).map((x) => [x.statement.id, x]));
      const store = await openStore({ kind: 'embedded', path });
      const items = await everything(store);
      const stored = items.flatMap((i) => (i.kind === 'statement' ? [i.statement.id] : []));
      expect(stored).toEqual(expect.arrayContaining(ids));
      // Killed between the commit and the acknowledgement, one more may be there; whole, like the others.
      expect(stored.length).toBeLessThan(COUNT);
      for (const id of stored) expect(await store.getStatement(id)).toEqual(all.get(id));
      const edges = stored.reduce((n, id) => n + all.get(id)!.edges.length, 0);
      expect(items.filter((i) => i.kind === 'edge')).toHaveLength(edges);

      await store.save([...all.values()]);
      const completed = await dump(store);
      await store.close();
      const undisturbed = await openStore({ kind: 'embedded', path: join(home, 'other') });
      await undisturbed.save([...all.values()]);
      expect(completed).toBe(await dump(undisturbed));
      await undisturbed.close();
      rmSync(home, { recursive: true, force: true });
    },
    120_000,
  );
});
