import { createHash } from 'node:crypto';
import { byCodeUnit } from '../ids.ts';
import { EDGE_TYPES, ENTITY_LABELS } from '../model.ts';
import type { Edge, EdgeType, EntityLabel, EntityNode, Extraction, Statement, Why } from '../model.ts';
import type { AsRead } from '../identity/apply.ts';
import { tidy } from '../serialise.ts';
import type { Row } from './backend.ts';
import type { Tally } from './merge.ts';
import { merged, writeTally } from './merge.ts';
import { searchText } from './search.ts';
import type { StatementSummary } from './store.ts';

/** Properties of a node or relationship in the database; those beginning with `_` are the store's own. */
export type Properties = Readonly<Record<string, unknown>>;

/** What `_entity` of a MENTIONS relationship holds, in this order, as JSON: one property takes far less than six. */
const ENTITY_FIELDS = ['label', 'name', 'aliases', 'kind', 'date', 'country'] as const;

/** Every member, so that none is forgotten when the model grows; by name, as `tidy` orders them. */
const members = <T extends object>(all: Readonly<Record<keyof T & string, true>>): (keyof T & string)[] =>
  (Object.keys(all) as (keyof T & string)[]).sort(byCodeUnit);
const EDGE_MEMBERS = members<Omit<Required<Edge>, 'why'>>({
  ...{
    id: true,
    type: true,
    source: true,
    target: true,
    statement: true,
    quote: true,
    start: true,
    end: true,
  },
  ...{ sourceText: true, targetText: true, trigger: true, speaker: true, date: true, modality: true },
  ...{ confidence: true, context: true, extractor: true, role: true, from: true, to: true },
});
const WHY_MEMBERS = members<Required<Why>>({ rule: true, source: true, target: true, notes: true });
const NODE_MEMBERS = members<Required<EntityNode>>({
  ...{ id: true, label: true, name: true, aliases: true, kind: true, date: true, country: true },
});
const EDGE_FIELDS = [
  ...[
    'statement',
    'quote',
    'start',
    'end',
    'sourceText',
    'targetText',
    'trigger',
    'speaker',
    'date',
    'modality',
  ],
  ...['confidence', 'context', 'extractor', 'role', 'from', 'to'],
] as const;

/** Names of all but what the store keeps for itself, sorted (by code unit): databases have an order of their own. */
export const visibleKeys = (p: Properties): string[] =>
  Object.keys(p)
    .filter((k) => !k.startsWith('_'))
    .sort();
export const sortedEntries = (p: Properties): [string, unknown][] =>
  Object.entries(p).sort(([a], [b]) => byCodeUnit(a, b));

export const isEntityLabel = (s: unknown): s is EntityLabel =>
  (ENTITY_LABELS as readonly unknown[]).includes(s);
export const isEdgeType = (s: unknown): s is EdgeType => (EDGE_TYPES as readonly unknown[]).includes(s);

/**
 * Tells whether a stored statement and its graph are the same as this one; where it was read from does not matter. Values
 * without their names, in a fixed order: this runs over everything that is saved.
 */
export function digest({ statement, nodes, edges }: Extraction): string {
  const whole = [
    tidy({ ...statement, origin: undefined }),
    nodes.map((node) => NODE_MEMBERS.map((m) => node[m])),
    edges.map((edge) => [WHY_MEMBERS.map((m) => edge.why[m]), ...EDGE_MEMBERS.map((m) => edge[m])]),
  ];
  return hash(JSON.stringify(whole));
}
/** Node's own: several times faster than the one of ids.ts, which also runs in a page. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** An extraction and what tells whether it changed. */
export interface Digested extends Extraction {
  readonly digest: string;
}

/** What changes when a statement or what it means changes, so that others notice. */
export const stateOf = (digest: string, changes: string): string =>
  changes === '' ? digest : `${digest} ${hash(changes)}`;

/** What a statement's origin is found by; a path may be longer than an index takes. */
export const originKey = (origin: string | undefined): string | undefined =>
  origin === undefined ? undefined : hash(origin);

/** `changes`: the ids that decisions changed in it (identity/apply.ts). */
export function statementProperties({ statement, edges, digest }: Digested, changes: string): Properties {
  return tidy({
    ...statement,
    _digest: digest,
    _state: stateOf(digest, changes),
    _origin: originKey(statement.origin),
    _edges: edges.length,
    _length: statement.text.length,
  });
}

export function entityProperties(id: string, tally: Tally): Properties {
  const node = merged(id, tally);
  return tidy({
    ...node,
    label: undefined,
    _search: searchText(node),
    _mentions: tally.total,
    _tally: writeTally(tally),
  });
}

/**
 * `source`, `target` and `type` are the relationship's own; `_date` is what the edge is filtered by; `_source`, `_target`
 * and `_speaker` are who stood there as it was read, where decisions changed that. A MENTIONS edge also gets what its
 * statement knows of the entity. What goes without saying is not kept, because each property takes memory: an empty list
 * of contexts, and that a MENTIONS edge is there because the entity is named.
 */
export function edgeProperties(
  edge: Edge,
  statement: Statement,
  mentioned?: EntityNode,
  read: AsRead = {},
): Properties {
  const why = writeWhy(edge.why);
  const own = {
    source: undefined,
    target: undefined,
    type: undefined,
    context: edge.context.length > 0 ? edge.context : undefined,
    why: edge.type === 'MENTIONS' && why === NAMED ? undefined : why,
    _date: edge.type === 'MENTIONS' ? undefined : (edge.date ?? statement.date),
    _source: read.source,
    _target: read.target,
    _speaker: read.speaker,
    _entity: mentioned && JSON.stringify(ENTITY_FIELDS.map((f) => mentioned[f])),
  };
  return { ...edge, ...own };
}

const writeWhy = ({ notes, rule, source, target }: Why): string =>
  JSON.stringify({ notes, rule, source, target });
/** Why nearly every MENTIONS edge is there. */
const NAMED = writeWhy({ rule: 'mention', source: 'document', target: 'named' });

/**
 * Properties that a relationship of a type may have, in the order of the rows that are written. `rare`: also those that few
 * have; a database is asked for every one that it gets, also to set nothing.
 */
export const edgeKeys = (type: EdgeType, rare: boolean): readonly string[] =>
  rare ? ALL_KEYS : type === 'MENTIONS' ? MENTION_KEYS : EDGE_KEYS;
export const isRare = (type: EdgeType, p: Properties): boolean =>
  (type === 'MENTIONS' ? RARE_IN_MENTIONS : RARE).some((key) => p[key] !== undefined);
const ALL_KEYS = ['id', ...EDGE_FIELDS, 'why', '_date', '_source', '_target', '_speaker', '_entity'];
const RARE = ['context', 'role', 'from', 'to', '_source', '_target', '_speaker', '_entity'];
const RARE_IN_MENTIONS = [
  ...RARE.filter((key) => key !== '_entity'),
  ...['sourceText', 'targetText', 'trigger', 'speaker', 'date', 'why', '_date'],
];
const EDGE_KEYS = ALL_KEYS.filter((key) => !RARE.includes(key));
const MENTION_KEYS = ALL_KEYS.filter((key) => !RARE_IN_MENTIONS.includes(key));

/**
 * What a statement knows of an entity, from its MENTIONS relationship; undefined on the second and later ones. Its id is the
 * one by which it was read; `as` is the one that it has in the graph.
 */
export function mentionedEntity(as: string, p: Properties): EntityNode | undefined {
  const fields = tidyNode(typeof p['_entity'] === 'string' ? unpack(p['_entity']) : ofVersion01(p));
  return fields['name'] === undefined ? undefined : ({ id: p['_target'] ?? as, ...fields } as EntityNode);
}

function unpack(entity: string): Record<string, unknown> {
  const values = JSON.parse(entity) as unknown[];
  return Object.fromEntries(ENTITY_FIELDS.map((f, n) => [f, values[n]]));
}

/** Version 0.1 kept a property for each: `entityLabel`, `entityName`, … */
const ofVersion01 = (p: Properties): Record<string, unknown> =>
  Object.fromEntries(ENTITY_FIELDS.map((f) => [f, p[`entity${f.charAt(0).toUpperCase()}${f.slice(1)}`]]));

const tidyNode = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v !== null));

export function toEntity(p: Properties, labels: readonly string[]): EntityNode {
  const { id, name, aliases, kind, date, country } = p;
  const label = labels.find(isEntityLabel);
  return tidyNode({ id, label, name, aliases, kind, date, country }) as unknown as EntityNode;
}

export function toStatement(p: Properties): Statement {
  const { id, text, title, date, source, speaker, kind, language, url, original, repeats, origin } = p;
  const fields = { title, date, source, speaker, kind, language, url, original, repeats, origin };
  return tidyNode({ id, text, ...fields }) as unknown as Statement;
}

export function toSummary(p: Properties): StatementSummary {
  const { id, title, date, source, speaker, kind, language, edges, length } = p;
  return tidyNode({
    id,
    title,
    date,
    source,
    speaker,
    kind,
    language,
    edges,
    length,
  }) as unknown as StatementSummary;
}

/** What a member is that is not kept. */
const ABSENT: Properties = { context: [] };

/** Field by field, so that equal edges are equal in the order of their keys, too, whatever database they come from. */
export function toEdge(row: { type: unknown; source: unknown; target: unknown; properties: unknown }): Edge {
  const p = row.properties as Properties;
  const { type, source, target } = row;
  const fields = tidyNode(Object.fromEntries(EDGE_FIELDS.map((f) => [f, p[f] ?? ABSENT[f]])));
  const why = whyOf(type, p) ?? { rule: '', source: '', target: '' };
  return { id: p['id'], type, source, target, ...fields, why } as unknown as Edge;
}

/** Why an edge is there; undefined where nothing tells. */
export function whyOf(type: unknown, { why }: Properties): Why | undefined {
  const text = why ?? (type === 'MENTIONS' ? NAMED : undefined);
  return typeof text === 'string' ? (JSON.parse(text) as Why) : undefined;
}

/** The edge as it was read, before decisions. */
export function toReadEdge(row: Row): Edge {
  const edge = toEdge(row as unknown as Parameters<typeof toEdge>[0]);
  const p = row['properties'] as Properties;
  const read = tidyNode({ source: p['_source'], target: p['_target'], speaker: p['_speaker'] });
  return { ...edge, ...read };
}

/** What the queries of queries.ts return, in the model's terms. */
export const entityOf = (row: Row | undefined): EntityNode | undefined =>
  row && toEntity(row['properties'] as Properties, row['labels'] as readonly string[]);
export const edgesOf = (rows: readonly Row[]): Edge[] =>
  rows.map(({ type, source, target, properties }) => toEdge({ type, source, target, properties }));
