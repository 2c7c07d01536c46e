import { EDGE_TYPES } from '../../model.ts';
import { CONSTRAINTS, DECISION_CONSTRAINTS, INDEXES } from '../queries.ts';

export const SEARCH_INDEX = 'entity_search';

/** Names and Cypher of every index and constraint. `whitespace`: search.ts has folded and split the words already. */
export function indexes(): Map<string, string> {
  const all = new Map(
    [...CONSTRAINTS, ...DECISION_CONSTRAINTS, ...INDEXES].map((cypher) => [
      /(?:INDEX|CONSTRAINT) (\w+)/u.exec(cypher)?.[1] ?? '',
      cypher,
    ]),
  );
  for (const type of EDGE_TYPES) {
    for (const key of ['id', 'statement']) {
      const name = `${type.toLowerCase()}_${key}`;
      all.set(name, `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${key})`);
    }
  }
  all.set(
    SEARCH_INDEX,
    `CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [n._search]
     OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
  );
  return all;
}

/** Makes what is missing; after the first time that is one read. */
export async function createIndexes(run: (cypher: string) => Promise<readonly string[]>): Promise<void> {
  const present = new Set(await run('SHOW INDEXES YIELD name RETURN name'));
  const missing = [...indexes()].filter(([name]) => !present.has(name));
  for (const [, cypher] of missing) await run(cypher);
  if (missing.length > 0) await run('CALL db.awaitIndexes(300)');
}
