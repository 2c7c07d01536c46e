import { describe, expect, it } from 'vitest';
import { datesOf, following, gapless, rangeOf, unitFor } from './bins.ts';

const bin = (at: string) => ({ at, statements: 1, cooperation: 1, conflict: 0, neutral: 0 });

describe('bins', () => {
  it('go on over the end of a year', () => {
    expect(['2023', '2023-11', '2023-12', '0099'].map(following)).toEqual([
      '2024',
      '2023-12',
      '2024-01',
      '0100',
    ]);
  });
  it('have no gaps', () => {
    const bins = gapless([bin('2023-11'), bin('2024-02')]);
    expect(bins.map(({ at, statements }) => [at, statements])).toEqual([
      ['2023-11', 1],
      ['2023-12', 0],
      ['2024-01', 0],
      ['2024-02', 1],
    ]);
    expect(gapless([])).toEqual([]);
    expect(gapless([bin('0001'), bin('2024')])).toHaveLength(240);
  });
  it('are months when there are few years', () => {
    const timeline = (...years: readonly string[]) => ({
      unit: 'year' as const,
      bins: years.map(bin),
      undated: 0,
    });
    expect(unitFor(timeline('2022', '2024'))).toBe('month');
    expect(unitFor(timeline('1990', '2024'))).toBe('year');
    expect(unitFor(undefined)).toBe('year');
  });
  it('give the dates of a range, and the range of dates', () => {
    const bins = gapless([bin('2020'), bin('2024')]);
    expect(datesOf(bins, [0, 4])).toEqual({ from: '', to: '' });
    expect(datesOf(bins, [1, 2])).toEqual({ from: '2021', to: '2022' });
    expect(rangeOf(bins, '2021', '2022')).toEqual([1, 2]);
    expect(rangeOf(bins, '2021-06-01', '2022-03')).toEqual([1, 2]);
    expect(rangeOf(bins, '', '')).toEqual([0, 4]);
    expect(rangeOf(bins, '2030', '')).toEqual([4, 4]);
  });
});
