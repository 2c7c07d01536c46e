import { describe, expect, it } from 'vitest';
import type { Row, Run } from '../backend.ts';
import { inOrder } from './scan.ts';

/** Queries that give these ids, a few at a time, as a database with an index would; notes what was asked. */
function tables(all: Readonly<Record<string, readonly string[]>>): { read: Run; asked: string[] } {
  const asked: string[] = [];
  const read: Run = (cypher, parameters) => {
    asked.push(cypher);
    const { after, limit } = parameters as { after: string; limit: number };
    const ids = all[cypher]!.filter((id) => id > after).slice(0, Math.min(limit, 3));
    return Promise.resolve(ids.map((id): Row => ({ properties: { id } })));
  };
  return { read, asked };
}
async function idsOf(rows: AsyncIterable<Row>): Promise<string[]> {
  const ids: string[] = [];
  for await (const row of rows) ids.push((row['properties'] as { id: string }).id);
  return ids;
}

describe('a scan of several kinds', () => {
  it('gives all of them in one order, once each', async () => {
    const all = { A: ['a', 'd', 'e', 'k', 'l'], B: [], C: ['b', 'c', 'f', 'g', 'h', 'i'], D: ['z'] };
    const { read } = tables(all);
    expect(await idsOf(inOrder(read, Object.keys(all)))).toEqual([...'abcdefghiklz']);
  });
  it('reads no further than its reader', async () => {
    const { read, asked } = tables({ A: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
    for await (const row of inOrder(read, ['A'])) if ((row['properties'] as Row)['id'] === 'b') break;
    expect(asked).toHaveLength(1);
  });
});
