/**
 * How fast everything moves between the stores: `npx tsx scripts/bench-copy.ts [edges]`. Copies about that many edges
 * from an embedded store to a real Neo4j, kills the copy half-way with SIGKILL, starts it again, and copies back.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyStore } from '../graph/store/copy.ts';
import { openStore } from '../graph/store/open.ts';
import type { StoreConfig } from '../graph/store/open.ts';
import { crowd } from '../graph/store/testing/builders.ts';
import { startTestNeo4j } from '../graph/store/testing/neo4j.ts';

const EDGES_OF_ONE = 25 + 50;
const edges = Number(process.argv[2] ?? 100_000);
const statements = Math.ceil(edges / EDGES_OF_ONE);
const worker = fileURLToPath(new URL('../graph/store/testing/copy-stores.ts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'entente-bench-copy-'));
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs a copy that is killed half-way; gives how many statements it said were done. */
function killHalfWay(from: StoreConfig, to: StoreConfig): Promise<number> {
  const child = fork(worker, [JSON.stringify(from), JSON.stringify(to)], { execArgv: ['--import', 'tsx'] });
  let done = 0;
  child.on('message', (copied: number) => {
    done = copied;
    if (copied >= statements / 2) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('exit', () => resolve(done)));
}

const server = await startTestNeo4j();
const source: StoreConfig = { kind: 'embedded', path: join(home, 'source') };
const neo4j: StoreConfig = { kind: 'neo4j', uri: server.uri, user: server.user, password: server.password };
const filled = await openStore(source);
await filled.save(crowd(statements, 20_000, 25));
console.log(JSON.stringify(await filled.stats()));
await filled.close();

let began = performance.now();
console.log(
  `killed after ${await killHalfWay(source, neo4j)} of ${statements} statements, ${seconds(began)}`,
);
const [from, to] = [await openStore(source), await openStore(neo4j)];
console.log(`Neo4j holds ${(await to.stats()).statements} statements`);
began = performance.now();
console.log(JSON.stringify(await copyStore(from, to)), seconds(began));
const back = await openStore({ kind: 'embedded', path: join(home, 'back') });
began = performance.now();
console.log('and back', JSON.stringify(await copyStore(to, back)), seconds(began));
await Promise.all([from.close(), to.close(), back.close()]);
await server.stop();
rmSync(home, { recursive: true, force: true });
