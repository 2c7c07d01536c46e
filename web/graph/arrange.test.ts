import { describe, expect, it } from 'vitest';
import type { Arrangeable } from './arrange.ts';
import { arrange, byRegion, byTime, circle } from './arrange.ts';

const nodes: readonly Arrangeable[] = Array.from({ length: 60 }, (_, i) => ({
  id: `n${i}`,
  kind: i % 3 === 0 ? 'Country' : 'Person',
  size: 5 + (i % 7),
  region: ['Asia', 'Europe', ''][i % 3] ?? '',
  first: i % 5 === 0 ? '' : `20${String(10 + (i % 12))}-0${1 + (i % 9)}`,
}));

describe.each(['circle', 'region', 'time'] as const)('%s', (layout) => {
  it('places every node, none on another, the same whatever the order they come in', () => {
    const places = arrange(layout, nodes)?.places;
    expect(places?.size).toBe(nodes.length);
    expect(new Set([...(places ?? [])].map(([, { x, y }]) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(
      60,
    );
    const again = arrange(layout, [...nodes].reverse())?.places;
    for (const [id, point] of places ?? []) expect(again?.get(id)).toEqual(point);
  });
});

it('keeps those of a region together', () => {
  const { places, captions } = byRegion(nodes);
  expect(captions.map(({ text }) => text)).toEqual(['Asia', 'Europe']);
  const meanOf = (region: string): { x: number; y: number } => {
    const own = nodes.filter((n) => n.region === region).map((n) => places.get(n.id)!);
    const mean = (axis: 'x' | 'y'): number => own.reduce((sum, p) => sum + p[axis], 0) / own.length;
    return { x: mean('x'), y: mean('y') };
  };
  const [asia, europe] = [meanOf('Asia'), meanOf('Europe')];
  for (const { id, region } of nodes.filter((n) => n.region === 'Asia')) {
    const p = places.get(id)!;
    const near = Math.hypot(p.x - asia.x, p.y - asia.y);
    expect(near, region).toBeLessThan(Math.hypot(p.x - europe.x, p.y - europe.y));
  }
});

it('puts earlier ones further left, undated ones leftmost', () => {
  const { places, captions } = byTime(nodes);
  const x = (first: string): number => places.get(nodes.find((n) => n.first === first)!.id)!.x;
  expect(captions.slice(0, 3).map(({ text }) => text)).toEqual(['', '2010', '2011']);
  expect(captions[1]!.x).toBeCloseTo(x('2010-01'), 3);
  expect(x('')).toBeLessThan(x('2010-01'));
  const dated = nodes.filter((n) => n.first).sort((a, b) => (a.first < b.first ? -1 : 1));
  expect(places.get(dated.at(-1)!.id)!.x).toBeGreaterThan(places.get(dated[0]!.id)!.x);
});

it('survives having nothing to place', () => {
  expect([circle([]), byRegion([]), byTime([])].map(({ places }) => places.size)).toEqual([0, 0, 0]);
});
