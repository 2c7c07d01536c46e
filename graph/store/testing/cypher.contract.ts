import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore, QueryLimits } from '../store.ts';
import {
  comparable,
  documentedQueries,
  fixedGraph,
  listedQueries,
  questionQueries,
  recordedAnswers,
} from './queries/read.ts';
import { dump } from './reading-all.ts';

const LIMITS: QueryLimits = { maxRows: 1000, timeoutMs: 20_000 };

/** Cypher on one graph: what each store answers to the listed queries, and that nothing writes. */
export function cypherContract(
  open: () => Promise<GraphStore>,
  fingerprint: (store: GraphStore) => Promise<string>,
): void {
  let store: GraphStore;
  let untouched: readonly string[];
  const all = async (): Promise<string[]> => [await dump(store), await fingerprint(store)];
  beforeAll(async () => {
    store = await open();
    await store.save(fixedGraph());
    untouched = await all();
  });
  afterAll(() => store.close());

  describe('gives the recorded rows, or a listed error', () => {
    const answers = recordedAnswers();
    it.each(listedQueries('reading.cypher'))(
      '$cypher',
      async ({ cypher, parameters, differs, embeddedRows }) => {
        const asked = store.query(cypher, parameters, LIMITS);
        const how = differs[store.kind];
        if (how) return expectRefusal(asked, how);
        const { columns, rows } = await asked;
        const wrong = store.kind === 'embedded' ? embeddedRows : undefined;
        const expected = wrong ? { columns, rows: wrong } : answers[cypher];
        expect(comparable(cypher, { columns, rows })).toEqual(expected);
      },
    );
  });

  it.each(documentedQueries())('does what docs/cypher.md says: $cypher', async ({ cypher, only }) => {
    const asked = store.query(cypher, {}, LIMITS);
    if (only === 'neo4j' && !store.capabilities.fullCypher) await expectRefusal(asked, 'UNSUPPORTED');
    else expect((await asked).rows.length).toBeGreaterThan(0);
  });

  it.each(questionQueries())('answers "$title"', async ({ cypher, parameters, empty }) => {
    const { columns, rows } = await store.query(cypher, parameters, LIMITS);
    expect(comparable(cypher, { columns, rows })).toEqual(recordedAnswers()[cypher]);
    expect(rows.length > 0).toBe(!empty);
  });

  it.each(listedQueries('writing.cypher'))(
    'is not changed by: $cypher',
    async ({ cypher, parameters, differs }) => {
      const asked = store.query(cypher, parameters, LIMITS);
      const how = differs[store.kind] ?? 'READ_ONLY';
      if (how === 'answers') await asked;
      else await expectRefusal(asked, how);
      expect(await all()).toEqual(untouched);
    },
  );
}

async function expectRefusal(asked: Promise<unknown>, how: string): Promise<void> {
  const [code, ...words] = how.split(' ');
  await expect(asked).rejects.toMatchObject({
    name: 'GraphError',
    code,
    message: expect.stringContaining(words.join(' ')) as string,
  });
}
