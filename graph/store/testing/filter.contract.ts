import { expect, it } from 'vitest';
import type { GraphFilter } from '../../filter.ts';
import type { GraphStore } from '../store.ts';
import { CUBA, DIAZ, IRAN, USA, entity, said } from './builders.ts';

const EMBARGO = entity('Issue', 'Embargo');
const HAVANA = entity('Place', 'Havana', { country: 'CUB' });

const first = said(
  'Cuba said that the blockade harms it.',
  [
    [CUBA, 'CONDEMNS', USA, { quote: 'Cuba condemns the blockade', speaker: DIAZ.id, confidence: 0.9 }],
    [DIAZ, 'REPRESENTS', CUBA, { confidence: 0.95 }],
    [DIAZ, 'MET_WITH', IRAN, { quote: 'Díaz-Canel met the delegation', modality: 'intended' }],
  ],
  { date: '2022-03-01', source: 'Granma', title: 'One' },
  [EMBARGO],
);
const second = said(
  'Iran stands by Cuba and condemns the blockade.',
  [
    [IRAN, 'SUPPORTS', CUBA, { confidence: 0.6 }],
    [CUBA, 'CONDEMNS', USA, { confidence: 0.7 }],
    [HAVANA, 'LOCATED_IN', CUBA, {}],
  ],
  { date: '2023', source: 'IRNA, Tehran', title: 'Two' },
);
const corpus = [first, second];

const FILTERS: readonly (readonly [string, GraphFilter, number])[] = [
  ['cooperation', { sign: 'cooperation' }, 2],
  ['conflict', { sign: 'conflict' }, 2],
  ['a country, what belongs to it and who represents it', { countries: ['CUB'] }, 6],
  ['another country', { countries: ['IRN'] }, 2],
  ['a country that is not there', { countries: ['FRA'] }, 0],
  ['an issue, by what its statements say', { issues: [EMBARGO.id] }, 3],
  ['a speaker', { speakers: [DIAZ.id] }, 1],
  ['what nobody but the documents says', { speakers: ['none'] }, 5],
  ['a publisher with a comma in its name', { sources: ['IRNA, Tehran'] }, 3],
  ['modality', { modality: ['intended', 'urged'] }, 1],
  ['confidence', { minConfidence: 0.8 }, 4],
  ['evidence', { minEvidence: 2 }, 2],
  ['degree', { minDegree: 2 }, 3],
  ['words of the quote, by their beginnings', { text: 'DIAZ deleg' }, 1],
  ['words that are nowhere', { text: 'xyzzy' }, 0],
  ['much at once', { countries: ['CUB'], sign: 'conflict', from: '2023-05', to: '2023-06' }, 1],
];

const counts = (values: readonly { readonly value: string; readonly count: number }[]) =>
  Object.fromEntries(values.map(({ value, count }) => [value, count]));

export function filterContract(open: () => Promise<GraphStore>): void {
  it.each(FILTERS)('filters by %s', async (_, filter, expected) => {
    const store = await open();
    await store.save(corpus);
    const { edges, totalEdges } = await store.subgraph({ limit: 100, ...filter });
    expect([edges.length, totalEdges]).toEqual([expected, expected]);
    expect((await store.facets(filter)).total.edges).toBe(expected);
  });

  it('says of each value what it would let through while the other fields stay', async () => {
    const store = await open();
    await store.save(corpus);
    const all = await store.facets({});
    expect(all.total).toEqual({ edges: 6, ties: 5, nodes: 5 });
    expect(counts(all.types.values)).toEqual({
      CONDEMNS: 2,
      ...{ LOCATED_IN: 1, MET_WITH: 1, REPRESENTS: 1, SUPPORTS: 1 },
    });
    expect(counts(all.labels.values)).toEqual({ Country: 3, Person: 1, Place: 1 });
    expect(all.countries.values[0]).toEqual({ value: 'CUB', name: 'Cuba', count: 6 });
    expect(all.speakers.values).toEqual([
      { value: 'none', count: 5 },
      { value: DIAZ.id, name: DIAZ.name, count: 1 },
    ]);
    expect(counts(all.sources.values)).toEqual({ Granma: 3, 'IRNA, Tehran': 3 });
    const some = await store.facets({ types: ['SUPPORTS'], sources: ['IRNA, Tehran'] });
    expect(some.total.edges).toBe(1);
    expect(counts(some.types.values)).toEqual({ CONDEMNS: 1, LOCATED_IN: 1, SUPPORTS: 1 });
    expect(counts(some.sources.values)).toEqual({ 'IRNA, Tehran': 1 });
    expect(counts(some.minConfidence.values)).toMatchObject({ 0: 1, 0.6: 1, 0.7: 0 });
    expect(counts((await store.facets({ types: ['AIDS'] })).types.values)).toMatchObject({ AIDS: 0 });
    const twice = await store.facets({ minEvidence: 2 });
    expect(counts(twice.types.values)).toEqual({ CONDEMNS: 2 });
    expect(counts(twice.minEvidence.values)).toMatchObject({ 1: 6, 2: 2, 3: 0 });
  });

  it('counts by year and by month, whatever the dates of the filter are', async () => {
    const store = await open();
    await store.save(corpus);
    expect(await store.timeline({ from: '2023' }, 'year')).toEqual({
      unit: 'year',
      bins: [
        { at: '2022', statements: 1, cooperation: 1, conflict: 1, neutral: 1 },
        { at: '2023', statements: 1, cooperation: 1, conflict: 1, neutral: 1 },
      ],
      undated: 0,
    });
    const months = await store.timeline({ sign: 'conflict' }, 'month');
    expect(months).toEqual({
      unit: 'month',
      bins: [{ at: '2022-03', statements: 1, cooperation: 0, conflict: 1, neutral: 0 }],
      undated: 1,
    });
  });

  it('tells what is new, gone and turned round between two periods', async () => {
    const store = await open();
    const turned = said('Later they quarrel.', [[IRAN, 'THREATENS', CUBA]], { date: '2024' });
    await store.save([...corpus, turned]);
    const { changes, nodes } = await store.compare({}, [{ to: '2023' }, { from: '2024' }], 10);
    expect(changes.map(({ source, target, change }) => [source, target, change])).toEqual([
      [CUBA.id, IRAN.id, 'changed'],
      [CUBA.id, USA.id, 'gone'],
      [CUBA.id, DIAZ.id, 'gone'],
      [CUBA.id, HAVANA.id, 'gone'],
      [IRAN.id, DIAZ.id, 'gone'],
    ]);
    expect(nodes).toContainEqual({ id: DIAZ.id, label: 'Person', name: DIAZ.name });
    const back = await store.compare({ types: ['THREATENS'] }, [{ to: '2023' }, { from: '2024' }], 1);
    expect(back).toMatchObject({ total: 1, changes: [{ change: 'new', after: { conflict: 1 } }] });
  });

  it('finds words in quotes, the latest first and each quote once', async () => {
    const store = await open();
    await store.save(corpus);
    const found = await store.searchQuotes('condemn blockade', { limit: 5 });
    expect(found.map((hit) => hit.edge.quote)).toEqual([
      'an stands by Cuba and condemns the blockade.',
      'ran stands by Cuba and condemns the blockade.',
      'Iran stands by Cuba and condemns the blockade.',
      'Cuba condemns the blockade',
    ]);
    expect(found[3]).toMatchObject({ source: { name: 'Cuba' }, target: { name: 'United States' } });
    expect(await store.searchQuotes('condemns blockade', { limit: 5, sources: ['Granma'] })).toHaveLength(1);
    expect(await store.searchQuotes('  ', { limit: 5 })).toEqual([]);
  });

  it('expands a node by the neighbours with most evidence, and looks around it', async () => {
    const store = await open();
    await store.save(corpus);
    const best = await store.expand(CUBA.id, { nodes: 1 });
    expect(best).toMatchObject({ totalNodes: 4, totalEdges: 5 });
    expect(best?.nodes.map((n) => n.id)).toEqual([CUBA.id, USA.id]);
    expect(best?.edges).toHaveLength(2);
    expect(await store.expand('country:XXX', { nodes: 1 })).toBeUndefined();
    const near = await store.subgraph({ limit: 10, around: { id: USA.id, depth: 1 } });
    expect(near.nodes.map((n) => n.id)).toEqual([CUBA.id, USA.id]);
    const further = await store.subgraph({ limit: 3, around: { id: USA.id, depth: 2 } });
    expect(further.totalEdges).toBe(5);
    expect(further.edges.slice(0, 2).map((e) => e.type)).toEqual(['CONDEMNS', 'CONDEMNS']);
  });

  it('knows at once what was saved, replaced and deleted', async () => {
    const store = await open();
    const total = async (filter: GraphFilter = {}): Promise<number> =>
      (await store.facets(filter)).total.edges;
    expect(await total()).toBe(0);
    await store.save([first]);
    expect(await total()).toBe(3);
    await store.save([second, said('Third.', [[USA, 'SANCTIONS', CUBA]], { origin: '/a' })]);
    expect(await total({ countries: ['CUB'] })).toBe(7);
    await store.save([said('Third, corrected.', [[USA, 'AIDS', CUBA]], { origin: '/a' })]);
    expect(await total({ types: ['SANCTIONS'] })).toBe(0);
    expect(await total({ types: ['AIDS'] })).toBe(1);
    await store.deleteStatement(first.statement.id);
    expect(await total()).toBe(4);
    expect(await total({ issues: [EMBARGO.id] })).toBe(0);
  });
}
