/** The shelf of ready questions over the examples as they are read today: each finds something, and the same on both stores. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Extraction } from '../graph/model.ts';
import { readQuestions, valuesFor } from '../graph/questions/questions.ts';
import { openStore } from '../graph/store/open.ts';
import type { GraphStore } from '../graph/store/store.ts';
import { comparable } from '../graph/store/testing/queries/read.ts';
import { createExtractor } from '../ingest/index.ts';
import { findDocuments } from '../ingest/read/paths.ts';
import { readPath } from '../ingest/read/statements.ts';
import type { CypherResponse } from './contract.ts';
import { PACKAGE_ROOT } from './package-info.ts';
import { startNeo4j, whySkipNeo4j } from './testing/neo4j.ts';
import type { Neo4jServer } from './testing/neo4j.ts';
import { apiOf, tempFolder } from './testing/temp-store.ts';

const skip = whySkipNeo4j();
const PASSWORD = 'a-password-of-tests';

let folder: string;
let neo4j: Neo4jServer | undefined;
const stores: GraphStore[] = [];
let apis: ReturnType<typeof apiOf>[];
beforeAll(async () => {
  folder = await tempFolder();
  stores.push(await openStore({ kind: 'embedded', path: join(folder, 'embedded') }));
  if (skip === undefined) {
    neo4j = await startNeo4j({ password: PASSWORD });
    stores.push(await openStore({ kind: 'neo4j', uri: neo4j.uri, user: 'neo4j', password: PASSWORD }));
  }
  const examples = await read();
  for (const store of stores) await store.save(examples);
  apis = stores.map((store) => apiOf(store));
}, 120_000);
afterAll(async () => {
  for (const store of stores) await store.close();
  await neo4j?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function read(): Promise<Extraction[]> {
  const extractor = createExtractor();
  const { files } = await findDocuments([join(PACKAGE_ROOT, 'examples')]);
  const found: Extraction[] = [];
  for (const file of files)
    for await (const document of readPath(file)) {
      if (!('statement' in document)) throw new Error(`${document.name} is not read: ${document.problem}`);
      found.push(extractor.extract(document.statement));
    }
  return found;
}

describe(`the shelf of questions${skip ? ` (on Neo4j left out: ${skip})` : ''}`, () => {
  it.each(readQuestions())('answers "$title"', async (question) => {
    const [embedded, other] = await Promise.all(
      apis.map(async (api) => {
        const body = { query: question.cypher, params: valuesFor(question) };
        const { columns, rows } = (await api.post('/api/cypher').send(body)).body as CypherResponse;
        return comparable(question.cypher, { columns, rows });
      }),
    );
    // `empty` is of the examples as version 0.1.0 read them; more may be read of them today.
    if (!question.empty) expect(embedded?.rows.length).toBeGreaterThan(0);
    // Of several shortest chains each store may give another.
    const same = question.cypher.includes('shortestPath') ? ties : (rows: unknown) => rows;
    if (other) expect(same(embedded)).toEqual(same(other));
  });
});

/** How many relationships an answer holds. */
const ties = (answer: unknown): number => JSON.stringify(answer).match(/"kind":"relationship"/g)?.length ?? 0;
