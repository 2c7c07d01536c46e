import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITY_LABELS } from '../model.ts';
import type { EntityNode } from '../model.ts';
import { EMPTY_TALLY, count, mergeEntity, merged, readTally, writeTally } from './merge.ts';

const view = (name: string, more: Partial<EntityNode> = {}): EntityNode => ({
  id: 'x',
  label: 'Country',
  name,
  aliases: [],
  ...more,
});

describe('mergeEntity', () => {
  it('takes the most frequent name, ties by code unit, and keeps the others as aliases', () => {
    expect(mergeEntity('x', [view('B'), view('A'), view('B')])).toMatchObject({ name: 'B', aliases: ['A'] });
    expect(mergeEntity('x', [view('b'), view('B')])).toMatchObject({ name: 'B', aliases: ['b'] });
  });

  it('joins aliases, sorted by code unit, without the name', () => {
    const seen = [view('A', { aliases: ['é', 'z'] }), view('A', { aliases: ['Z', 'z', 'A'] })];
    expect(mergeEntity('x', seen).aliases).toEqual(['Z', 'z', 'é']);
  });

  it('takes the smallest of what else is given, and nothing where nothing is', () => {
    const seen = [view('A', { kind: 'b', date: '2023-12' }), view('A', { kind: 'a', date: '' }), view('A')];
    expect(mergeEntity('x', seen)).toEqual({
      id: 'x',
      label: 'Country',
      name: 'A',
      aliases: [],
      kind: 'a',
      date: '2023-12',
    });
  });

  it('is not confused by names that objects already have', () => {
    const odd = view('__proto__', { aliases: ['constructor', 'toString', '1', '0'] });
    expect(merged('x', count(EMPTY_TALLY, odd, 1))).toEqual({
      ...odd,
      aliases: ['0', '1', 'constructor', 'toString'],
    });
    expect(readTally(writeTally(count(EMPTY_TALLY, odd, 1)))).toEqual(count(EMPTY_TALLY, odd, 1));
  });
});

const views = fc.array(
  fc.record({
    id: fc.constant('x'),
    label: fc.constantFrom(...ENTITY_LABELS),
    name: fc.constantFrom('a', 'b', 'ä', '__proto__', '7'),
    aliases: fc.uniqueArray(fc.constantFrom('a', 'c', 'd', 'constructor')),
    kind: fc.option(fc.constantFrom('k', 'l'), { nil: undefined }),
  }),
  { maxLength: 8 },
);

describe('count', () => {
  it('does not depend on order', () => {
    fc.assert(
      fc.property(views, (seen) => {
        const one = mergeEntity('x', seen);
        expect(mergeEntity('x', [...seen].reverse())).toEqual(one);
        const names = new Set(seen.flatMap((v) => [v.name, ...v.aliases]));
        expect(new Set(seen.length > 0 ? [one.name, ...one.aliases] : [])).toEqual(names);
      }),
    );
  });

  it('undoes itself', () => {
    fc.assert(
      fc.property(views, views, (stay, go) => {
        const before = stay.reduce((t, v) => count(t, v, 1), EMPTY_TALLY);
        const more = go.reduce((t, v) => count(t, v, 1), before);
        const after = [...go].reverse().reduce((t, v) => count(t, v, -1), more);
        expect(writeTally(after)).toBe(writeTally(before));
      }),
    );
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(views, (seen) => {
        const tally = seen.reduce((t, v) => count(t, v, 1), EMPTY_TALLY);
        expect(writeTally(readTally(writeTally(tally)))).toBe(writeTally(tally));
      }),
    );
  });
});
