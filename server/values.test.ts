import { describe, expect, it } from 'vitest';
import type { Edge } from '../graph/model.ts';
import { edgeProperties } from '../graph/store/records.ts';
import type { CypherValue } from '../graph/store/store.ts';
import { crowd } from '../graph/store/testing/builders.ts';
import { foundIn } from './values.ts';

const { statement, edges } = crowd(1, 3, 3)[0]!;

/** A relationship as a query gives it: without what is the store's own. */
function relationship(edge: Edge): CypherValue {
  const { id, type, source, target } = edge;
  const own = Object.entries(edgeProperties(edge, statement)).filter(
    ([key, value]) => !key.startsWith('_') && value !== undefined,
  );
  return {
    kind: 'relationship',
    id,
    type,
    source,
    target,
    properties: Object.fromEntries(own),
  } as CypherValue;
}

describe('the edges among the values of a query', () => {
  it('are all that the store holds, also those of which it does not keep what goes without saying', () => {
    const all = edges.map((edge) =>
      edge.type === 'MENTIONS'
        ? { ...edge, why: { rule: 'mention', source: 'document', target: 'named' } }
        : edge,
    );
    expect(relationship(all.find(({ type }) => type === 'MENTIONS')!)).not.toHaveProperty('properties.why');
    expect(foundIn([all.map(relationship)]).edges).toEqual(all);
  });
  it('are no relationships of others', () => {
    const value = {
      kind: 'relationship',
      id: 'x',
      type: 'MENTIONS',
      source: 'a',
      target: 'b',
      properties: {},
    };
    expect(foundIn([[value as CypherValue]]).edges).toEqual([]);
  });
});
