/**
 * Makes a store of about as many edges as asked for: `npx tsx scripts/million.ts <folder> [edges]`, or, with NEO4J_URI
 * set, in that Neo4j. What stream.ts measures on.
 */
import { entity, country, person, said } from '../graph/store/testing/builders.ts';
import type { Claim } from '../graph/store/testing/builders.ts';
import { openStore, storeConfigFromEnv } from '../graph/store/open.ts';

const TYPES = ['CONDEMNS', 'SUPPORTS', 'MET_WITH', 'CALLS_ON', 'AIDS'] as const;
const CLAIMS = 25;
/** Claims, and the mentions of their ends. */
const EDGES_EACH = 70;

const [folder = './million', edges = '1000000'] = process.argv.slice(2);
const statements = Math.ceil(Number(edges) / EDGES_EACH);
const store = await openStore(storeConfigFromEnv({ ENTENTE_DATA: folder, ...process.env }));
const hubs = ['USA', 'CHN', 'RUS', 'IRN', 'UKR'].map((c) => country(c, `Country ${c}`));
const others = Array.from({ length: 20 * Math.ceil(Math.sqrt(statements)) }, (_, i) =>
  i % 3 === 0 ? entity('Issue', `Issue Number ${i}`) : person(`Person Number ${i}`),
);
const end = (k: number): (typeof others)[number] =>
  k % 5 === 0 ? hubs[(k / 5) % 5]! : others[(k * 7919) % others.length]!;

const BATCH = 200;
for (let first = 0; first < statements; first += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, statements - first) }, (_, n) => {
    const i = first + n;
    const claims = Array.from({ length: CLAIMS }, (_, k): Claim => [
      end(i * 50 + 2 * k),
      TYPES[k % 5]!,
      end(i * 50 + 2 * k + 1),
      { date: `20${10 + (i % 14)}-01` },
    ]);
    return said(`Statement ${i}. The sides condemned the sanctions and called for their lifting.`, claims);
  });
  await store.save(batch);
  if (first % 2000 === 0) process.stderr.write(`${first} of ${statements} statements\n`);
}
const { edges: counts } = await store.stats();
console.log(
  Object.values(counts).reduce((a, b) => a + b, 0),
  'edges',
);
await store.close();
