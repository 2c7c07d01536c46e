import { byCodeUnit } from '../ids.ts';
import type { EntityLabel, EntityNode } from '../model.ts';
import { tidy } from '../serialise.ts';

/**
 * How often each value of an entity was given, over all statements that mention it. Adding and taking back a statement
 * are additions and subtractions, so the tally depends neither on order nor on how many statements came before; saving
 * a statement about a country costs the same whether ten or a million others mention it.
 */
export interface Tally {
  /** Statements that mention the entity. */
  readonly total: number;
  /** Field -> value -> number of statements that give it. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const EMPTY_TALLY: Tally = { total: 0, values: {} };

const OPTIONAL = ['kind', 'date', 'country'] as const;

/** The tally with one statement's knowledge of the entity added (`by` = 1) or taken back (`by` = -1). */
export function count(tally: Tally, node: EntityNode, by: 1 | -1): Tally {
  const values: Record<string, Record<string, number>> = {};
  for (const [field, counts] of Object.entries(tally.values)) values[field] = { ...counts };
  for (const [field, value] of fieldsOf(node)) {
    const counts = (values[field] ??= {});
    const n = (counts[value] ?? 0) + by;
    if (n > 0) counts[value] = n;
    else delete counts[value];
    if (Object.keys(counts).length === 0) delete values[field];
  }
  return { total: Math.max(0, tally.total + by), values };
}

function fieldsOf(node: EntityNode): [string, string][] {
  const fields: [string, string][] = [
    ['label', node.label],
    ['name', node.name],
    ...[...new Set(node.aliases)].map((a): [string, string] => ['alias', a]),
  ];
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
  const { label = {}, name = {}, alias = {} } = tally.values;
  const best = mostFrequent(name);
  const aliases = new Set([...Object.keys(name), ...Object.keys(alias)]);
  aliases.delete(best);
  const rest: Partial<Record<(typeof OPTIONAL)[number], string>> = {};
  for (const field of OPTIONAL) {
    const [smallest] = Object.keys(tally.values[field] ?? {}).sort(byCodeUnit);
    if (smallest !== undefined) rest[field] = smallest;
  }
  // The label was checked against the ontology before it was counted.
  return {
    id,
    label: mostFrequent(label) as EntityLabel,
    name: best,
    aliases: [...aliases].sort(byCodeUnit),
    ...rest,
  };
}

/** What several statements know of one entity, merged: `merged` of their counts. */
export function mergeEntity(id: string, seen: readonly EntityNode[]): EntityNode {
  return merged(
    id,
    seen.reduce((tally, node) => count(tally, node, 1), EMPTY_TALLY),
  );
}

function mostFrequent(counts: Readonly<Record<string, number>>): string {
  const [first] = Object.entries(counts).sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
  return first?.[0] ?? '';
}

/** As text for the store; equal tallies give equal text. */
export function writeTally(tally: Tally): string {
  const values = Object.fromEntries(Object.entries(tally.values).map(([f, counts]) => [f, tidy(counts)]));
  return JSON.stringify([tally.total, tidy(values)]);
}

export function readTally(text: unknown): Tally {
  if (typeof text !== 'string' || text === '') return EMPTY_TALLY;
  const [total, values] = JSON.parse(text) as [number, Tally['values']];
  return { total, values };
}
