/** Exports of a store are opened by the libraries that people open them with; see testing/read.py for what is compared. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../store/open.ts';
import type { GraphStore } from '../store/store.ts';
import { CUBA, DIAZ, IRAN, USA, crowd, said } from '../store/testing/builders.ts';
import { exportFile } from './formats.ts';
import type { FormatName, Table } from './names.ts';
import { fromStore } from './source.ts';

interface Script {
  findReaders(): { readonly python: string; readonly schemas: string } | { readonly why: string };
}
const { findReaders } = (await import(new URL('../../scripts/readers.mjs', import.meta.url).href)) as Script;
const readers = findReaders();
if ('why' in readers && process.env['ENTENTE_REQUIRE_READERS'] === '1')
  throw new Error(`ENTENTE_REQUIRE_READERS is 1, but ${readers.why}`);

const WEIRD = 'Iran said: "1 < 2 & 3" — é 🕊;\r\n\tأهلا = \\u0041 \u0007.';
const FILES: readonly (readonly [string, FormatName, Table?])[] = [
  ['graph.jsonl', 'jsonl'],
  ['graph.gexf', 'gexf'],
  ['graph.graphml', 'graphml'],
  ['graph.ttl', 'turtle'],
  ['graph.jsonld', 'jsonld'],
  ['nodes.csv', 'csv', 'nodes'],
  ['edges.csv', 'csv', 'edges'],
  ['events.csv', 'events'],
];

let folder = '';
let store: GraphStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-readers-'));
  store = await openStore({ kind: 'embedded', path: join(folder, 'data') });
  await store.save([
    ...crowd(20, 12),
    said(WEIRD, [[IRAN, 'CONDEMNS', USA]], { title: WEIRD, date: '2023-12', source: 'A & B' }),
    said('Cuba received Iran.', [
      [IRAN, 'MET_WITH', CUBA, { date: '2024-02-29', speaker: DIAZ.id }],
      [IRAN, 'AIDS', CUBA, { modality: 'intended', sourceText: 'it', trigger: 'help' }],
      [DIAZ, 'REPRESENTS', CUBA, { role: 'President', from: '2018-04', to: '2028' }],
    ]),
  ]);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

it.skipIf('why' in readers)(
  'networkx, igraph, pandas, rdflib and the schemas find what the store holds',
  async () => {
    if ('why' in readers) return;
    for (const [name, format, table] of FILES) {
      const { chunks } = exportFile(format, fromStore(store), table);
      await pipeline(Readable.from(chunks), createWriteStream(join(folder, name)));
    }
    const script = fileURLToPath(new URL('testing/read.py', import.meta.url));
    const { stdout } = await promisify(execFile)(readers.python, [script, folder, readers.schemas]);
    const stats = await store.stats();
    const sum = (counts: Readonly<Record<string, number>>): number =>
      Object.values(counts).reduce((a, b) => a + b, 0);
    expect(JSON.parse(stdout)).toEqual({
      nodes: sum(stats.nodes) + stats.statements,
      edges: sum(stats.edges),
    });
  },
  60_000,
);
