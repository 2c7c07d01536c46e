/** The shapes of answers: what the description promises and the tests hold every answer to. The types are those of contract.ts. */
import { z } from 'zod';
import { ENTITY_LABELS } from '../../graph/model.ts';
import { question } from '../../graph/questions/questions.ts';
import { edgeShape, nodeShape, statementShape } from '../../graph/shapes.ts';
import type * as contract from '../contract.ts';

const text = z.string();
const optional = text.optional();
const count = z.int().min(0);

export const node = z
  .strictObject(nodeShape)
  .meta({ id: 'Node', description: 'A person, country, organisation, event, issue or place' });
export const edge = z
  .strictObject({
    ...edgeShape,
    quote: edgeShape.quote.meta({ description: 'text.slice(start, end) of the statement' }),
  })
  .meta({ id: 'Edge', description: 'One assertion of a statement, with its evidence' });

const { text: _text, ...withoutText } = statementShape;
/** What is known of a statement beside its words. */
export const statementHeader = withoutText;
const statement = z.strictObject(statementShape).meta({ id: 'Statement' });
const graph = z.strictObject({ nodes: z.array(node), edges: z.array(edge) });
const statementWithGraph = z.strictObject({ statement, graph });

export const health = z
  .strictObject({
    status: z.enum(['ok', 'degraded']),
    version: text,
    store: z.strictObject({
      kind: z.enum(['embedded', 'neo4j']),
      status: z.enum(['ok', 'unavailable']),
      detail: optional,
    }),
  })
  .meta({ id: 'Health' }) satisfies z.ZodType<contract.Health>;
export const graphPart = z
  .strictObject({
    nodes: z.array(node),
    edges: z.array(edge),
    totalEdges: count,
    totalNodes: count.optional(),
    truncated: z.boolean(),
    stated: z.record(text, text).meta({ description: 'dates of the statements of the edges, by id' }),
  })
  .meta({ id: 'GraphPart' }) satisfies z.ZodType<contract.GraphPart>;
export const nodeDetail = z.strictObject({
  node,
  merged: z
    .array(z.strictObject({ id: text, name: text }))
    .optional()
    .meta({ description: 'names that decisions of identity made its own' }),
}) satisfies z.ZodType<contract.NodeDetail>;
export const edgeDetail = z.strictObject({
  edge,
  source: node.nullable(),
  target: node.nullable(),
  speaker: node.nullable(),
  statement,
}) satisfies z.ZodType<contract.EdgeDetail>;
export const savedStatement = z.strictObject({
  id: text,
  outcome: z.enum(['added', 'replaced', 'unchanged']),
  statement,
  graph,
}) satisfies z.ZodType<contract.SavedStatement>;
export const statementDetail = statementWithGraph satisfies z.ZodType<contract.StatementWithGraph>;
export const statementList = z.strictObject({
  items: z.array(z.strictObject({ ...statementHeader, edges: count, length: count })),
  total: count,
  limit: count,
  offset: count,
  next: optional.meta({ description: 'cursor of the next page' }),
}) satisfies z.ZodType<contract.StatementList>;
export const edgeList = z.strictObject({
  items: z.array(edge),
  nodes: z.array(node),
  total: count,
  next: optional.meta({ description: 'cursor of the next page' }),
}) satisfies z.ZodType<contract.EdgeList>;
export const searchResult = z.strictObject({
  hits: z.array(
    z.strictObject({ id: text, label: z.enum(ENTITY_LABELS), name: text, matched: text, score: z.number() }),
  ),
}) satisfies z.ZodType<contract.SearchResult>;
const counts = z.record(text, count);
export const schemaInfo = z.strictObject({
  labels: z.record(text, z.looseObject({ prefix: text, plural: text, actor: z.boolean(), about: text })),
  relations: z.record(
    text,
    z.looseObject({
      plover: z.array(text),
      score: z.number(),
      directed: z.boolean(),
      side: z.enum([
        ...['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict', 'neutral'],
      ] as const),
      phrase: text,
      about: text,
    }),
  ),
  structural: z.record(
    text,
    z.looseObject({ from: z.array(text), to: z.array(text), phrase: text, about: text }),
  ),
  stats: z.strictObject({ statements: count, nodes: counts, edges: counts }),
  propertyKeys: z.array(text),
  regions: z.record(text, text),
});
export const cypherResponse = z.strictObject({
  columns: z.array(text),
  rows: z.array(z.array(z.unknown())),
  truncated: z.boolean(),
  cut: z.enum(['rows', 'bytes']).optional(),
  ms: z.number().min(0),
  graph: graph.optional(),
}) satisfies z.ZodType<contract.CypherResponse>;
export const cypherSchema = z.strictObject({
  kind: z.enum(['embedded', 'neo4j']),
  capabilities: z.strictObject({ fullCypher: z.boolean(), shared: z.boolean(), plan: z.boolean() }),
  labels: z.array(text),
  relationshipTypes: z.array(text),
  propertyKeys: z.array(text),
  procedures: z.array(z.strictObject({ name: text, signature: text })),
}) satisfies z.ZodType<contract.CypherSchema>;
export const questionList = z.strictObject({
  questions: z.array(question),
}) satisfies z.ZodType<contract.QuestionList>;
export const fileContent = z.strictObject({
  statements: z.array(
    z.strictObject({
      text,
      ...{ title: optional, date: optional, source: optional, speaker: optional, kind: optional },
      ...{ url: optional, original: optional, repeats: optional, origin: optional },
    }),
  ),
  problems: z.array(z.strictObject({ name: text, problem: text })),
}) satisfies z.ZodType<contract.FileContent>;
export const job = z
  .strictObject({
    id: text,
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    total: count,
    done: count,
    added: count,
    replaced: count,
    unchanged: count,
    refused: z.array(z.strictObject({ index: count, title: optional, reason: text })),
    reason: optional,
  })
  .meta({ id: 'Job' }) satisfies z.ZodType<contract.Job>;

export const importReport = z.strictObject({
  dryRun: z.boolean(),
  rows: count,
  statements: count,
  nodes: count,
  edges: count,
  added: count,
  replaced: count,
  unchanged: count,
  problems: z.array(z.strictObject({ at: text, problem: text })),
  totalProblems: count,
}) satisfies z.ZodType<contract.ImportReport>;

export const problem = z
  .strictObject({
    type: text,
    title: text,
    status: z.int().min(400).max(599),
    detail: text,
    code: text,
    position: z.strictObject({ line: z.int().min(1), column: z.int().min(1) }).optional(),
    errors: z.array(z.strictObject({ path: text, message: text })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457; `code` is stable' }) satisfies z.ZodType<contract.Problem>;
