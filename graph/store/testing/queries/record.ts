/** Writes answers.json from a real Neo4j: `npx tsx graph/store/testing/queries/record.ts`, after a change of queries. */
import { writeFileSync } from 'node:fs';
import { openStore } from '../../open.ts';
import { startTestNeo4j } from '../neo4j.ts';
import { comparable, fixedGraph, listedQueries, questionQueries } from './read.ts';

const server = await startTestNeo4j();
const store = await openStore({ kind: 'neo4j', ...server });
await store.save(fixedGraph());
const answers: string[] = [];
for (const { cypher, parameters } of [...listedQueries('reading.cypher'), ...questionQueries()]) {
  const { columns, rows } = await store.query(cypher, parameters, { maxRows: 1000, timeoutMs: 20_000 });
  answers.push(`${JSON.stringify(cypher)}: ${JSON.stringify(comparable(cypher, { columns, rows }))}`);
}
writeFileSync(new URL('answers.json', import.meta.url), `{\n${answers.join(',\n')}\n}\n`);
await store.close();
await server.stop();
