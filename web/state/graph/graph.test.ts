import { describe, expect, it } from 'vitest';
import type { Edge, EntityNode } from '../../../server/contract.ts';
import { NO_MORE_FILTERS } from '../view/more-filters.ts';
import { passing } from './filter.ts';
import { groupTies, mergeParts, span } from './ties.ts';

const node = (id: string, label: EntityNode['label'] = 'Country'): EntityNode => ({
  id,
  label,
  name: id,
  aliases: [],
});
function edge(id: string, type: Edge['type'], source: string, target: string, date?: string): Edge {
  return {
    id,
    type,
    source,
    target,
    ...(date === undefined ? {} : { date }),
    statement: 'statement:1',
    quote: '',
    start: 0,
    end: 0,
    modality: 'asserted',
    confidence: 1,
    context: [],
    extractor: 'test 1',
    why: { rule: 'test', source: '', target: '' },
  };
}
const directed = (type: string): boolean => type !== 'MET_WITH';

describe('groupTies', () => {
  it('makes one tie of the evidence for one relation, both ways where the relation holds both ways', () => {
    const ties = groupTies(
      [
        edge('1', 'MET_WITH', 'b', 'a', '2024'),
        edge('2', 'MET_WITH', 'a', 'b', '2023-05'),
        edge('3', 'CONDEMNS', 'a', 'b'),
        edge('4', 'CONDEMNS', 'b', 'a'),
      ],
      directed,
    );
    expect(ties.map((tie) => tie.key)).toEqual(['MET_WITH~a~b', 'CONDEMNS~a~b', 'CONDEMNS~b~a']);
    expect(ties[0]?.edges.map((e) => e.id)).toEqual(['2', '1']);
    expect(ties[0] && span(ties[0])).toEqual({ first: '2023-05', last: '2024' });
    expect(ties[1] && span(ties[1])).toBeUndefined();
  });
});

describe('passing', () => {
  const loaded = mergeParts([
    { nodes: [node('a'), node('b'), node('p', 'Person')], edges: [edge('1', 'CONDEMNS', 'a', 'b', '2023')] },
    undefined,
    {
      nodes: [node('a')],
      edges: [
        edge('1', 'CONDEMNS', 'a', 'b', '2023'),
        edge('2', 'SUPPORTS', 'p', 'a'),
        edge('3', 'SUPPORTS', 'a', 'lost'),
      ],
    },
  ]);
  const filter = {
    types: new Set(['CONDEMNS', 'SUPPORTS']),
    labels: null,
    from: '',
    to: '',
    more: NO_MORE_FILTERS,
    hidden: new Set<string>(),
  };
  const ids = (change: object, answered: readonly string[] = []): readonly string[] =>
    passing(loaded, { ...filter, ...change }, new Set(answered)).map((e) => e.id);

  it('drops edges whose ends are not loaded', () => expect(ids({})).toEqual(['1', '2']));
  it('filters by relation', () => expect(ids({ types: new Set(['SUPPORTS']) })).toEqual(['2']));
  it('asks both ends for their label', () => expect(ids({ labels: new Set(['Country']) })).toEqual(['1']));
  it('filters by date; the server vouches for undated edges', () => {
    expect(ids({ from: '2023' })).toEqual(['1']);
    expect(ids({ from: '2024' })).toEqual([]);
    expect(ids({ from: '2024' }, ['2'])).toEqual(['2']);
  });
  it('shows nothing of hidden nodes, and what only the server can judge only when it did', () => {
    expect(ids({ hidden: new Set(['p']) })).toEqual(['1']);
    const more = { ...NO_MORE_FILTERS, countries: ['IRN'] };
    expect(ids({ more })).toEqual([]);
    expect(ids({ more }, ['1'])).toEqual(['1']);
    expect(ids({ more: { ...NO_MORE_FILTERS, modality: ['urged'] } })).toEqual([]);
  });
});
