/**
 * Fills an empty store with a made-up graph, to see how the page and the stores bear its size:
 * `npm run generate -- [--nodes 20000] [--edges 60000] [--seed 1]`, into the store of the environment (ENTENTE_DATA or NEO4J_URI).
 */
import { parseArgs } from 'node:util';
import { generate } from '../graph/store/testing/generate.ts';
import { openStore, storeConfigFromEnv } from '../graph/store/open.ts';
import type { Extraction } from '../graph/model.ts';

const BATCH = 500;
const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '20000' },
    edges: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '1' },
  },
});
const options = { nodes: Number(values.nodes), edges: Number(values.edges), seed: Number(values.seed) };
if (!Object.values(options).every((n) => Number.isSafeInteger(n) && n > 0)) {
  console.error('--nodes, --edges and --seed must be whole numbers above 0');
  process.exit(2);
}

const store = await openStore(storeConfigFromEnv(process.env));
let batch: Extraction[] = [];
let statements = 0;
const flush = async (): Promise<void> => {
  statements += batch.length;
  await store.save(batch);
  batch = [];
};
for (const extraction of generate(options)) if (batch.push(extraction) === BATCH) await flush();
await flush();
console.log(`${statements} statements, ${options.nodes} nodes, ${options.edges} edges`);
await store.close();
