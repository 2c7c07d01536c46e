import { describe, expect, it } from 'vitest';
import type { Column } from './columns.ts';
import { toCsv, toTabs } from './columns.ts';

interface Row {
  readonly key: string;
  readonly quote: string;
  readonly n: number;
}
const columns: readonly Column<Row>[] = [
  { id: 'quote', title: 'Quote, verbatim', value: (row) => row.quote },
  { id: 'n', title: 'Number', value: (row) => row.n },
];
const rows: readonly Row[] = [
  { key: '1', quote: '=He said "no",\nthen\tleft', n: 2 },
  { key: '2', quote: 'plain', n: 1 },
];

describe('taking a table away', () => {
  it('writes CSV that gives every value back', () => {
    expect(toCsv(columns, rows)).toBe(
      '"Quote, verbatim",Number\r\n"=He said ""no"",\nthen\tleft",2\r\nplain,1\r\n',
    );
  });
  it('copies with tabs, one row a line', () => {
    expect(toTabs(columns, rows)).toBe('Quote, verbatim\tNumber\n=He said "no", then left\t2\nplain\t1');
  });
});
