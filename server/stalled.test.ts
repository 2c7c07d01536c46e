import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GraphStore, StoredItem } from '../graph/store/store.ts';
import { startServer } from './main.ts';
import type { RunningServer } from './main.ts';
import { openTempStore } from './testing/temp-store.ts';
import type { TempStore } from './testing/temp-store.ts';
import { wordExtractor } from './testing/word-extractor.ts';

const STALLED_MS = 700;
const statement = (i: number): StoredItem => ({
  kind: 'statement',
  statement: { id: `statement:${i}`, text: 'Iran condemned Cuba. '.repeat(500), language: 'en' },
});

let temp: TempStore;
let server: RunningServer;
let socket: Socket | undefined;
beforeEach(async () => {
  process.env['ENTENTE_LOG'] = 'silent';
  temp = await openTempStore();
});
afterEach(async () => {
  socket?.destroy();
  await server.close();
  await temp.close();
});
const serve = async (instead: Partial<GraphStore>): Promise<void> => {
  const store = { ...temp.store, ...instead };
  const limits = { stalledMs: STALLED_MS };
  server = await startServer({ store, extractor: wordExtractor, port: 0, limits });
};
/** Sends a request and reads the beginning of its answer, then nothing more. */
async function stall(path: string): Promise<void> {
  const { host, hostname, port } = new URL(server.url);
  socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  expect(head.toString()).toMatch(/^HTTP\/1.1 200/);
  socket.pause();
}

it('lets go of the store when the client of an export stalls', async () => {
  let closed = (): void => undefined;
  const done = new Promise<void>((resolve) => (closed = resolve));
  let sent = 0;
  await serve({
    async *stream() {
      try {
        for (;;) yield statement(sent++);
      } finally {
        closed();
      }
    },
  });
  await stall('/api/export?format=jsonl');
  await done;
  const atTheEnd = sent;
  await wait(50);
  expect(sent).toBe(atTheEnd);
});

it('gives the places of clients that do not read their answers to others', async () => {
  const { statement: long } = statement(0) as Extract<StoredItem, { kind: 'statement' }>;
  const nodes = Array.from({ length: 1200 }, (_, i) => ({
    ...{ id: `person:${i}`, label: 'Person' as const, name: long.text, aliases: [] },
  }));
  const found = { nodes, edges: [], stated: {}, totalEdges: 0, truncated: false };
  await serve({ subgraph: () => Promise.resolve(found) });
  // As many as there are places for.
  for (let i = 0; i < 4; i++) await stall('/api/graph');
  const answer = await fetch(`${server.url}/api/graph`);
  expect((await answer.text()).length).toBeGreaterThan(1200 * long.text.length);
});

it('waits for a store that is slow while the client is there', async () => {
  await serve({
    async *stream() {
      yield statement(0);
      await wait(3 * STALLED_MS);
      yield statement(1);
    },
  });
  const answer = await fetch(`${server.url}/api/export?format=jsonl`);
  expect((await answer.text()).trimEnd().split('\n')).toHaveLength(2);
});
