import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from './main.ts';
import type { RunningServer } from './main.ts';
import { openTempStore } from './testing/temp-store.ts';
import type { TempStore } from './testing/temp-store.ts';
import { wordExtractor } from './testing/word-extractor.ts';

let temp: TempStore;
let server: RunningServer;
const slow: Socket[] = [];
beforeAll(async () => {
  process.env['ENTENTE_LOG'] = 'silent';
  temp = await openTempStore();
  server = await startServer({ store: temp.store, extractor: wordExtractor, port: 0 });
});
afterAll(async () => {
  for (const socket of slow) socket.destroy();
  await server.close();
  await temp.close();
});

/** A request whose body never comes whole; resolves when the server has taken it up and waits for the rest. */
function begin(path: string): Promise<void> {
  const { host, hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  slow.push(socket);
  const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n{`;
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.write(head);
    socket.once('data', (answer: Buffer) =>
      answer.toString().startsWith('HTTP/1.1 100') ? resolve() : reject(new Error(answer.toString())),
    );
  });
}

it('does not let clients that send slowly keep the others from asking', async () => {
  // More than have a place and may wait for one.
  await Promise.all(Array.from({ length: 60 }, () => begin('/api/cypher')));
  const answer = await fetch(`${server.url}/api/cypher`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: 'RETURN 1 AS n' }),
  });
  expect(await answer.json()).toMatchObject({ rows: [[1]] });
});
