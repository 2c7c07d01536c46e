/**
 * The server under load: `npm run bench:load [-- seconds clients]`. Starts a server of its own on a graph of 25,000 edges
 * on loopback, warms it up, and asks a mix of graph, search, neighbours and Cypher; fails on any error other than 429 or 503 with
 * Retry-After. Prints the times and the server's largest memory. The clients share the machine's cores with the server, and
 * their own stand-still, which is printed too, counts as time of the answers.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { openStore } from '../graph/store/open.ts';
import { crowd } from '../graph/store/testing/builders.ts';

const [duration = 60, connections = 200] = process.argv.slice(2).map(Number);
const data = mkdtempSync(join(tmpdir(), 'entente-load-'));
const store = await openStore({ kind: 'embedded', path: data });
await store.save(crowd(1000, 2000, 25));
await store.close();

const cli = fileURLToPath(new URL('../server/cli.ts', import.meta.url));
const env = { ...process.env, ENTENTE_DATA: data, ENTENTE_LOG: 'silent', NEO4J_URI: '', ENTENTE_TOKEN: '' };
const server = fork(cli, ['serve', '--port', '0'], { execArgv: ['--import', 'tsx'], env, silent: true });
const url = await new Promise<string>((resolve, reject) => {
  server.stdout?.on('data', (chunk: Buffer) => {
    const found = /Entente is at (http:\S+)/u.exec(chunk.toString())?.[1];
    if (found) resolve(found);
  });
  server.on('exit', () => reject(new Error('the server did not start')));
});

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

/** Status codes that came, each with how many of them lacked what they should have. */
const seen = new Map<number, { count: number; bare: number }>();
function count(status: number, headers: Readonly<Record<string, unknown>>): void {
  const entry = seen.get(status) ?? { count: 0, bare: 0 };
  entry.count++;
  if (
    (status === 429 || status === 503) &&
    !Object.keys(headers).some((h) => h.toLowerCase() === 'retry-after')
  )
    entry.bare++;
  seen.set(status, entry);
}

/** Resident memory in MB of the server and of the processes it started. */
function memory(): number {
  const of = (pid: number): number => {
    try {
      const kilobytes = Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean);
      return kilobytes / 1024 + children.reduce((sum, child) => sum + of(Number(child)), 0);
    } catch {
      return 0;
    }
  };
  return of(server.pid ?? 0);
}
let most = 0;
const watch = setInterval(() => (most = Math.max(most, memory())), 500);
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

const instance = autocannon({
  url,
  connections,
  duration,
  requests: requests.map((request) => ({
    ...request,
    onResponse: (status: number, _body: string, _context: object, headers?: object) =>
      count(status, (headers ?? {}) as Record<string, unknown>),
  })),
});
const result = await instance;
clearInterval(watch);
clearInterval(health);
lag.disable();
server.kill('SIGTERM');
await new Promise((resolve) => server.once('exit', resolve));
rmSync(data, { recursive: true, force: true });

const { latency } = result;
console.log(
  `${connections} clients, ${duration} s: ${result.requests.total} answers, ${result.requests.average}/s`,
);
console.log(`ms: p50 ${latency.p50}, p95 ${percentile(result)}, p99 ${latency.p99}, most ${latency.max}`);
console.log(
  `statuses: ${[...seen].map(([s, { count: n, bare }]) => `${s} × ${n}${bare ? ` (${bare} without Retry-After)` : ''}`).join(', ')}`,
);
console.log(
  `errors ${result.errors}, time-outs ${result.timeouts}, slowest /health ${slowest.toFixed(0)} ms (${lost} lost), memory ${most.toFixed(0)} MB at most; the clients stood still for ${(lag.max / 1e6).toFixed(0)} ms at most`,
);
const wrong = [...seen].filter(
  ([status, { bare }]) => (status >= 400 && status !== 429 && status !== 503) || bare > 0,
);
if (wrong.length > 0 || result.errors > 0 || result.timeouts > 0) process.exitCode = 1;

/** autocannon gives p97.5 and p90; the larger bound is the honest one. */
function percentile({ latency: l }: typeof result): string {
  return `between ${l.p90} and ${l.p97_5}`;
}
