import { byId, edgeId, entityId, statementId } from '../../ids.ts';
import type { Edge, EdgeType, EntityLabel, EntityNode, Extraction, Statement } from '../../model.ts';

export function entity(label: EntityLabel, name: string, more: Partial<EntityNode> = {}): EntityNode {
  return { id: entityId(label, name), label, name, aliases: [], ...more };
}
export const person = (name: string, more?: Partial<EntityNode>): EntityNode => entity('Person', name, more);
export const country = (code: string, name: string, more?: Partial<EntityNode>): EntityNode =>
  entity('Country', name, { id: `country:${code}`, country: code, ...more });

export const IRAN = country('IRN', 'Iran', { aliases: ['Islamic Republic of Iran'] });
export const CUBA = country('CUB', 'Cuba');
export const USA = country('USA', 'United States', { aliases: ['America', 'US'] });
export const DIAZ = person('Miguel Díaz-Canel', { aliases: ['Díaz-Canel'] });

/** Who, what, whom, and what else is known of the edge. */
export type Claim = readonly [source: EntityNode, type: EdgeType, target: EntityNode, more?: Partial<Edge>];

/** What a text says, as an extractor would give it: the claims, and MENTIONS for every node they name. */
export function said(
  text: string,
  claims: readonly Claim[],
  fields: Partial<Statement> = {},
  others: readonly EntityNode[] = [],
): Extraction {
  const id = statementId({ text, ...fields });
  const statement: Statement = { id, text, language: 'en', ...fields };
  const named = [...claims.flatMap(([source, , target]) => [source, target]), ...others];
  const nodes = [...new Map(named.map((n) => [n.id, n])).values()].sort(byId);
  const edges = [
    ...claims.map(([source, type, target, more], i) => edge(statement, i, type, source.id, target.id, more)),
    ...nodes.map((n) => edge(statement, 0, 'MENTIONS', id, n.id)),
  ].sort(byId);
  return { statement, nodes, edges };
}

function edge(
  s: Statement,
  at: number,
  type: EdgeType,
  source: string,
  target: string,
  more: Partial<Edge> = {},
): Edge {
  const start = Math.min(at, Math.max(0, s.text.length - 1));
  const place = { statement: s.id, start, end: s.text.length, type, source, target };
  return {
    id: edgeId(place),
    ...place,
    quote: s.text.slice(start),
    modality: 'asserted',
    confidence: 0.8,
    context: ['diplomatic'],
    extractor: 'test 1',
    why: { rule: `${type.toLowerCase()}.1`, source: 'named', target: 'named' },
    ...more,
  };
}

/** Many statements about many people, each supporting the next; enough for a query to run for ever. */
export function crowd(statements: number, people: number, claims = 3): Extraction[] {
  const all = Array.from({ length: people }, (_, i) => person(`Person Number ${i}`));
  const at = (i: number): EntityNode => all[i % people]!;
  return Array.from({ length: statements }, (_, i) =>
    said(
      `Statement ${i} of many: one supports another.`,
      Array.from({ length: claims }, (_, k): Claim => [at(i * 7 + k), 'SUPPORTS', at(i * 13 + k * 5 + 1)]),
      { title: `Statement ${i}`, date: `20${String(10 + (i % 14))}-0${1 + (i % 9)}` },
    ),
  );
}
