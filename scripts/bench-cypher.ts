/**
 * What a query costs through `/api/cypher`, beside the same query through the database's own driver, measured in turns in
 * one run: `npm run bench:cypher [-- neo4j]`. The server has a process of its own. Each is asked one at a time; the medians are
 * compared. An exchange of the same bytes with a server that does nothing else, in this process, tells how much of it is HTTP,
 * which a driver does without. `RETURN 1` shows what any query costs beside its own work.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { openRaw } from '../graph/store/testing/raw.ts';
import { openStore, storeConfigFromEnv } from '../graph/store/open.ts';
import { crowd } from '../graph/store/testing/builders.ts';
import { median } from '../graph/store/testing/median.ts';
import { startTestNeo4j } from '../graph/store/testing/neo4j.ts';
import { startOwnServer } from './own-server.ts';

const ROUNDS = 60;
const QUERIES = [
  'RETURN 1 AS n',
  'MATCH (n:Person) WHERE n.name CONTAINS "7" RETURN n.name AS name ORDER BY name LIMIT 50',
  'MATCH (a)-[r:SUPPORTS]->(b) RETURN a.name AS a, b.name AS b, r.quote AS quote LIMIT 500',
  'MATCH (a)-[r:SUPPORTS]->(b) RETURN a, r, b LIMIT 200',
  "MATCH (a:Person)-[:SUPPORTS]->(b)-[:SUPPORTS]->(c) WHERE a.name CONTAINS '77' RETURN count(*) AS n",
  'MATCH (a)-[r:SUPPORTS]->(b) RETURN b.name AS name, count(r) AS n ORDER BY n DESC, name LIMIT 20',
  'MATCH (s:Statement)-[:MENTIONS]->(n:Entity) RETURN s.id AS id, count(n) AS n ORDER BY n DESC, id LIMIT 10',
];
const data = mkdtempSync(join(tmpdir(), 'entente-bench-cypher-'));
const neo4j = process.argv[2] === 'neo4j' ? await startTestNeo4j() : undefined;
/** Turns that do not count: until the code of all sides is compiled, which takes a Java server longer. */
const WARM = neo4j ? 150 : 20;
const environment = neo4j
  ? { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password }
  : { ENTENTE_DATA: join(data, 'store') };
const config = storeConfigFromEnv(environment);
const store = await openStore(config);
await store.save(crowd(1000, 2000, 25));
await store.close();
// The raw driver reads a copy: an embedded database has one owner.
const raw = await openRaw(config, join(data, 'raw'));
// In a process of its own, as it is for every client: in this one, it would clean up after us and we after it.
const server = await startOwnServer(environment);

let same = '';
const idle = createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(same));
});
await new Promise<void>((listening) => idle.listen(0, '127.0.0.1', listening));
const api = new Pool(server.url);
const bare = new Pool(`http://127.0.0.1:${(idle.address() as AddressInfo).port}`);

async function post(pool: Pool, query: string): Promise<unknown> {
  const { statusCode, body } = await pool.request({
    path: '/api/cypher',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await body.json();
  if (statusCode !== 200) throw new Error(JSON.stringify(answer));
  return answer;
}
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const sums = [0, 0, 0];
for (const query of QUERIES) {
  same = JSON.stringify(await post(api, query));
  const rounds: number[][] = [];
  for (let i = 0; i < ROUNDS + WARM; i++)
    rounds.push([
      await timed(() => post(api, query)),
      await timed(() => raw.run(query)),
      await timed(() => post(bare, query)),
    ]);
  const [ours, own, http] = [0, 1, 2].map((n) => median(rounds.slice(WARM).map((r) => r[n]!))) as [
    number,
    number,
    number,
  ];
  [ours, own, http].forEach((ms, n) => (sums[n]! += ms));
  console.log(line(ours, own, http, query));
}
const [ours, own, http] = sums as [number, number, number];
console.log(line(ours, own, http, `all together, ${config.kind}`));

function line(ours: number, own: number, http: number, what: string): string {
  const of = (ms: number): string => `${(ms / own).toFixed(2)}`;
  return `${of(ours)} times the driver's own, ${of(ours - http)} without HTTP  (api ${ours.toFixed(2)} ms, driver ${own.toFixed(2)}, HTTP ${http.toFixed(2)})  ${what}`;
}
await Promise.all([api.close(), bare.close()]);
idle.close();
await raw.close();
await server.stop();
await neo4j?.stop();
rmSync(data, { recursive: true, force: true });
