import { describe, expect, it } from 'vitest';
import type { Candidate } from './search.ts';
import { rank, searchText, words } from './search.ts';

const candidate = (name: string, aliases: string[] = [], mentions = 1): Candidate => ({
  id: `person:${name}`,
  label: 'Person',
  name,
  aliases,
  mentions,
});
const order = (text: string, ...candidates: Candidate[]): string[] =>
  rank(text, candidates, 10).map((h) => h.name);

describe('words', () => {
  it.each([
    ['Miguel Díaz-Canel', ['miguel', 'diaz', 'canel']],
    ["Côte d'Ivoire", ['cote', 'divoire']],
    ['U.N.', ['u', 'n']],
    ['Сергей Лавров', ['сергеи', 'лавров']],
    ['中国', ['中国']],
    ['*:?"+-', []],
    ['x'.repeat(300), ['x'.repeat(100)]],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('searchText', () => {
  it('has every word of every name once', () => {
    expect(searchText({ name: 'Iran', aliases: ['Islamic Republic of Iran'] })).toBe(
      ' iran islamic republic of',
    );
  });
});

describe('rank', () => {
  it('puts the same words first, then beginnings, then words inside', () => {
    expect(
      order(
        'iran',
        candidate('New Iran'),
        candidate('Iranian Army'),
        candidate('Iran nuclear deal'),
        candidate('Iran'),
      ),
    ).toEqual(['Iran', 'Iran nuclear deal', 'Iranian Army', 'New Iran']);
  });

  it('takes an alias as well, and says which one matched', () => {
    expect(rank('un', [candidate('United Nations', ['UN'])], 1)[0]).toMatchObject({
      name: 'United Nations',
      matched: 'UN',
    });
  });

  it('lets fame decide between equal matches, but not between kinds of match', () => {
    expect(order('ir', candidate('Iraq', [], 5), candidate('Iran', [], 500))).toEqual(['Iran', 'Iraq']);
    expect(order('iran', candidate('Iran deal', [], 1_000_000), candidate('Iran', [], 0))).toEqual([
      'Iran',
      'Iran deal',
    ]);
  });

  it('does not depend on the order of candidates', () => {
    const all = [candidate('B'), candidate('A'), candidate('Ab'), candidate('Aa')];
    expect(rank('a', all, 10)).toEqual(rank('a', [...all].reverse(), 10));
  });
});
