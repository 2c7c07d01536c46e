/**
 * The server under load: `npm run bench:load [-- seconds clients]`. Starts a server of its own on a graph of 25,000 edges
 * on loopback, warms it up, and asks a mix of graph, search, neighbours and Cypher; fails on any error other than 429 or 503 with
 * Retry-After. Prints the times and the server's largest memory. The limit of requests a minute is of one address, which all
 * clients share here, so it is lifted: else nearly every answer would be a 429. The clients share the machine's cores with
 * the server, and their own stand-still, which is printed too, counts as time of the answers.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { openStore } from '../graph/store/open.ts';
import { crowd } from '../graph/store/testing/builders.ts';
import { memoryOf, memoryOfChildren, startOwnServer } from './own-server.ts';

const [duration = 60, connections = 200] = process.argv.slice(2).map(Number);

const data = mkdtempSync(join(tmpdir(), 'entente-load-'));
const store = await openStore({ kind: 'embedded', path: data });
await store.save(crowd(1000, 2000, 25));
await store.close();

const server = await startOwnServer({ ENTENTE_DATA: data, NEO4J_URI: '' });
const { url, pid } = server;

const cypher = (query: string): autocannon.Request => ({
  method: 'POST',
  path: '/api/cypher',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});
const requests: autocannon.Request[] = [
  { path: '/api/graph?limit=100' },
  { path: '/api/search?q=person%20num' },
  { path: '/api/nodes/person%3Aperson-number-7/neighbors?limit=50' },
  cypher('MATCH (n:Person) RETURN n.name AS name ORDER BY name LIMIT 20'),
  { path: '/api/search?q=number%2012' },
  { path: '/api/nodes/person%3Aperson-number-3/neighbors' },
  cypher('MATCH (a)-[r:SUPPORTS]->(b) RETURN a, r, b LIMIT 25'),
];

// As a server in use: the columns are read and the query processes run.
const warm = requests.flatMap(({ path, method = 'GET', headers = {}, body }) => {
  const init = {
    method,
    headers: headers as Record<string, string>,
    body: (body as string | undefined) ?? null,
  };
  return [fetch(`${url}${path}`, init), fetch(`${url}${path}`, init)];
});
for (const response of await Promise.all(warm)) await response.text();

/** Status codes that came, each with how many of them lacked what they should have, and their times in ms. */
const seen = new Map<number, { bare: number; times: number[] }>();
const entryOf = (status: number): { bare: number; times: number[] } => {
  const entry = seen.get(status) ?? { bare: 0, times: [] };
  seen.set(status, entry);
  return entry;
};
function count(status: number, headers: Readonly<Record<string, unknown>>): void {
  const entry = entryOf(status);
  if (
    (status === 429 || status === 503) &&
    !Object.keys(headers).some((h) => h.toLowerCase() === 'retry-after')
  )
    entry.bare++;
}

/** The most resident memory in MB of the server, and of the processes it started. */
const most = { server: 0, database: 0 };
const watch = setInterval(() => {
  most.server = Math.max(most.server, memoryOf(pid));
  most.database = Math.max(most.database, memoryOfChildren(pid));
}, 500);
const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();
let slowest = 0;
/** Health checks that got no answer; one may be under way when the server is ended. */
let lost = 0;
const health = setInterval(() => {
  const asked = performance.now();
  const answered = (): void => void (slowest = Math.max(slowest, performance.now() - asked));
  void fetch(`${url}/health`)
    .then((response) => response.text())
    .then(answered, () => lost++);
}, 1000);

const result = await new Promise<autocannon.Result>((resolve, reject) => {
  const instance = autocannon(
    {
      url,
      connections,
      duration,
      requests: requests.map((request) => ({
        ...request,
        onResponse: (status: number, _body: string, _context: object, headers?: object) =>
          count(status, (headers ?? {}) as Record<string, unknown>),
      })),
    },
    (error: Error | null, done) => (error ? reject(error) : resolve(done)),
  );
  instance.on('response', (_client, status, _bytes, ms) => entryOf(status).times.push(ms));
});
clearInterval(watch);
clearInterval(health);
lag.disable();
await server.stop();
rmSync(data, { recursive: true, force: true });

console.log(
  `${connections} clients, ${duration} s: ${result.requests.total} answers, ${result.requests.average}/s`,
);
for (const [status, { bare, times }] of [...seen].sort(([a], [b]) => a - b)) {
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((p) => (times[Math.floor(times.length * p)] ?? 0).toFixed(0));
  const lacks = bare > 0 ? `; ${bare} without Retry-After` : '';
  console.log(
    `${status}: ${times.length} answers, ms p50 ${p50}, p95 ${p95}, p99 ${p99}, most ${(times.at(-1) ?? 0).toFixed(0)}${lacks}`,
  );
}
console.log(
  `errors ${result.errors}, time-outs ${result.timeouts}, slowest /health ${slowest.toFixed(0)} ms (${lost} lost), memory at most ${most.server.toFixed(0)} MB of the server and ${most.database.toFixed(0)} MB of the processes that hold and query its database; the clients stood still for ${(lag.max / 1e6).toFixed(0)} ms at most`,
);
const wrong = [...seen].filter(
  ([status, { bare }]) => (status >= 400 && status !== 429 && status !== 503) || bare > 0,
);
if (wrong.length > 0 || result.errors > 0 || result.timeouts > 0) process.exitCode = 1;
