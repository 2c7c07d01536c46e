import { z } from 'zod';
import { EDGE_TYPES, ENTITY_LABELS, MODALITIES } from './model.ts';
import type { Edge, EntityNode, Extraction, Statement } from './model.ts';
import { byId } from './ids.ts';

const optional = z.string().optional();
const entity = z.object({
  label: z.enum(ENTITY_LABELS),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  kind: optional,
  date: optional,
  country: optional,
});
const statement = z.object({
  label: z.literal('Statement'),
  text: z.string().min(1),
  title: optional,
  date: optional,
  source: optional,
  speaker: optional,
  kind: optional,
  language: z.string(),
});
const edge = z.object({
  type: z.enum(EDGE_TYPES),
  statement: z.string(),
  quote: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  sourceText: optional,
  targetText: optional,
  trigger: optional,
  speaker: optional,
  date: optional,
  modality: z.enum(MODALITIES),
  confidence: z.number().min(0).max(1),
  context: z.array(z.string()),
  extractor: z.string(),
  why: z.object({
    rule: z.string(),
    source: z.string(),
    target: z.string(),
    notes: z.array(z.string()).optional(),
  }),
  role: optional,
  from: optional,
  to: optional,
});
const graph = z.object({
  nodes: z.array(z.object({ key: z.string(), attributes: z.record(z.string(), z.unknown()) })),
  edges: z.array(
    z.object({
      key: z.string(),
      source: z.string(),
      target: z.string(),
      attributes: z.record(z.string(), z.unknown()),
    }),
  ),
});

/**
 * Reads graphology's serialised form of one statement's graph back, as `serialiseExtraction` writes it.
 * @throws Error naming the node or edge when it is not such a graph: an unknown label or type, a quote that does not
 * stand at its offsets, an end that is no node, not exactly one statement.
 */
export function deserialiseExtraction(value: unknown): Extraction {
  const { nodes, edges } = read(graph, value, 'the graph');
  const texts = nodes.filter((n) => n.attributes['label'] === 'Statement');
  const [only] = texts;
  if (!only || texts.length > 1) throw new Error(`the graph holds ${texts.length} statements; one is needed`);
  const { label: _label, ...fields } = read(statement, only.attributes, `node ${only.key}`);
  const made: Statement = { id: only.key, ...fields };
  const entities = nodes
    .filter((n) => n !== only)
    .map((n): EntityNode => ({ id: n.key, ...read(entity, n.attributes, `node ${n.key}`) }));
  const known = new Set([made.id, ...entities.map((n) => n.id)]);
  const assertions = edges.map((e): Edge => {
    const at = `edge ${e.key}`;
    const assertion: Edge = {
      id: e.key,
      source: e.source,
      target: e.target,
      ...read(edge, e.attributes, at),
    };
    for (const end of [e.source, e.target]) if (!known.has(end)) throw new Error(`${at}: ${end} is no node`);
    if (made.text.slice(assertion.start, assertion.end) !== assertion.quote) {
      throw new Error(`${at}: its quote does not stand at ${assertion.start}-${assertion.end} of the text`);
    }
    return assertion;
  });
  return { statement: made, nodes: entities.sort(byId), edges: assertions.sort(byId) };
}

/** Checks a part of the graph; keys that are undefined are left out, as they were when it was written. */
function read<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return dropUndefined(result.data);
  throw new Error(`${what}: ${z.prettifyError(result.error)}`);
}

function dropUndefined<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
