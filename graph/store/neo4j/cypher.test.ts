import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore } from '../open.ts';
import { cypherContract } from '../testing/cypher.contract.ts';
import { startTestNeo4j, whyNoTestNeo4j } from '../testing/neo4j.ts';
import type { TestNeo4j } from '../testing/neo4j.ts';

const why = await whyNoTestNeo4j();

/** What the server keeps beside the graph. */
const KEPT = [
  'SHOW INDEXES YIELD name RETURN name',
  'SHOW CONSTRAINTS YIELD name RETURN name',
  'SHOW USERS YIELD user RETURN user',
  'SHOW DATABASES YIELD name RETURN name',
  'CALL db.labels()',
];

describe.skipIf(why)(`Cypher on Neo4j${why ? ` (skipped: ${why})` : ''}`, () => {
  let server: TestNeo4j;
  let admin: Driver;
  const ask = async (cypher: string): Promise<unknown[]> =>
    (await admin.executeQuery(cypher)).records.map((r) => r.get(0) as unknown);

  beforeAll(async () => {
    server = await startTestNeo4j();
    const auth = server.password ? neo4j.auth.basic(server.user, server.password) : undefined;
    admin = neo4j.driver(server.uri, auth);
    await ask('MATCH (n) DETACH DELETE n');
  });
  afterAll(async () => {
    await admin?.close();
    await server?.stop();
  });

  cypherContract(
    () => openStore({ kind: 'neo4j', ...server }),
    async () => JSON.stringify(await Promise.all(KEPT.map(ask))),
  );
});
