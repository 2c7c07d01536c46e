/**
 * What a query costs through `/api/cypher`, beside the same query through the database's own driver, measured in turns in
 * one run: `npm run bench:cypher [-- neo4j]`. Each is asked one at a time; the medians are compared. An exchange with a
 * server that does nothing tells how much of it is HTTP, which a driver in the same process does without.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRaw } from '../graph/store/testing/raw.ts';
import { openStore } from '../graph/store/open.ts';
import type { StoreConfig } from '../graph/store/open.ts';
import { crowd } from '../graph/store/testing/builders.ts';
import { startTestNeo4j } from '../graph/store/testing/neo4j.ts';
import { startServer } from '../server/main.ts';

const ROUNDS = 40;
const QUERIES = [
  'MATCH (n:Person) WHERE n.name CONTAINS "7" RETURN n.name AS name ORDER BY name LIMIT 50',
  'MATCH (a)-[r:SUPPORTS]->(b) RETURN a.name AS a, b.name AS b, r.quote AS quote LIMIT 500',
  'MATCH (a)-[r:SUPPORTS]->(b) RETURN a, r, b LIMIT 200',
  "MATCH (a:Person)-[:SUPPORTS]->(b)-[:SUPPORTS]->(c) WHERE a.name CONTAINS '77' RETURN count(*) AS n",
  'MATCH (a)-[r:SUPPORTS]->(b) RETURN b.name AS name, count(r) AS n ORDER BY n DESC, name LIMIT 20',
  'MATCH (s:Statement)-[:MENTIONS]->(n:Entity) RETURN s.id AS id, count(n) AS n ORDER BY n DESC, id LIMIT 10',
];
process.env['ENTENTE_LOG'] = 'silent';
const data = mkdtempSync(join(tmpdir(), 'entente-bench-cypher-'));
const neo4j = process.argv[2] === 'neo4j' ? await startTestNeo4j() : undefined;
const config: StoreConfig = neo4j
  ? { kind: 'neo4j', ...neo4j }
  : { kind: 'embedded', path: join(data, 'store') };
const store = await openStore(config);
await store.save(crowd(1000, 2000, 25));
if (config.kind === 'embedded') await store.close();
// The raw driver reads a copy: an embedded database has one owner.
const raw = await openRaw(config, join(data, 'raw'));
const limits = { queriesPerMinute: 1e6, requestsPerMinute: 1e6 };
const server = await startServer({
  store: config.kind === 'embedded' ? await openStore(config) : store,
  port: 0,
  limits,
});

const idle = createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end('{}'));
});
await new Promise<void>((listening) => idle.listen(0, '127.0.0.1', listening));
const idleUrl = `http://127.0.0.1:${(idle.address() as AddressInfo).port}`;

async function post(url: string, query: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  if (!response.ok) throw new Error(await response.text());
  await response.json();
}
async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

const sums = { api: 0, raw: 0, http: 0 };
for (const query of QUERIES) {
  const times = { api: [] as number[], raw: [] as number[], http: [] as number[] };
  for (let i = 0; i < ROUNDS + 10; i++) {
    const api = await timed(() => post(`${server.url}/api/cypher`, query));
    const own = await timed(() => raw.run(query));
    const bare = await timed(() => post(idleUrl, query));
    if (i < 10) continue;
    times.api.push(api);
    times.raw.push(own);
    times.http.push(bare);
  }
  const [api, own, bare] = [median(times.api), median(times.raw), median(times.http)];
  sums.api += api;
  sums.raw += own;
  sums.http += bare;
  console.log(
    `${(api / own).toFixed(2)} times  api ${api.toFixed(1)} ms  driver ${own.toFixed(1)} ms  bare http ${bare.toFixed(1)} ms  ${query}`,
  );
}
console.log(
  `${config.kind}: all together ${(sums.api / sums.raw).toFixed(2)} times the driver's own, ${((sums.api - sums.http) / sums.raw).toFixed(2)} without HTTP`,
);
idle.close();
await raw.close();
await server.close();
await neo4j?.stop();
rmSync(data, { recursive: true, force: true });
