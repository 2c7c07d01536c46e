/**
 * How fast the stores are: `npx tsx graph/store/testing/bench.ts [statements] [neo4j]`. With `neo4j` on the server of
 * ENTENTE_TEST_NEO4J_URI or one it starts; else on an embedded store in a temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../open.ts';
import type { StoreConfig } from '../open.ts';
import type { Extraction } from '../../model.ts';
import type { GraphStore } from '../store.ts';
import { country, person, said } from './builders.ts';
import type { Claim } from './builders.ts';
import { startTestNeo4j } from './neo4j.ts';

const TYPES = ['CONDEMNS', 'SUPPORTS', 'MET_WITH', 'CALLS_ON', 'AIDS'] as const;

/** Statements of 25 claims; a fifth of all ends are one of five countries, as in the news. */
function corpus(count: number, from = 0): Extraction[] {
  const hubs = ['USA', 'CHN', 'RUS', 'IRN', 'UKR'].map((c) => country(c, `Country ${c}`));
  const people = Array.from({ length: 20 * Math.ceil(Math.sqrt(count + from)) }, (_, i) =>
    person(`Person Number ${i}`),
  );
  const end = (k: number): (typeof people)[number] =>
    k % 5 === 0 ? hubs[(k / 5) % 5]! : people[(k * 7919) % people.length]!;
  return Array.from({ length: count }, (_, n) => {
    const i = n + from;
    const claims = Array.from({ length: 25 }, (_, k): Claim => [
      end(i * 50 + 2 * k),
      TYPES[k % 5]!,
      end(i * 50 + 2 * k + 1),
      { date: `20${10 + (i % 14)}-01` },
    ]);
    return said(`Statement ${i}. The sides condemned the sanctions and called for their lifting.`, claims);
  });
}

/** The longest time that the event loop was held while the store worked; making the corpus does not count. */
let worst = 0;
let last = 0;
setInterval(() => {
  if (last > 0) worst = Math.max(worst, performance.now() - last - 5);
  last = last > 0 ? performance.now() : 0;
}, 5).unref();

async function timed<T>(
  name: string,
  work: () => Promise<T>,
  per?: (result: T, ms: number) => string,
): Promise<T> {
  worst = 0;
  const began = (last = performance.now());
  const result = await work();
  last = 0;
  const ms = performance.now() - began;
  console.log(
    `${name.padEnd(40)} ${ms.toFixed(1).padStart(9)} ms  held ${worst.toFixed(0).padStart(4)} ms  ${per?.(result, ms) ?? ''}`,
  );
  return result;
}

const rate = (report: { edges: number }, ms: number): string =>
  `${Math.round((report.edges / ms) * 1000)} edges/s`;

async function measure(store: GraphStore, count: number): Promise<void> {
  const limits = { maxRows: 1000, timeoutMs: 60_000 };
  const half = corpus(count / 2);
  await timed(`save ${count / 2} statements at once`, () => store.save(half), rate);
  const more = corpus(count / 2, count / 2);
  await timed(`save ${count / 2} more`, () => store.save(more), rate);
  await timed('save them again, unchanged', () => store.save(half), rate);
  const one = corpus(50, count);
  await timed(
    'save 50 statements one by one',
    async () => {
      for (const x of one) await store.save([x]);
      return { edges: one.reduce((n, x) => n + x.edges.length, 0) };
    },
    rate,
  );
  await timed('delete one statement', () => store.deleteStatement(one[0]!.statement.id));
  await timed('first query (process, snapshot)', () => store.query('RETURN 1 AS x', {}, limits));
  await timed('second query', () => store.query('RETURN 1 AS x', {}, limits));
  await timed('save one', () => store.save([one[0]!]));
  await timed('query after a save (new snapshot)', () => store.query('RETURN 1 AS x', {}, limits));
  await timed('query: 1000 edges', () =>
    store.query('MATCH (a)-[r:AIDS]->(b) RETURN a, r, b LIMIT 1000', {}, limits),
  );
  await timed('getNode', () => store.getNode('country:USA'));
  await timed('getEdge', () => store.getEdge(one[0]!.edges[3]!.id));
  await timed('getStatement', () => store.getStatement(one[0]!.statement.id));
  await timed('listStatements', () => store.listStatements({ limit: 50, offset: 100 }));
  await timed(
    'neighbours of a hub, 100',
    () => store.neighbours('country:USA', { limit: 100 }),
    (r) => `of ${r?.totalEdges}`,
  );
  await timed(
    'subgraph, 1000 edges',
    () => store.subgraph({ limit: 1000 }),
    (r) => `of ${r.totalEdges}`,
  );
  await timed(
    'subgraph, filtered',
    () => store.subgraph({ limit: 1000, types: ['AIDS'], from: '2015', labels: ['Person'] }),
    (r) => `of ${r.totalEdges}`,
  );
  await timed('search', () => store.search('person num 12', { limit: 20 }));
  await timed(
    'stats',
    () => store.stats(),
    (s) => JSON.stringify(s.edges),
  );
  await timed(
    'stream',
    async () => {
      let n = 0;
      for await (const item of store.stream()) if (item.kind) n++;
      return n;
    },
    (n, ms) => `${n} items, ${Math.round((n / ms) * 1000)}/s`,
  );
}

const [count = '4000', kind = 'embedded'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
const server = kind === 'neo4j' ? await startTestNeo4j() : undefined;
const config: StoreConfig = server ? { kind: 'neo4j', ...server } : { kind: 'embedded', path: folder };
const store = await openStore(config);
await measure(store, Number(count));
console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
await store.close();
await server?.stop();
rmSync(folder, { recursive: true, force: true });
