import { describe, expect, it } from 'vitest';
import type { Edge } from '../../../server/contract.ts';
import { passages } from './passages.ts';

const text = 'Title: One\n\nIran condemns Cuba and Cuba condemns Iran.\r\nFrance <b>supports</b> Japan.';
const edge = (id: string, quote: string): Edge => {
  const start = text.indexOf(quote);
  return { id, quote, start, end: start + quote.length } as Edge;
};

describe('passages', () => {
  const [head, first, second] = passages(text, [
    edge('2', 'Cuba and Cuba condemns Iran'),
    edge('1', 'Iran condemns Cuba and Cuba'),
    edge('3', 'France <b>supports</b> Japan'),
    edge('4', 'not in the text'),
  ]);

  it('loses no word, and knows for each run whose quote it is part of', () => {
    expect(head?.runs).toEqual([{ text: 'Title: One', edges: [] }]);
    expect(first?.runs.map((run) => [run.text, run.edges.map((e) => e.id).join()])).toEqual([
      ['Iran condemns ', '1'],
      ['Cuba and Cuba', '1,2'],
      [' condemns Iran', '2'],
      ['.\r', ''],
    ]);
  });

  it('names the edges where their quotes begin, in the order of the text', () => {
    expect(first?.begins.map((e) => e.id)).toEqual(['1', '2']);
    expect(second?.begins.map((e) => e.id)).toEqual(['3']);
  });

  it('marks a quote that runs over a line end in both paragraphs, and names it once', () => {
    const [, a, b] = passages(text, [edge('5', 'Iran.\r\nFrance')]);
    expect([a?.begins.length, b?.begins.length]).toEqual([1, 0]);
    expect(b?.runs[0]).toMatchObject({ text: 'France', edges: [{ id: '5' }] });
  });
});
