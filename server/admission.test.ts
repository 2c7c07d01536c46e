import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { admit } from './admission.ts';
import { errorHandler } from './errors.ts';

/** A server whose answers wait until they are let go. */
async function start(patienceMs = 60_000) {
  const held: (() => void)[] = [];
  let hungUp = 0;
  const app = express();
  app.use((_request, response, next) => {
    response.once('close', () => (hungUp += response.writableFinished ? 0 : 1));
    next();
  });
  app.get('/slow', admit({ atOnce: 2, waiting: 1, patienceMs }), (_request, response) => {
    held.push(() => void response.json('done'));
  });
  app.get('/other', (_request, response) => void response.json('at once'));
  app.use(errorHandler(pino({ level: 'silent' })));
  server = createServer(app);
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const inWork = (n: number) => vi.waitFor(() => expect(held).toHaveLength(n));
  const noticed = () => vi.waitFor(() => expect(hungUp).toBe(1));
  return { url, inWork, noticed, letGo: () => held.splice(0).forEach((answer) => answer()) };
}
let server: Server | undefined;
afterEach(() => server?.close());

describe('a lane with two places and a queue of one', () => {
  it('refuses the fourth at once, serves the third in its turn, and holds up nobody else', async () => {
    const { url, inWork, letGo } = await start();
    const first = [fetch(`${url}/slow`), fetch(`${url}/slow`)];
    await inWork(2);
    const rest = [fetch(`${url}/slow`), fetch(`${url}/slow`)];
    const refused = await Promise.race(rest);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ code: 'BUSY', status: 503 });
    expect((await fetch(`${url}/other`)).status).toBe(200);
    letGo();
    expect((await Promise.all(first)).map((r) => r.status)).toEqual([200, 200]);
    await inWork(1);
    letGo();
    const statuses = (await Promise.all(rest)).map((r) => r.status);
    expect(statuses.sort()).toEqual([200, 503]);
  });

  it.each([
    ['in work lets the next one in', 'worker', 3],
    ['waiting is forgotten', 'waiter', 2],
  ] as const)('a client that hangs up while %s', async (_what, who, started) => {
    const { url, inWork, noticed, letGo } = await start();
    const gone = { worker: new AbortController(), waiter: new AbortController() };
    const ask = (signal?: AbortSignal) => fetch(`${url}/slow`, signal ? { signal } : {});
    const first = [ask(gone.worker.signal), ask()];
    await inWork(2);
    // The one refused shows that the other waits.
    const rest = [ask(gone.waiter.signal), ask(gone.waiter.signal)];
    expect((await Promise.race(rest)).status).toBe(503);
    const all = Promise.allSettled([...first, ...rest]);
    gone[who].abort();
    await noticed();
    await inWork(started);
    letGo();
    const outcomes = await all;
    expect(outcomes.filter((o) => o.status === 'rejected')).toHaveLength(1);
    const last = ask();
    await inWork(1);
    letGo();
    expect((await last).status).toBe(200);
  });

  it('lets nobody wait longer than its patience', async () => {
    const { url, inWork, letGo } = await start(50);
    const first = [fetch(`${url}/slow`), fetch(`${url}/slow`)];
    await inWork(2);
    expect((await fetch(`${url}/slow`)).status).toBe(503);
    letGo();
    expect((await Promise.all(first)).map((r) => r.status)).toEqual([200, 200]);
  });
});
