import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, storeConfigFromEnv } from '../graph/store/open.ts';
import { readStatement } from '../ingest/index.ts';
import type { Health } from './contract.ts';
import { runCli, serveCli } from './testing/cli.ts';
import { startNeo4j, whySkipNeo4j } from './testing/neo4j.ts';
import type { Neo4jServer } from './testing/neo4j.ts';
import { tempFolder } from './testing/temp-store.ts';
import { wordExtractor } from './testing/word-extractor.ts';

const skip = whySkipNeo4j();
const PASSWORD = 'a-password-of-tests';
// Without the condition Neo4j multiplies its counts and answers at once.
const RUNAWAY = 'MATCH (a),(b),(c),(d),(e),(f),(g) WHERE a.id <> g.id RETURN count(*)';
const DOCUMENTS = {
  'a.txt': 'Title: One\nDate: 2023-05-07\n\nIran condemned Israel. Cuba thanked Venezuela for its support.',
  'b.txt': 'Title: Two\nDate: 2022-01\n\nFrance met with Japan in Paris. NATO warned Russia.',
  'c.txt': 'China urged the United States to lift sanctions on Cuba.\nIt supports “peace” & <dialogue>.',
};

let folder: string;
let neo4j: Neo4jServer;
let onNeo4j: Record<string, string>;
let embedded: Record<string, string>;
beforeAll(async () => {
  if (skip !== undefined) return;
  folder = await tempFolder();
  await mkdir(join(folder, 'docs'));
  for (const [name, text] of Object.entries(DOCUMENTS)) await writeFile(join(folder, 'docs', name), text);
  neo4j = await startNeo4j({ password: PASSWORD, data: join(folder, 'neo4j') });
  onNeo4j = { NEO4J_URI: neo4j.uri, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: PASSWORD };
  embedded = { ENTENTE_DATA: join(folder, 'embedded') };
}, 120_000);
afterAll(async () => {
  if (skip !== undefined) return;
  await neo4j.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Statements with edges whatever the rules of ingest/ read; 60 of them make a query of seven free nodes endless. */
async function fill(env: Record<string, string>, reverse: boolean): Promise<void> {
  const store = await openStore(storeConfigFromEnv(env));
  const texts = Array.from(
    { length: 60 },
    (_, i) => `Iran condemns Cuba and France met with Japan, number ${i}.`,
  );
  const extractions = texts.map((text) => wordExtractor.extract(readStatement(text)));
  await store.save(reverse ? extractions.reverse() : extractions);
  await store.close();
}

describe.skipIf(skip !== undefined)(
  `the command line on both stores${skip ? ` (left out: ${skip})` : ''}`,
  () => {
    it('gives the same counts, answers and files, whatever the order of ingest', async () => {
      const docs = Object.keys(DOCUMENTS).map((name) => join(folder, 'docs', name));
      await fill(embedded, false);
      await fill(onNeo4j, true);
      expect(await runCli(['ingest', ...docs], embedded)).toMatchObject({ code: 0 });
      expect(await runCli(['ingest', ...docs.toReversed()], onNeo4j)).toMatchObject({ code: 0 });
      const both = async (args: readonly string[]): Promise<void> => {
        const [one, other] = [await runCli(args, embedded), await runCli(args, onNeo4j)];
        expect(one, args.join(' ')).toMatchObject({ code: 0 });
        expect(other.out, args.join(' ')).toBe(one.out);
        expect(one.out.length).toBeGreaterThan(50);
      };
      await both(['stats', '--json']);
      // The other formats are held to the same items in graph/export; each start of the program costs seconds here.
      for (const format of ['json', 'gexf', 'csv']) await both(['export', '--format', format]);
      await both(['query', 'MATCH (a)-[r:CONDEMNS]->(b) RETURN a.name, b.name, r.quote ORDER BY r.id']);
      expect((await runCli(['ingest', ...docs], onNeo4j)).out).toContain('0 new, 0 replaced, 3 unchanged');
    }, 180_000);

    it('refuses to write and changes nothing', async () => {
      for (const env of [embedded, onNeo4j]) {
        const before = (await runCli(['stats', '--json'], env)).out;
        for (const query of [
          'CREATE (n:X)',
          'MERGE (n:X {id: 1})',
          'MATCH (n) SET n.x = 1',
          'MATCH (n) DETACH DELETE n',
        ]) {
          const { code, err } = await runCli(['query', query], env);
          expect(code).toBe(1);
          expect(err).toMatch(/read/);
        }
        expect((await runCli(['stats', '--json'], env)).out).toBe(before);
      }
    }, 90_000);

    it('stops a query that never ends', async () => {
      for (const env of [embedded, onNeo4j]) {
        const { code, err } = await runCli(['query', RUNAWAY, '--timeout', '1'], env);
        expect(code).toBe(1);
        expect(err).toMatch(/stopped after 1000 ms/);
      }
    }, 60_000);
  },
);

describe.skipIf(skip !== undefined)('a server whose Neo4j goes and comes', () => {
  const status = async (url: string): Promise<string> => {
    const asked = performance.now();
    const health = (await (await fetch(`${url}/health`)).json()) as Health;
    expect(performance.now() - asked).toBeLessThan(500);
    return health.status;
  };
  const becomes = async (url: string, wanted: string): Promise<void> => {
    for (let i = 0; i < 200 && (await status(url)) !== wanted; i++) await wait(100);
    expect(await status(url)).toBe(wanted);
  };
  it('says so and recovers', async () => {
    const server = await serveCli(onNeo4j);
    try {
      await becomes(server.url, 'ok');
      await neo4j.stop();
      await becomes(server.url, 'degraded');
      expect((await fetch(`${server.url}/api/statements`)).status).toBe(503);
      neo4j = await startNeo4j({ password: PASSWORD, data: join(folder, 'neo4j'), port: neo4j.port });
      await becomes(server.url, 'ok');
      expect((await fetch(`${server.url}/api/statements`)).status).toBe(200);
    } finally {
      expect(await server.end('SIGTERM')).toBe(0);
    }
  }, 120_000);
});

// Last: after a few of these Neo4j turns everybody away for a while.
describe.skipIf(skip !== undefined)('a wrong password', () => {
  it('is named', async () => {
    const wrong = { ...onNeo4j, NEO4J_PASSWORD: 'not-the-password' };
    for (const args of [['stats'], ['serve', '--port', '0']]) {
      const { code, out, err } = await runCli(args, wrong);
      expect({ args, code, out }).toEqual({ args, code: 1, out: '' });
      expect(err).toMatch(/password/i);
    }
  }, 60_000);
});
