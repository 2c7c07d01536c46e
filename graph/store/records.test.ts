import { describe, expect, it } from 'vitest';
import type { EntityNode } from '../model.ts';
import { edgeProperties, mentionedEntity, toEdge } from './records.ts';
import { crowd } from './testing/builders.ts';

const [{ statement, nodes, edges } = { statement: undefined, nodes: [], edges: [] }] = crowd(1, 3, 3);
const mention = edges.find((e) => e.type === 'MENTIONS')!;
const entity = nodes.find((n) => n.id === mention.target)!;
const stored = edgeProperties(mention, statement!, entity);

describe('what a MENTIONS relationship keeps', () => {
  it('is the edge and what its statement knows of the entity', () => {
    const { type, source, target } = mention;
    expect(toEdge({ type, source, target, properties: stored })).toEqual(mention);
    expect(mentionedEntity(target, stored)).toEqual(entity);
  });
  it.each([
    { rule: 'mention', source: 'document', target: 'named' },
    { ...mention.why, rule: 'hand' },
  ])('tells why it is there: %j', (why) => {
    const edge = { ...mention, why };
    const { type, source, target } = edge;
    expect(toEdge({ type, source, target, properties: edgeProperties(edge, statement!) })).toEqual(edge);
  });
  it('is nothing of the entity on its second mention', () => {
    expect(mentionedEntity(mention.target, edgeProperties(mention, statement!))).toBeUndefined();
  });
  it('may have been written by version 0.1', () => {
    const { label, name, aliases }: EntityNode = entity;
    const before = { entityLabel: label, entityName: name, entityAliases: aliases, entityCountry: null };
    expect(mentionedEntity(entity.id, before)).toEqual({ id: entity.id, label, name, aliases });
  });
});
