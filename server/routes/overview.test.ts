import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Comparison, Facets, GraphPart, Problem, QuoteResult, Timeline } from '../contract.ts';
import { apiOf, openTempStore } from '../testing/temp-store.ts';
import type { TempStore } from '../testing/temp-store.ts';

let temp: TempStore;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  temp = await openTempStore();
  api = apiOf(temp.store);
  const add = (text: string, date: string, source: string) =>
    api.post('/api/statements').send({ text, date, source }).expect(201);
  await add('Iran condemns Cuba. France supports Japan.', '2022-05-01', 'Ministry, Press Office');
  await add('Iran supports Cuba.', '2024-02-01', 'Gazette');
});
afterEach(() => temp.close());

const get = async <T>(path: string): Promise<T> => (await api.get(path).expect(200)).body as T;

it('filters the graph by every field at once, names with commas included', async () => {
  const query =
    'sources=Ministry, Press Office&sources=Other&countries=IRN,FRA&sign=conflict&modality=asserted&minConfidence=0.1&minEvidence=1&minDegree=1&text=condemn&speakers=none';
  const { edges, totalEdges } = await get<GraphPart>(`/api/graph?${encodeURI(query)}`);
  expect([edges.map((edge) => edge.type), totalEdges]).toEqual([['CONDEMNS'], 1]);
});

it('counts what each value would let through', async () => {
  const facets = await get<Facets>('/api/facets?countries=IRN');
  expect(facets.total).toEqual({ edges: 2, ties: 2, nodes: 2 });
  expect(facets.countries.values).toContainEqual({ value: 'FRA', name: 'France', count: 1 });
  expect(facets.types.values).toEqual([
    { value: 'CONDEMNS', count: 1 },
    { value: 'SUPPORTS', count: 1 },
  ]);
});

it('counts by time, and compares two times', async () => {
  const { bins } = await get<Timeline>('/api/timeline?unit=month&countries=IRN');
  expect(bins.map(({ at, statements }) => [at, statements])).toEqual([
    ['2022-05', 1],
    ['2024-02', 1],
  ]);
  const { changes } = await get<Comparison>('/api/compare?beforeTo=2023&afterFrom=2024');
  expect(changes.map(({ source, target, change }) => [source, target, change])).toEqual([
    ['country:CUB', 'country:IRN', 'changed'],
    ['country:FRA', 'country:JPN', 'gone'],
  ]);
});

it('finds words in quotes, and looks around a node', async () => {
  const { hits } = await get<QuoteResult>('/api/quotes?q=condemn');
  expect(hits.map(({ edge, source, target }) => [edge.quote, source.name, target.name])).toEqual([
    ['Iran condemns Cuba', 'Iran', 'Cuba'],
  ]);
  const near = await get<GraphPart>('/api/graph?around=country:FRA&depth=2');
  expect(near.nodes.map((node) => node.id)).toEqual(['country:FRA', 'country:JPN']);
  const best = await get<GraphPart>('/api/nodes/country:IRN/neighbors?nodes=5&sign=conflict');
  expect([best.totalNodes, best.totalEdges, best.truncated]).toEqual([1, 1, false]);
});

it.each([
  ['/api/graph?sign=both', 'sign'],
  ['/api/facets?minConfidence=2', 'minConfidence'],
  ['/api/facets?from=2024&to=2023', 'to'],
  ['/api/timeline?unit=day', 'unit'],
  ['/api/compare?afterFrom=soon', 'afterFrom'],
  ['/api/quotes', 'q'],
  ['/api/graph?around=country:FRA&depth=9', 'depth'],
])('refuses %s, naming %s', async (path, field) => {
  const { code, errors } = (await api.get(path).expect(400)).body as Problem;
  expect([code, errors?.map((error) => error.path)]).toEqual(['INVALID_REQUEST', [field]]);
});
