import { describe, expect, it } from 'vitest';
import { isPartialDate, overlaps } from './dates.ts';
import { searchFromView, viewFromSearch } from './url.ts';
import { NO_MORE_FILTERS } from './more-filters.ts';
import type { View } from './view.ts';
import { initialView, isFiltered, PAGE, reduceView } from './view.ts';

const ALL = ['CONDEMNS', 'SUPPORTS', 'MET_WITH'];

describe('reduceView', () => {
  it('keeps a choice in the order of the ontology, and a choice of everything as none', () => {
    const some = reduceView(initialView, { kind: 'types', names: ['MET_WITH', 'CONDEMNS'], all: ALL });
    expect(some.types).toEqual(['CONDEMNS', 'MET_WITH']);
    expect(isFiltered(some)).toBe(true);
    expect(reduceView(some, { kind: 'types', names: ALL, all: ALL }).types).toBeNull();
  });

  it('starts paging again when a filter changes', () => {
    const more = reduceView(initialView, { kind: 'more' });
    expect(more.limit).toBe(2 * PAGE);
    expect(reduceView(more, { kind: 'dates', from: '2023', to: '' }).limit).toBe(PAGE);
  });

  it('reveals a node once, and keeps selection when filters are cleared', () => {
    const once = reduceView(initialView, { kind: 'reveal', id: 'country:IRN' });
    const twice = reduceView(once, { kind: 'reveal', id: 'country:IRN' });
    expect(twice.expanded).toEqual(['country:IRN']);
    expect(reduceView(twice, { kind: 'clear-filters' }).selection).toEqual({
      kind: 'node',
      id: 'country:IRN',
    });
    const gone = reduceView(
      { ...twice, picked: ['country:IRN', 'org:un'] },
      { kind: 'hide', ids: ['country:IRN'] },
    );
    expect([gone.hidden, gone.picked, gone.selection]).toEqual([['country:IRN'], ['org:un'], null]);
    expect(reduceView(gone, { kind: 'reveal', id: 'country:IRN' }).hidden).toEqual([]);
    expect(reduceView(twice, { kind: 'collapse', id: 'country:IRN' }).expanded).toEqual([]);
  });
});

describe('address', () => {
  const views: readonly View[] = [
    initialView,
    {
      ...initialView,
      mode: 'table',
      labels: ['Person'],
      types: [],
      from: '2023',
      to: '2023-12-04',
      limit: 600,
    },
    {
      ...initialView,
      expanded: ['country:IRN', 'person:ali-khamenei'],
      selection: { kind: 'node', id: 'org:un' },
    },
    {
      ...initialView,
      selection: { kind: 'tie', type: 'CONDEMNS', source: 'country:IRN', target: 'country:USA' },
    },
    { ...initialView, selection: { kind: 'statement', id: 'statement:0011' } },
    {
      ...initialView,
      more: {
        ...NO_MORE_FILTERS,
        sign: 'conflict',
        countries: ['IRN', 'CUB'],
        sources: ['Ministry, Press & Office ~ 1', 'صحيفة'],
        minConfidence: 0.8,
        minEvidence: 3,
        text: 'red line',
      },
      focus: { id: 'country:IRN', depth: 2 },
      hidden: ['country:USA'],
      picked: ['country:CUB', 'org:un'],
      settings: { 'graph.camera': '0.5,0.5,1.2' },
    },
    {
      ...initialView,
      mode: 'matrix',
      selection: { kind: 'pair', source: 'country:IRN', target: 'issue:sanctions', directed: true },
      settings: { 'matrix.on': 'actors', 'matrix.sort': 'name' },
    },
  ];
  it.each(views)('opens the same view again: %j', (view) => {
    expect(viewFromSearch(searchFromView(view))).toEqual(view);
  });

  it('leaves out what is as usual, and ignores what it cannot read', () => {
    expect(searchFromView(initialView)).toBe('');
    expect(viewFromSearch('?limit=many&from=yesterday&tie=CONDEMNS&view=Cube!')).toEqual(initialView);
    expect(viewFromSearch('?limit=999999').limit).toBe(5000);
  });
});

describe('dates', () => {
  it('takes years, months and days', () => {
    expect(['2023', '2023-12', '2023-12-04'].every(isPartialDate)).toBe(true);
    expect(['23', '2023-13', '2023-12-40', '4 December', ''].some(isPartialDate)).toBe(false);
  });

  it.each([
    ['2023-12-04', '2023', '2023', true],
    ['2023', '2023-06', '', true],
    ['2023-12-04', '2023-12-05', '', false],
    ['2024-01', '', '2023-12', false],
    ['2023-12-31', '', '2023-12', true],
    ['2001', '', '', true],
  ])('%s between "%s" and "%s": %s', (date, from, to, expected) => {
    expect(overlaps(date, from, to)).toBe(expected);
  });
});
