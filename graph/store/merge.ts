import { byCodeUnit, byId } from '../ids.ts';
import type { EntityLabel, EntityNode } from '../model.ts';

/**
 * How often each value of an entity was given, over all statements that mention it. Adding and taking back a statement
 * are additions and subtractions, so the tally depends neither on order nor on how many statements came before; saving
 * a statement about a country costs the same whether ten or a million others mention it.
 */
export interface Tally {
  /** Statements that mention the entity. */
  readonly total: number;
  /** Field -> value -> number of statements that give it. Maps, because names can be `__proto__`. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export const EMPTY_TALLY: Tally = { total: 0, values: new Map() };

const OPTIONAL = ['kind', 'date', 'country'] as const;
/** Names of what was declared the same: the entity is called so only while no statement names it by its own id. */
const OTHER_NAME = 'was';

/** What a statement knows of an entity under one of the ids that decisions made one. `own`: under the id that stands for all. */
export interface View {
  readonly node: EntityNode;
  readonly own: boolean;
}

/** The tally with one statement's knowledge of the entity added (`by` = 1) or taken back (`by` = -1). */
export const count = (tally: Tally, node: EntityNode, by: 1 | -1): Tally =>
  countViews(tally, [{ node, own: true }], by);

/** The same for a statement that names the entity under several ids: it counts once for each value. */
export function countViews(tally: Tally, views: readonly View[], by: 1 | -1): Tally {
  const values = new Map([...tally.values].map(([field, counts]) => [field, new Map(counts)]));
  const fields = new Map(views.flatMap(fieldsOf).map((f) => [f.join('\u0000'), f]));
  for (const [field, value] of fields.values()) {
    const counts = values.get(field) ?? new Map<string, number>();
    const n = (counts.get(value) ?? 0) + by;
    if (n > 0) counts.set(value, n);
    else counts.delete(value);
    if (counts.size > 0) values.set(field, counts);
    else values.delete(field);
  }
  return { total: Math.max(0, tally.total + by), values };
}

function fieldsOf({ node, own }: View): [string, string][] {
  const fields: [string, string][] = [
    ['label', node.label],
    [own ? 'name' : OTHER_NAME, node.name],
  ];
  for (const alias of new Set(node.aliases)) fields.push(['alias', alias]);
  for (const field of OPTIONAL) {
    const value = node[field];
    if (value !== undefined && value !== '') fields.push([field, value]);
  }
  return fields;
}

/**
 * What all statements together know of an entity. Label and name: the most frequent, ties by code unit. Aliases: every
 * other name and alias, sorted. The rest: the smallest value given.
 */
export function merged(id: string, tally: Tally): EntityNode {
  const given = (field: string): ReadonlyMap<string, number> =>
    tally.values.get(field) ?? new Map<string, number>();
  const name = mostFrequent(given('name')) || mostFrequent(given(OTHER_NAME));
  const aliases = new Set([...given('name').keys(), ...given(OTHER_NAME).keys(), ...given('alias').keys()]);
  aliases.delete(name);
  const rest: Partial<Record<(typeof OPTIONAL)[number], string>> = {};
  for (const field of OPTIONAL) {
    const [smallest] = [...given(field).keys()].sort(byCodeUnit);
    if (smallest !== undefined) rest[field] = smallest;
  }
  // The label was checked against the ontology before it was counted.
  const label = mostFrequent(given('label')) as EntityLabel;
  return { id, label, name, aliases: [...aliases].sort(byCodeUnit), ...rest };
}

/** What several statements know of one entity, merged. */
export function mergeEntity(id: string, seen: readonly EntityNode[]): EntityNode {
  return merged(
    id,
    seen.reduce((tally, node) => count(tally, node, 1), EMPTY_TALLY),
  );
}

/** Views of one statement by the ids that they have in the graph: one node for each, in order of id. */
export function mergeViews(
  nodes: readonly { readonly as: string; readonly node: EntityNode }[],
): EntityNode[] {
  const views = viewsById(nodes);
  return [...views].map(([id, of]) => nodeOf(id, of)).sort(byId);
}
/** One view that is not renamed stays as it is, also in the order of its aliases. */
const nodeOf = (id: string, views: readonly View[]): EntityNode =>
  views.length === 1 && views[0]!.own ? views[0]!.node : merged(id, countViews(EMPTY_TALLY, views, 1));

/** Several ids of one statement may be one entity. */
export function viewsById(
  nodes: readonly { readonly as: string; readonly node: EntityNode }[],
): Map<string, View[]> {
  const views = new Map<string, View[]>();
  for (const { as, node } of nodes) {
    const view = { node, own: node.id === as };
    const list = views.get(as);
    if (list) list.push(view);
    else views.set(as, [view]);
  }
  return views;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
  return first?.[0] ?? '';
}

type Entries<T> = [string, T][];
const sorted = <T>(map: ReadonlyMap<string, T>): Entries<T> => [...map].sort(([a], [b]) => byCodeUnit(a, b));

/** As text for the store; equal tallies give equal text. */
export function writeTally({ total, values }: Tally): string {
  return JSON.stringify([total, sorted(values).map(([field, counts]) => [field, sorted(counts)])]);
}

export function readTally(text: unknown): Tally {
  if (typeof text !== 'string' || text === '') return EMPTY_TALLY;
  const [total, values] = JSON.parse(text) as [number, Entries<Entries<number>>];
  return { total, values: new Map(values.map(([field, counts]) => [field, new Map(counts)])) };
}
