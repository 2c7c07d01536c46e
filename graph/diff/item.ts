import { byCodeUnit } from '../ids.ts';
import { EDGE_TYPES, ENTITY_LABELS } from '../model.ts';
import type { Edge, EntityNode, Statement } from '../model.ts';
import type { StoredItem } from '../store/store.ts';

/** A node, statement or edge of one of two graphs that are compared. */
export type Item =
  | { readonly kind: 'node'; readonly node: EntityNode }
  | { readonly kind: 'statement'; readonly statement: ComparedStatement }
  | { readonly kind: 'edge'; readonly edge: Edge };
/** Of a statement its words are left out: its id tells them. */
export type ComparedStatement = Omit<Statement, 'text' | 'origin'>;

export const idOf = (item: Item): string =>
  item.kind === 'node' ? item.node.id : item.kind === 'statement' ? item.statement.id : item.edge.id;

const RANK: Readonly<Record<Item['kind'], number>> = { node: 0, statement: 1, edge: 2 };
/** The order of stores and exports: nodes, statements, edges, each by id. */
export const inOrder = (a: Item, b: Item): number =>
  RANK[a.kind] - RANK[b.kind] || byCodeUnit(idOf(a), idOf(b));

export function fromStored(item: StoredItem): Item {
  if (item.kind === 'node') return { kind: 'node', node: item.node };
  if (item.kind === 'edge') return item;
  const { text: _text, origin: _origin, ...statement } = item.statement;
  return { kind: 'statement', statement };
}

/**
 * A node or edge of graphology's serialised form.
 * @throws Error saying what it lacks.
 */
export function fromSerialised(value: unknown): Item {
  const { key, source, target, attributes } = record(value) as Readonly<Record<string, unknown>>;
  const own = record(attributes);
  const at = `${source === undefined ? 'node' : 'edge'} ${String(key)}`;
  if (typeof key !== 'string')
    throw new Error(`a node or edge has no key: ${JSON.stringify(value).slice(0, 100)}`);
  if (source !== undefined) {
    for (const [field, given] of Object.entries({
      source,
      target,
      statement: own['statement'],
      quote: own['quote'],
    }))
      if (typeof given !== 'string')
        throw new Error(`${at} has no ${field}: only graphs of Entente can be compared`);
    if (!isOneOf(EDGE_TYPES, own['type']))
      throw new Error(`${at} has the type ${String(own['type'])}, which is none of Entente's`);
    return { kind: 'edge', edge: { ...own, id: key, source, target } as unknown as Edge };
  }
  if (own['label'] === 'Statement') {
    const { label: _label, name: _name, text: _text, ...fields } = own;
    return { kind: 'statement', statement: { ...fields, id: key } as unknown as ComparedStatement };
  }
  if (!isOneOf(ENTITY_LABELS, own['label']) || typeof own['name'] !== 'string')
    throw new Error(`${at} has no label and name of Entente's`);
  return { kind: 'node', node: { aliases: [], ...own, id: key } as unknown as EntityNode };
}

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && names.includes(value);
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
