import { MultiGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { edgeId, entityId, slug, statementId } from './ids.ts';
import type { Extraction } from './model.ts';
import { parseOntology } from './ontology/ontology.ts';
import { serialiseExtraction } from './serialise.ts';

const text = 'Canada met Japan in Ottawa.';
const at = { statement: statementId({ text }), start: 0, end: 16 };
const ends = { source: 'country:CAN', target: 'country:JPN' };
const extraction: Extraction = {
  statement: { id: at.statement, text, language: 'en', date: '2024-05' },
  nodes: [
    { id: 'country:CAN', label: 'Country', name: 'Canada', aliases: [], country: 'CAN' },
    { id: 'country:JPN', label: 'Country', name: 'Japan', aliases: ['Nippon'] },
  ],
  edges: [
    {
      id: edgeId({ ...at, ...ends, type: 'MET_WITH' }),
      ...at,
      ...ends,
      type: 'MET_WITH',
      quote: text.slice(0, 16),
      modality: 'asserted',
      confidence: 0.9,
      context: [],
      extractor: 'test@1',
      why: { rule: 'meet.v', source: 'named', target: 'named' },
    },
  ],
};

describe("graphology's serialised form", () => {
  it('is read by graphology, both ways undirected where the relation is', () => {
    const graph = new MultiGraph({ type: 'mixed' });
    graph.import(serialiseExtraction(extraction) as never);
    expect([graph.order, graph.undirectedSize]).toEqual([3, 1]);
  });
});

describe('ids', () => {
  it('are words without marks', () => {
    expect(slug('Miguel Díaz-Canel')).toBe('miguel-diaz-canel');
    expect(entityId('Country', 'CUB')).toBe('country:CUB');
  });
  it('of an undirected relation do not depend on who is named first', () => {
    const turned = { source: ends.target, target: ends.source };
    expect(edgeId({ ...at, ...turned, type: 'MET_WITH' })).toBe(edgeId({ ...at, ...ends, type: 'MET_WITH' }));
    expect(edgeId({ ...at, ...turned, type: 'AIDS' })).not.toBe(edgeId({ ...at, ...ends, type: 'AIDS' }));
  });
});

describe('an ontology file', () => {
  const good = [
    'labels:',
    '  Person: { prefix: person, plural: people, actor: true, about: a }',
    'relations:',
    '  MET_WITH: { plover: [CONSULT], score: 2.5, directed: false, side: verbal-cooperation, phrase: met, about: a }',
    'structural:',
    '  REPRESENTS: { from: [Person], to: [Person], phrase: p, about: a }',
    'modalities: [asserted]',
    'contexts: []',
  ].join('\n');
  it('is read', () => expect(Object.keys(parseOntology(good).relations)).toEqual(['MET_WITH']));
  it.each([
    ['an unknown key', good.replace('plural: people', 'plurals: people'), /plurals/],
    ['a score out of range', good.replace('2.5', '25'), /score/],
    ['an end that is no label', good.replace('to: [Person]', 'to: [Robot]'), /Robot/],
    ['a name used twice', good.replace('REPRESENTS', 'MET_WITH'), /both/],
  ])('with %s is refused', (_what, text, message) => {
    expect(() => parseOntology(text)).toThrow(message);
  });
});
