/** What a node and an edge carry in the formats that declare their columns: GEXF, GraphML, CSV. */
import type { Edge, NodeLabel } from '../model.ts';
import { UNDIRECTED } from '../model.ts';
import { tidy } from '../serialise.ts';
import type { StoredItem } from '../store/store.ts';

export interface Attribute<T> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double' | 'boolean';
  /** Undefined where the thing has none. */
  readonly of: (thing: T) => string | number | boolean | undefined;
}

/** A node or a statement, which these formats hold as a node. */
export type NodeItem = Exclude<StoredItem, { kind: 'edge' }>;

const SEPARATOR = '; ';
/** Lists as text: none of these formats has a list that all of their readers understand. */
export function joinList(list: readonly string[]): string | undefined {
  if (list.length === 0) return undefined;
  // What could not be split again is written as JSON.
  const plain = list.every((x) => !x.includes(';') && x === x.trim() && x !== '' && !x.startsWith('['));
  return plain ? list.join(SEPARATOR) : JSON.stringify(list);
}
/** Reads what `joinList` wrote, or what a person typed. */
export function splitList(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(trimmed);
      if (Array.isArray(list) && list.every((x) => typeof x === 'string')) return list;
    } catch {
      // A name in brackets.
    }
  }
  return trimmed
    .split(';')
    .map((x) => x.trim())
    .filter(Boolean);
}

const text = <T>(name: string, of: (thing: T) => string | undefined): Attribute<T> => ({
  name,
  type: 'string',
  of,
});

export const nodeId = (item: NodeItem): string => (item.kind === 'node' ? item.node.id : item.statement.id);
export const nodeName = (item: NodeItem): string =>
  item.kind === 'node' ? item.node.name : (item.statement.title ?? item.statement.id);
export const nodeLabel = (item: NodeItem): NodeLabel =>
  item.kind === 'node' ? item.node.label : 'Statement';

export const NODE_ATTRIBUTES: readonly Attribute<NodeItem>[] = [
  text('label', nodeLabel),
  text('name', nodeName),
  text('aliases', (i) => (i.kind === 'node' ? joinList(i.node.aliases) : undefined)),
  text('kind', (i) => (i.kind === 'node' ? i.node.kind : i.statement.kind)),
  text('date', (i) => (i.kind === 'node' ? i.node.date : i.statement.date)),
  text('country', (i) => (i.kind === 'node' ? i.node.country : undefined)),
  text('title', (i) => (i.kind === 'node' ? undefined : i.statement.title)),
  text('source', (i) => (i.kind === 'node' ? undefined : i.statement.source)),
  text('speaker', (i) => (i.kind === 'node' ? undefined : i.statement.speaker)),
  text('language', (i) => (i.kind === 'node' ? undefined : i.statement.language)),
  ...(['url', 'original', 'repeats'] as const).map((name) =>
    text<NodeItem>(name, (i) => (i.kind === 'node' ? undefined : i.statement[name])),
  ),
  text('text', (i) => (i.kind === 'node' ? undefined : i.statement.text)),
];

export const EDGE_ATTRIBUTES: readonly Attribute<Edge>[] = [
  text('type', (e) => e.type),
  { name: 'undirected', type: 'boolean', of: (e) => UNDIRECTED.has(e.type) },
  text('statement', (e) => e.statement),
  text('quote', (e) => e.quote),
  { name: 'start', type: 'integer', of: (e) => e.start },
  { name: 'end', type: 'integer', of: (e) => e.end },
  text('sourceText', (e) => e.sourceText),
  text('targetText', (e) => e.targetText),
  text('trigger', (e) => e.trigger),
  text('speaker', (e) => e.speaker),
  text('date', (e) => e.date),
  text('modality', (e) => e.modality),
  { name: 'confidence', type: 'double', of: (e) => e.confidence },
  text('context', (e) => joinList(e.context)),
  text('role', (e) => e.role),
  text('from', (e) => e.from),
  text('to', (e) => e.to),
  text('extractor', (e) => e.extractor),
  text('rule', (e) => e.why.rule),
  text('why', (e) => JSON.stringify(tidy({ ...e.why }))),
];
