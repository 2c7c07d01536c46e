import { describe, expect, it } from 'vitest';
import type { EdgeType } from '../model.ts';
import type { TieCount } from '../store/store.ts';
import { analyse } from './analyse.ts';
import { blocs } from './blocs.ts';
import { matrix } from './matrix.ts';
import { pairsOf } from './network.ts';
import { shortestPaths } from './paths.ts';
import { seeded } from './random.ts';
import { signedPairs, triads } from './triads.ts';

const c = (code: string): string => `country:${code}`;
const tie = (source: string, type: EdgeType, target: string, edges = 1, year = ''): TieCount => ({
  source: source.includes(':') ? source : c(source),
  type,
  target: target.includes(':') ? target : c(target),
  year,
  edges,
});
const OPTIONS = { nodes: 100, triads: 10, blocs: 2 };

/** Two camps of three friends each, and one quarrel between them. */
const CAMPS = [
  tie('A', 'AIDS', 'B', 3),
  tie('B', 'SUPPORTS', 'C', 2),
  tie('A', 'MET_WITH', 'C'),
  tie('X', 'AIDS', 'Y', 2),
  tie('Y', 'SUPPORTS', 'Z'),
  tie('X', 'MET_WITH', 'Z'),
  tie('A', 'CONDEMNS', 'X', 5),
];

describe('analyse', () => {
  const result = analyse(CAMPS, OPTIONS);

  it('counts neighbours and edges, and finds the two nodes that every way between the camps leads through', () => {
    const of = new Map(result.ranking.map((node) => [node.id, node]));
    expect(of.get(c('A'))).toMatchObject({ degree: 3, edges: 9 });
    expect(of.get(c('A'))?.betweenness).toBe(0.6);
    expect(of.get(c('B'))?.betweenness).toBe(0);
    expect(result.ranking.reduce((sum, node) => sum + node.pagerank, 0)).toBeCloseTo(1, 5);
    expect(result.of).toEqual({ nodes: 6, pairs: 7, edges: 15 });
  });

  it('finds the camps as communities of cooperation and as blocs without contradiction', () => {
    const camps = [
      [c('A'), c('B'), c('C')],
      [c('X'), c('Y'), c('Z')],
    ];
    const sorted = (groups: readonly (readonly string[])[]) =>
      groups.map((group) => [...group].sort()).sort();
    expect(sorted(result.communities.groups)).toEqual(camps);
    expect(sorted(result.blocs.groups)).toEqual(camps);
    expect(result.ranking[0]?.id).toBe(c('X'));
    expect(result.blocs.groups[1]?.[0]).toBe(c('X'));
    expect(result.blocs.frustration).toBe(0);
  });

  it('gives the same whatever the order of ties', () => {
    const shuffled = [...CAMPS].reverse();
    expect(JSON.stringify(analyse(shuffled, OPTIONS))).toBe(JSON.stringify(result));
  });

  it('answers for an empty graph', () => {
    expect(analyse([], OPTIONS)).toMatchObject({
      of: { nodes: 0, pairs: 0, edges: 0 },
      communities: { groups: [] },
      blocs: { frustration: 0 },
    });
  });
});

describe('the signed view', () => {
  it('tells balanced triads from unbalanced ones', () => {
    const ties = [
      tie('A', 'AIDS', 'B'),
      tie('B', 'AIDS', 'C'),
      tie('A', 'ATTACKS', 'C'),
      tie('C', 'ATTACKS', 'D'),
      tie('A', 'SUPPORTS', 'D'),
    ];
    const { balanced, unbalanced, listed } = triads(signedPairs(pairsOf(ties)), 10);
    expect([balanced, unbalanced]).toEqual([1, 1]);
    expect(listed.map((t) => [t.nodes.join(), t.balanced])).toEqual([
      [[c('A'), c('B'), c('C')].join(), false],
      [[c('A'), c('C'), c('D')].join(), true],
    ]);
  });

  it('gives a pair the sign of its scores, and none where they cancel', () => {
    const ties = [tie('A', 'MET_WITH', 'B', 3), tie('B', 'ATTACKS', 'A'), tie('C', 'CONDEMNS', 'D')];
    const even = [tie('E', 'MET_WITH', 'F'), tie('E', 'CONDEMNS', 'F')];
    expect(signedPairs(pairsOf([...ties, ...even])).map((p) => p.sign)).toEqual([-1, -1]);
  });

  it('finds the least frustration that trying every partition finds', () => {
    const random = seeded(7);
    for (let round = 0; round < 20; round++) {
      const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
      const pairs = names.flatMap((a, i) =>
        names
          .slice(i + 1)
          .filter(() => random() < 0.6)
          .map((b) => ({
            source: a,
            target: b,
            sign: random() < 0.5 ? (1 as const) : (-1 as const),
            edges: 1,
          })),
      );
      const frustration = (mask: number): number =>
        pairs.filter((p) => {
          const side = (name: string): number => (mask >> names.indexOf(name)) & 1;
          return p.sign > 0 !== (side(p.source) === side(p.target));
        }).length;
      const least = Math.min(...Array.from({ length: 2 ** names.length }, (_, mask) => frustration(mask)));
      expect(blocs(pairs, 2).frustration).toBe(least);
    }
  });
});

describe('matrix', () => {
  const issue = 'issue:sanctions';
  const ties = [
    tie('A', 'CONDEMNS', issue, 2, '2001'),
    tie('A', 'SUPPORTS', issue, 2, '2020'),
    tie('B', 'DISCUSSES', issue, 1, '2020'),
    tie('C', 'REJECTS', 'issue:other', 1),
    tie('A', 'MET_WITH', 'B', 1, '2020'),
    tie('A', 'MEMBER_OF', 'org:un', 9),
  ];

  it('says for each actor and issue the stance, its evidence and how it moved', () => {
    const { rows, columns, cells } = matrix(ties, { on: 'Issue', rows: 9, columns: 9 });
    expect(rows).toEqual([c('A'), c('B'), c('C')]);
    expect(columns).toEqual([issue, 'issue:other']);
    expect(cells[0]).toEqual({
      row: c('A'),
      column: issue,
      edges: 4,
      stance: 0.1,
      trend: 0.7,
      first: '2001',
      last: '2020',
    });
    expect(cells[1]).toMatchObject({ stance: 0, trend: null });
    expect(cells[2]).toMatchObject({ stance: -0.25, first: '', last: '' });
  });

  it('keeps the best attested rows and columns and says how many there are', () => {
    const part = matrix(ties, { on: 'Issue', rows: 1, columns: 1 });
    expect(part).toMatchObject({ totalRows: 3, totalColumns: 2, edges: 4, totalEdges: 6 });
    expect(part.cells).toHaveLength(1);
  });

  it('sets actors against each other, both ways where a relation holds both ways', () => {
    const { cells } = matrix(ties, { on: 'actors', rows: 9, columns: 9 });
    expect(cells.map((cell) => [cell.row, cell.column])).toEqual([
      [c('A'), c('B')],
      [c('B'), c('A')],
    ]);
  });

  it('puts alike rows side by side', () => {
    const camps = ['A', 'X', 'B', 'Y'].flatMap((name, i) =>
      ['issue:p', 'issue:q'].map((to) => tie(name, i % 2 === 0 ? 'SUPPORTS' : 'CONDEMNS', to, 4 - i)),
    );
    const order = matrix(camps, { on: 'Issue', rows: 9, columns: 9 }).clustered.rows;
    expect(Math.abs(order.indexOf(c('A')) - order.indexOf(c('B')))).toBe(1);
    expect(Math.abs(order.indexOf(c('X')) - order.indexOf(c('Y')))).toBe(1);
  });
});

describe('shortestPaths', () => {
  const ties = [
    tie('A', 'AIDS', 'B', 5),
    tie('B', 'AIDS', 'D', 2),
    tie('A', 'AIDS', 'C', 9),
    tie('D', 'ATTACKS', 'C', 9),
    tie('A', 'AIDS', 'E'),
    tie('E', 'AIDS', 'F'),
    tie('F', 'AIDS', 'D'),
    tie('Q', 'AIDS', 'R'),
  ];
  const find = (source: string, target: string, paths = 9, hops = 4) =>
    shortestPaths(ties, { source: c(source), target: c(target), paths, hops }).map((path) =>
      path.map((id) => id.slice(-1)).join(''),
    );

  it('lists short ones first, and the best attested of one length first', () => {
    expect(find('A', 'D')).toEqual(['ACD', 'ABD', 'AEFD']);
    expect(find('A', 'D', 1)).toEqual(['ACD']);
    expect(find('A', 'D', 9, 2)).toEqual(['ACD', 'ABD']);
  });

  it('finds none where there is none', () => {
    expect(find('A', 'Q')).toEqual([]);
    expect(find('A', 'A')).toEqual([]);
    expect(find('A', 'nowhere')).toEqual([]);
    expect(find('A', 'D', 9, 1)).toEqual([]);
  });
});
