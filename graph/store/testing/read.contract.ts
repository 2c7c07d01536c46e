import { expect, it } from 'vitest';
import { byCodeUnit } from '../../ids.ts';
import type { GraphFilter } from '../../filter.ts';
import type { GraphStore } from '../store.ts';
import { CUBA, DIAZ, IRAN, USA, country, crowd, entity, person, said } from './builders.ts';
import { everything, idOf } from './reading-all.ts';

const corpus = [
  said(
    '2001',
    [
      [IRAN, 'CONDEMNS', USA, { confidence: 0.9 }],
      [CUBA, 'CONDEMNS', USA, { confidence: 0.5 }],
    ],
    { date: '2001' },
  ),
  said(
    '2022',
    [
      [IRAN, 'CONDEMNS', USA, { date: '2022-05-01' }],
      [IRAN, 'MET_WITH', DIAZ],
    ],
    { date: '2022-05-03', title: 'B' },
  ),
  said(
    '2023',
    [
      [IRAN, 'CONDEMNS', USA],
      [DIAZ, 'REPRESENTS', CUBA, { date: '2023-12' }],
    ],
    { date: '2023-12-04', title: 'A' },
  ),
  said('undated', [[USA, 'SANCTIONS', IRAN]]),
];

export function readContract(open: () => Promise<GraphStore>): void {
  it('knows what is not there', async () => {
    const store = await open();
    await store.ping();
    expect(await store.getNode('person:nobody')).toBeUndefined();
    expect(await store.getEdge('edge:none')).toBeUndefined();
    expect(await store.getStatement('statement:none')).toBeUndefined();
    expect(await store.neighbours('person:nobody', { limit: 5 })).toBeUndefined();
    expect(await store.subgraph({ limit: 5 })).toEqual({ nodes: [], edges: [], totalEdges: 0, stated: {} });
    expect(await store.listStatements({ limit: 5, offset: 0 })).toEqual({ items: [], total: 0 });
    expect(await store.search('anything', { limit: 5 })).toEqual([]);
    expect(await store.stats()).toEqual({ statements: 0, nodes: {}, edges: {} });
  });

  it('lists statements, latest first, undated last, a page at a time', async () => {
    const store = await open();
    await store.save(corpus);
    const all = await store.listStatements({ limit: 10, offset: 0 });
    expect(all.total).toBe(4);
    expect(all.items.map((s) => s.date)).toEqual(['2023-12-04', '2022-05-03', '2001', undefined]);
    expect(all.items[0]).toEqual({
      id: corpus[2]!.statement.id,
      title: 'A',
      date: '2023-12-04',
      language: 'en',
      edges: 6,
      length: 4,
    });
    const page = await store.listStatements({ limit: 2, offset: 1 });
    expect(page).toEqual({ total: 4, items: all.items.slice(1, 3) });
  });

  it('finds the neighbours of a node, most confident first, and says how many there are', async () => {
    const store = await open();
    await store.save(corpus);
    const all = await store.neighbours(IRAN.id, { limit: 10 });
    expect(all!.totalEdges).toBe(5);
    expect(all!.edges[0]).toMatchObject({ type: 'CONDEMNS', confidence: 0.9 });
    expect(all!.nodes.map((n) => n.id)).toEqual([IRAN.id, USA.id, DIAZ.id]);
    expect(all!.edges.map((e) => e.type)).not.toContain('MENTIONS');
    const cut = await store.neighbours(IRAN.id, { limit: 1, types: ['CONDEMNS', 'MENTIONS'] });
    expect(cut).toMatchObject({ totalEdges: 3, edges: [all!.edges[0]] });
    expect(cut!.nodes.map((n) => n.id)).toEqual([IRAN.id, USA.id]);
    expect(await store.neighbours(IRAN.id, { limit: 3, types: ['AIDS'] })).toMatchObject({
      edges: [],
      totalEdges: 0,
    });
  });

  it('counts a relation of a node with itself once', async () => {
    const store = await open();
    await store.save([said('Iran protests.', [[IRAN, 'PROTESTS', IRAN]])]);
    expect(await store.neighbours(IRAN.id, { limit: 5 })).toMatchObject({
      totalEdges: 1,
      edges: [{ type: 'PROTESTS' }],
    });
    expect(await store.subgraph({ limit: 5 })).toMatchObject({
      totalEdges: 1,
      edges: [{ type: 'PROTESTS' }],
    });
  });

  it('gives the strongest ties of the graph first, and says how much it left out', async () => {
    const store = await open();
    await store.save(corpus);
    const all = await store.subgraph({ limit: 100 });
    expect(all).toMatchObject({ totalEdges: 7 });
    expect(all.edges).toHaveLength(7);
    expect(all.nodes.map((n) => n.id)).toEqual([CUBA.id, IRAN.id, USA.id, DIAZ.id]);
    expect(all.edges.slice(0, 3).map((e) => [e.source, e.type, e.target])).toEqual(
      Array.from({ length: 3 }, () => [IRAN.id, 'CONDEMNS', USA.id]),
    );
    const cut = await store.subgraph({ limit: 2 });
    expect(cut).toMatchObject({ edges: all.edges.slice(0, 2), nodes: [IRAN, USA], totalEdges: 7 });
  });

  it.each([
    ['types', { types: ['SANCTIONS', 'REPRESENTS'] as const }, 2],
    ['labels of both ends', { labels: ['Person', 'Statement'] as const }, 0],
    ['labels', { labels: ['Country'] as const }, 5],
    ['from a year', { from: '2022' }, 4],
    ['to a year, the whole of it', { to: '2022' }, 4],
    ['from and to a month', { from: '2023-12', to: '2023-12' }, 2],
    ['a day in a month that is all we know', { from: '2023-12-31' }, 1],
    ['no statement edges, even when asked for', { types: ['MENTIONS'] as const }, 0],
    [
      'all at once',
      { types: ['CONDEMNS'] as const, labels: ['Country'] as const, from: '2022', to: '2022' },
      1,
    ],
  ])('filters by %s', async (_, filter, expected) => {
    const store = await open();
    await store.save(corpus);
    const { edges, totalEdges } = await store.subgraph({ limit: 100, ...filter });
    expect([edges.length, totalEdges]).toEqual([expected, expected]);
  });

  it('searches names and aliases by words and their beginnings', async () => {
    const store = await open();
    const named = [
      IRAN,
      CUBA,
      USA,
      DIAZ,
      country('IRQ', 'Iraq'),
      country('IRL', 'Ireland'),
      entity('Issue', 'Iran nuclear programme'),
      entity('Organization', 'United Nations', { aliases: ['UN', 'U.N.'] }),
      person('Emmanuel Macron'),
      person('Sergey Lavrov', { aliases: ['Lawrow', 'Сергей Лавров'] }),
      entity('Place', "Côte d'Ivoire Avenue"),
    ];
    await store.save([
      said('All of them.', [[IRAN, 'SUPPORTS', CUBA]], {}, named),
      said('Iraq.', [], {}, [named[4]!]),
    ]);
    const ids = async (text: string, limit = 10): Promise<string[]> =>
      (await store.search(text, { limit })).map((h) => h.id);
    expect(await ids('iran')).toEqual(['country:IRN', 'issue:iran-nuclear-programme']);
    expect(await ids('ir')).toEqual([
      'country:IRQ',
      'country:IRN',
      'country:IRL',
      'issue:iran-nuclear-programme',
    ]);
    expect(await ids('DIAZ canel')).toEqual([DIAZ.id]);
    expect(await ids('Díaz')).toEqual([DIAZ.id]);
    expect(await ids('canel mig')).toEqual([DIAZ.id]);
    expect(await ids('un')).toEqual(['org:united-nations', 'country:USA']);
    expect(await ids('лавр')).toEqual(['person:sergey-lavrov']);
    expect(await ids("cote d'ivoire")).toEqual(['place:cote-divoire-avenue']);
    expect(await ids('programme nuclear')).toEqual(['issue:iran-nuclear-programme']);
    for (const nothing of [
      '',
      '  ',
      '*',
      '"',
      'xyzzy',
      'iran xyzzy',
      '+-&& || ! ( ) { } [ ] ^ " ~ * ? : \\ /',
    ]) {
      expect(await ids(nothing)).toEqual([]);
    }
    expect(await ids('i', 1)).toHaveLength(1);
    expect((await store.search('america', { limit: 3 }))[0]).toMatchObject({
      id: USA.id,
      name: 'United States',
      matched: 'America',
      label: 'Country',
    });
    expect(await store.search('iran', { limit: 5, labels: ['Issue'] })).toHaveLength(1);
    expect(await ids('AND OR NOT')).toEqual([]);
  });

  it('streams everything: entities, statements, edges, each by id', async () => {
    const store = await open();
    const many = crowd(60, 30);
    await store.save(many);
    const items = await everything(store);
    const of = (kind: string): string[] => items.filter((i) => i.kind === kind).map(idOf);
    expect(items.map((i) => i.kind)).toEqual([
      ...of('node').map(() => 'node'),
      ...of('statement').map(() => 'statement'),
      ...of('edge').map(() => 'edge'),
    ]);
    for (const kind of ['node', 'statement', 'edge'])
      expect(of(kind)).toEqual([...of(kind)].sort(byCodeUnit));
    expect(of('edge')).toHaveLength(many.reduce((n, x) => n + x.edges.length, 0));
    expect(new Set(of('edge')).size).toBe(of('edge').length);
    expect(items.find((i) => i.kind === 'statement')).toMatchObject({
      statement: { language: 'en', text: expect.any(String) as string },
    });
    for await (const first of store.stream()) {
      expect(first.kind).toBe('node');
      break; // leaving early must not leave anything open
    }
  });

  it('streams the edges that pass a filter, after their ends and statements', async () => {
    const store = await open();
    await store.save(corpus);
    const of = async (filter: GraphFilter): Promise<string[]> => {
      const items: string[] = [];
      for await (const item of store.stream(filter))
        items.push(
          item.kind === 'edge' ? `${item.edge.source} ${item.edge.type} ${item.edge.target}` : idOf(item),
        );
      return items;
    };
    const [rebuke] = corpus;
    expect(await of({ types: ['CONDEMNS'], to: '2001' })).toEqual([
      'country:CUB',
      'country:IRN',
      'country:USA',
      rebuke!.statement.id,
      ...rebuke!.edges.filter((e) => e.type === 'CONDEMNS').map((e) => `${e.source} CONDEMNS ${e.target}`),
    ]);
    expect((await of({ labels: ['Person'] })).length).toBe(0);
    expect((await of({})).filter((x) => x.includes('MENTIONS'))).toEqual([]);
    expect((await of({})).filter((x) => x.includes(' '))).toHaveLength(7);
  });

  it('looks up entities and statements by id', async () => {
    const store = await open();
    await store.save(corpus);
    const { id } = corpus[1]!.statement;
    const found = await store.lookUp([id, USA.id, 'nobody', CUBA.id, USA.id]);
    expect(found.map(idOf)).toEqual([CUBA.id, USA.id, id]);
    expect(found[1]).toEqual({ kind: 'node', node: USA, mentions: 4 });
  });

  it('counts and describes what it holds', async () => {
    const store = await open();
    await store.save(corpus);
    expect(await store.stats()).toEqual({
      statements: 4,
      nodes: { Country: 3, Person: 1 },
      edges: { CONDEMNS: 4, MENTIONS: 12, MET_WITH: 1, REPRESENTS: 1, SANCTIONS: 1 },
    });
    const schema = await store.schema();
    expect(schema.labels).toEqual(['Country', 'Entity', 'Person', 'Statement']);
    expect(schema.relationshipTypes).toEqual(['CONDEMNS', 'MENTIONS', 'MET_WITH', 'REPRESENTS', 'SANCTIONS']);
    expect(schema.propertyKeys).toEqual(
      expect.arrayContaining(['id', 'name', 'aliases', 'quote', 'confidence', 'date']),
    );
    expect(schema.propertyKeys.filter((k) => k.startsWith('_'))).toEqual([]);
    expect(await store.propertyKeys()).toEqual(schema.propertyKeys);
  });
}
