import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { SerialisedGraph } from '../../graph/serialise.ts';
import { useWorkplace } from '../testing/workplace.ts';

const { at, cli } = useWorkplace();

describe('entente extract and classify', () => {
  it('print a graph, byte for byte the same, without a store', async () => {
    await writeFile(at('a.txt'), 'Title: T\nDate: 2023-05-07\n\nIran condemned Israel.');
    const first = await cli(['extract', at('a.txt'), '--format', 'json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    const graph = JSON.parse(first.out) as SerialisedGraph;
    expect(graph.nodes[0]).toMatchObject({
      attributes: { label: 'Statement', title: 'T', date: '2023-05-07' },
    });
    expect((await cli(['extract', '-'], await readFile(at('a.txt')))).out).toBe(first.out);
    await expect(readFile(at('data'))).rejects.toThrow(/ENOENT/);
  });
  it('read lines and name broken ones by number', async () => {
    const { code, out, err } = await cli(
      ['extract', '--jsonl'],
      '{"id":7,"text":"Iran met Cuba."}\nbad\n{"id":"x","text":"A."}\n',
    );
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: unknown }).id),
    ).toEqual([7, 'x']);
    expect(err).toContain(':2: not JSON');
    const pair = { id: 1, text: 'Iran condemned Israel.', source: 'Iran', target: 'Israel' };
    const answer = JSON.parse((await cli(['classify'], JSON.stringify(pair))).out) as object;
    expect(Object.keys(answer)).toEqual(['id', 'type', 'confidence', 'why']);
  });
});
