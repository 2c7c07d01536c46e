import { describe, expect, it } from 'vitest';
import { cellText, renderTable } from './table.ts';

describe('a table', () => {
  it('lines columns up', () => {
    expect(
      renderTable(
        ['a', 'n'],
        [
          ['Cuba', 1],
          [null, 22],
        ],
      ),
    ).toBe('a    │ n\n─────┼───\nCuba │ 1\n     │ 22\n');
  });
  it('fits the terminal by shortening the widest columns', () => {
    const text = renderTable(['id', 'quote'], [['x', 'word '.repeat(40)]], { width: 40 });
    for (const line of text.trimEnd().split('\n')) expect([...line].length).toBeLessThanOrEqual(40);
    expect(text).toContain('…');
  });
  it('has a head without rows', () => {
    expect(renderTable(['a'], [])).toBe('a\n─\n');
  });
  it.each([
    ['line\nbreak\u001b[31m', 'line break [31m'],
    [{ kind: 'node', id: 'country:IRN', labels: [], properties: { name: 'Iran' } }, '(country:IRN Iran)'],
    [
      { kind: 'relationship', id: 'e', type: 'CONDEMNS', source: 'a', target: 'b', properties: {} },
      '(a)-[CONDEMNS]->(b)',
    ],
    [['a', 1], '["a",1]'],
    [true, 'true'],
    [undefined, ''],
  ])('shows %j as %s', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});
