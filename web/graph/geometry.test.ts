import { describe, expect, it } from 'vitest';
import { componentsOf } from './components.ts';
import { curvatures } from './curvature.ts';
import { placeLabels } from './label-placer.ts';
import { distanceToLine } from './line-at.ts';
import { pack } from './pack.ts';
import { besides, startPoint } from './place.ts';
import { spread } from './spread.ts';

describe('start of the layout', () => {
  it('depends on the id alone and stays within the radius', () => {
    expect(startPoint('country:IRN', 100)).toEqual(startPoint('country:IRN', 100));
    expect(startPoint('country:IRN', 100)).not.toEqual(startPoint('country:IRQ', 100));
    const { x, y } = startPoint('country:IRN', 100);
    expect(Math.hypot(x, y)).toBeLessThanOrEqual(100);
  });
  it('puts what arrives later beside its neighbours', () => {
    const { x, y } = besides(
      'org:un',
      [
        { x: 1000, y: 0 },
        { x: 1200, y: 0 },
      ],
      100,
    );
    expect(Math.hypot(x - 1100, y)).toBeLessThanOrEqual(8);
  });
});

describe('curvatures', () => {
  it('keeps a single line straight and bends parallel ones apart, whichever way they run', () => {
    const line = (key: string, source: string, target: string) => ({ key, source, target });
    expect(curvatures([line('1', 'a', 'b')]).get('1')).toBe(0);
    const two = curvatures([line('1', 'a', 'b'), line('2', 'b', 'a')]);
    // Seen from its own source each bends the same way: so they lie on different sides.
    expect(two.get('1')).toBe(two.get('2'));
    expect(two.get('1')).not.toBe(0);
  });
});

describe('distanceToLine', () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  it('measures to the straight line between the ends', () => {
    expect(distanceToLine({ x: 50, y: 5 }, a, b, 0)).toBe(5);
    expect(distanceToLine({ x: -3, y: 4 }, a, b, 0)).toBe(5);
  });
  it('follows the bend', () => {
    // A curvature of 0.5 lifts the middle by half of 50 pixels.
    expect(distanceToLine({ x: 50, y: -25 }, a, b, 0.5)).toBeLessThan(1);
    expect(distanceToLine({ x: 50, y: 0 }, a, b, 0.5)).toBeGreaterThan(20);
  });
});

describe('separate parts', () => {
  const ends = [0, 1, 1, 2, 3, 4];
  it('are found, the largest first', () => expect([...componentsOf(6, ends)]).toEqual([0, 0, 0, 1, 1, 2]));
  it('are packed beside the largest without covering it', () => {
    const positions = {
      x: Float64Array.from([0, 50, 100, 5000, 5010, -9000]),
      y: Float64Array.from([0, 100, 0, 5000, 5000, 0]),
    };
    pack(positions, componentsOf(6, ends), 1.6);
    expect([...positions.x.slice(0, 3)]).toEqual([0, 50, 100]);
    expect(Math.min(...positions.x.slice(3))).toBeGreaterThan(100);
    expect(Math.max(...positions.x)).toBeLessThan(150);
    expect((positions.x[4] ?? 0) - (positions.x[3] ?? 0)).toBe(10);
  });
});

describe('spread', () => {
  it('moves discs apart and leaves held ones', () => {
    const positions = { x: Float64Array.from([0, 1, 1]), y: Float64Array.from([0, 0, 0]) };
    spread(positions, Float64Array.from([5, 5, 5]), Uint8Array.from([1, 0, 0]));
    expect(positions.x[0]).toBe(0);
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const distance = Math.hypot(
        (positions.x[i] ?? 0) - (positions.x[j] ?? 0),
        (positions.y[i] ?? 0) - (positions.y[j] ?? 0),
      );
      expect(distance).toBeGreaterThan(9);
    }
  });
});

describe('placeLabels', () => {
  const wish = (text: string, x: number, rank: number) => {
    return { text, x, y: 50, radius: 5, width: 60, height: 14, rank, isCentre: false };
  };
  it('gives the greater node its first place and the other one another', () => {
    const placed = placeLabels([wish('small', 110, 1), wish('large', 100, 2)], { width: 400, height: 100 });
    expect(placed[0]?.text).toBe('large');
    expect(placed[1]?.y).not.toBe(placed[0]?.y);
  });
  it('leaves out names that would be cut off', () => {
    expect(placeLabels([wish('edge', 0, 1)], { width: 40, height: 100 })).toEqual([]);
  });
});
