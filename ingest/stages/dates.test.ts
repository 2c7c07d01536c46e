import { describe, expect, it } from 'vitest';
import { findDates } from './dates.ts';

describe('dates', () => {
  it.each([
    ['on 4 December 2023', '2023-12-04'],
    ['on December 4, 2023', '2023-12-04'],
    ['on the 4th of December 2023', '2023-12-04'],
    ['on 2023-12-04', '2023-12-04'],
    ['in December 2023', '2023-12'],
    ['in 2001', '2001'],
    ['In 1979 Vietnam invaded', '1979'],
    ['since 1962', '1962'],
    ['yesterday', '2023-12-05'],
    ['today', '2023-12-06'],
    ['tomorrow', '2023-12-07'],
    ['on Monday', '2023-12-04'],
    ['on Wednesday', '2023-12-06'],
    ['next Monday', '2023-12-11'],
    ['last month', '2023-11'],
    ['last year', '2022'],
    ['two years ago', '2021'],
    ['twenty-two years ago', '2001'],
    ['three days ago', '2023-12-03'],
    ['on 14 November', '2023-11-14'],
    ['earlier this year', '2023'],
    ['two decades ago', '2003'],
  ])('%s, said on 6 December 2023, is %s', (text, expected) => {
    expect(findDates(text, '2023-12-06').map((d) => d.date)).toEqual([expected]);
  });
  it.each(['yesterday', 'on Monday', 'two years ago', 'last month'])(
    '%s without a date of the document is none',
    (text) => {
      expect(findDates(text, undefined)).toEqual([]);
    },
  );
  it.each(['in 99999', 'Resolution 2231', 'may meet', 'room 1815'])('%s is no date', (text) => {
    expect(findDates(text, '2023-12-06')).toEqual([]);
  });
  it.each(['on 31 February 2021', 'on 45 March 2020'])('%s is no day', (text) => {
    for (const { date } of findDates(text, undefined)) expect(Number.isNaN(Date.parse(date))).toBe(false);
  });
  it('a partial date stays partial against a partial date', () => {
    expect(findDates('two years ago', '2023').map((d) => d.date)).toEqual(['2021']);
    expect(findDates('yesterday', '2023-12').map((d) => d.date)).toEqual(['2023-12']);
  });
  it('knows where it stands', () => {
    const text = 'They met in Paris on 4 December 2023 and in 2001.';
    expect(findDates(text, undefined).map((d) => text.slice(d.start, d.end))).toEqual([
      '4 December 2023',
      'in 2001',
    ]);
  });
});
