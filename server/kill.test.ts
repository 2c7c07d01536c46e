import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SavedStatement, StatementList } from './contract.ts';
import { serveCli } from './testing/cli.ts';
import type { BuiltServer } from '../test/built-server.ts';
import { tempFolder } from './testing/temp-store.ts';

let folder: string;
let server: BuiltServer;
beforeEach(async () => {
  folder = await tempFolder();
});
afterEach(async () => {
  await server.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const TEXTS = Array.from(
  { length: 500 },
  (_, i) => `Iran condemned Israel, and Cuba supported Venezuela on day ${i}.`,
);

/** Sends texts four at a time; `onSaved` hears of each that was acknowledged. Ends when the server is gone. */
async function post(url: string, onSaved: (saved: SavedStatement) => void): Promise<void> {
  const queue = [...TEXTS];
  const work = async (): Promise<void> => {
    for (let text = queue.shift(); text !== undefined; text = queue.shift()) {
      const response = await fetch(`${url}/api/statements`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      onSaved((await response.json()) as SavedStatement);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
}

describe('kill -9 of the server during an ingest of 500 statements', () => {
  it('loses nothing that was acknowledged, leaves nothing in part, and the ingest completes', async () => {
    server = await serveCli({ ENTENTE_DATA: folder });
    const acknowledged = new Map<string, SavedStatement>();
    await post(server.url, (saved) => {
      acknowledged.set(saved.id, saved);
      if (acknowledged.size === 150) void server.end('SIGKILL');
    }).catch(() => undefined);
    expect(acknowledged.size).toBeGreaterThanOrEqual(150);
    expect(acknowledged.size).toBeLessThan(500);

    server = await serveCli({ ENTENTE_DATA: folder });
    const list = (await (await fetch(`${server.url}/api/statements?limit=500`)).json()) as StatementList;
    const there = new Set(list.items.map((s) => s.id));
    for (const id of acknowledged.keys()) expect(there).toContain(id);
    const again: SavedStatement[] = [];
    await post(server.url, (saved) => again.push(saved));
    // What was there, acknowledged or not, was there whole: saving it again found nothing to change.
    expect(
      again
        .filter((s) => s.outcome === 'unchanged')
        .map((s) => s.id)
        .sort(),
    ).toEqual([...there].sort());
    for (const saved of again) {
      const before = acknowledged.get(saved.id);
      if (before) expect(saved.graph).toEqual(before.graph);
    }
    expect((await (await fetch(`${server.url}/api/statements`)).json()) as StatementList).toMatchObject({
      total: 500,
    });
    expect(await server.end('SIGTERM')).toBe(0);
  }, 90_000);
});
