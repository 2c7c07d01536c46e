import { expect, it } from 'vitest';
import { byId } from '../../ids.ts';
import type { GraphStore } from '../store.ts';
import { CUBA, DIAZ, IRAN, USA, said } from './builders.ts';

const corpus = [
  said('2001', [[IRAN, 'CONDEMNS', USA]], { date: '2001' }),
  said(
    '2022',
    [
      [IRAN, 'CONDEMNS', USA, { date: '2021-12-31' }],
      [IRAN, 'MET_WITH', DIAZ],
    ],
    { date: '2022-05-03' },
  ),
  said('2022 again', [[IRAN, 'CONDEMNS', USA]], { date: '2022-06' }),
  said('undated', [
    [USA, 'SANCTIONS', IRAN],
    [DIAZ, 'REPRESENTS', CUBA],
  ]),
];

export function tiesContract(open: () => Promise<GraphStore>): void {
  it('counts the edges of each tie by year', async () => {
    const store = await open();
    await store.save(corpus);
    const counts = (await store.ties({})).map((t) => [t.source, t.type, t.target, t.year, t.edges]);
    expect(counts).toEqual([
      [IRAN.id, 'CONDEMNS', USA.id, '2001', 1],
      [IRAN.id, 'CONDEMNS', USA.id, '2021', 1],
      [IRAN.id, 'CONDEMNS', USA.id, '2022', 1],
      [IRAN.id, 'MET_WITH', DIAZ.id, '2022', 1],
      [USA.id, 'SANCTIONS', IRAN.id, '', 1],
      [DIAZ.id, 'REPRESENTS', CUBA.id, '', 1],
    ]);
    const some = await store.ties({ from: '2021', to: '2021', labels: ['Country'], types: ['CONDEMNS'] });
    expect(some).toEqual([{ type: 'CONDEMNS', source: IRAN.id, target: USA.id, year: '2021', edges: 1 }]);
    expect(await store.ties({ types: ['MENTIONS'] })).toEqual([]);
  });

  it('gives the evidence of ties, edges by what is known of them, and nodes by id', async () => {
    const store = await open();
    await store.save(corpus);
    const ties = [
      { type: 'CONDEMNS', source: IRAN.id, target: USA.id },
      { type: 'SANCTIONS', source: USA.id, target: IRAN.id },
      { type: 'ATTACKS', source: USA.id, target: IRAN.id },
    ] as const;
    const edges = await store.evidence(ties, {});
    const years = edges.map((e) => [e.type, e.date ?? e.quote.slice(0, 4)]);
    expect(years).toEqual([
      ['CONDEMNS', '2001'],
      ['CONDEMNS', '2021-12-31'],
      ['CONDEMNS', '2022'],
      ['SANCTIONS', 'unda'],
    ]);
    expect(await store.evidence(ties, { from: '2022' })).toHaveLength(1);
    expect(await store.edges(edges)).toEqual([...edges].sort(byId));
    expect(await store.edges([{ ...edges[0]!, id: 'edge:none' }])).toEqual([]);
    expect(await store.nodes([USA.id, 'country:XXX', IRAN.id])).toEqual([IRAN, USA]);
  });
}
