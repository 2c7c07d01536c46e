import { describe, expect, it } from 'vitest';
import { readFiles } from './read-files.ts';

const read = async (name: string, content: string) => (await readFiles([new File([content], name)]))[0];

describe('readFiles', () => {
  it('takes a text as it is', async () => {
    expect(await read('a.txt', 'Title: A\n\nIran.')).toEqual({
      name: 'a.txt',
      statements: [{ text: 'Title: A\n\nIran.' }],
      problems: [],
    });
  });
  it('takes a line of JSON as a statement and names the lines it cannot read', async () => {
    const file = await read(
      'b.jsonl',
      '{"text":"One","title":"T","id":7}\n\nnot json\n{"title":"no text"}\n',
    );
    expect(file?.statements).toEqual([{ text: 'One', title: 'T' }]);
    expect(file?.problems).toHaveLength(2);
    expect(file?.problems[0]).toContain('line 3');
  });
  it('refuses what is no text, with a way on', async () => {
    for (const file of [await read('c.pdf', '%PDF'), await read('d.txt', 'PK\u0000\u0001')]) {
      expect(file?.statements).toEqual([]);
      expect(file?.problems[0]).toContain('entente ingest');
    }
  });
});
