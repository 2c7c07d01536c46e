/** The shapes of requests. What they refuse is answered with INVALID_REQUEST, naming each field. */
import { z } from 'zod';
import { EDGE_TYPES, ENTITY_LABELS } from '../graph/model.ts';
import type { EntityLabel } from '../graph/model.ts';
import { COMPARED } from '../graph/identity/candidates.ts';
import type { Decision } from '../graph/identity/decisions.ts';
import { cursorOf } from './cursor.ts';
import { filterWith, isoDate, listOf, wholeNumber } from './filter-query.ts';
import { mappingSchema } from '../graph/import/mapping.ts';
import { IMPORT_FORMATS } from '../graph/import/names.ts';
import { MATRIX_SUBJECTS } from '../graph/analysis/matrix.ts';
import { MAX_RESULT_BYTES } from '../graph/store/store.ts';
import { FORMAT_NAMES, TABLES } from '../graph/export/names.ts';

const labels = listOf<EntityLabel>(ENTITY_LABELS);

/** Text that must be there; `missing` says so, and only so: text that is too long is told that it is. */
const needed = (missing: string) =>
  z.string({ error: ({ code }) => (code === 'invalid_type' ? missing : undefined) });

export const statementsQuery = filterWith({
  limit: wholeNumber('limit', 1, 500, 50),
  offset: wholeNumber('offset', 0, 1_000_000_000, 0),
  cursor: cursorOf(2),
});
export const edgesQuery = filterWith({ limit: wholeNumber('limit', 1, 1000, 100), cursor: cursorOf(1) });
export const graphQuery = filterWith({
  limit: wholeNumber('limit', 1, 5000, 300),
  around: z.string().max(1000).optional(),
  depth: wholeNumber('depth', 1, 3, 1),
});
export const neighboursQuery = filterWith({
  limit: wholeNumber('limit', 1, 2000, 200),
  nodes: z.coerce.number().int().min(1).max(500).optional(),
});
export const timelineQuery = filterWith({
  unit: z.enum(['year', 'month'], { error: 'must be year or month' }).default('year'),
});
export const compareQuery = filterWith({
  limit: wholeNumber('limit', 1, 1000, 200),
  beforeFrom: isoDate.optional(),
  beforeTo: isoDate.optional(),
  afterFrom: isoDate.optional(),
  afterTo: isoDate.optional(),
});
export const quotesQuery = filterWith({
  q: needed('q, the words to look for, is missing')
    .trim()
    .min(1, 'q, the words to look for, is empty')
    .max(200),
  limit: wholeNumber('limit', 1, 100, 20),
});
export const analysisQuery = filterWith({
  nodes: wholeNumber('nodes', 1, 1000, 200),
  triads: wholeNumber('triads', 1, 200, 40),
  blocs: wholeNumber('blocs', 2, 8, 2),
});
export const matrixQuery = filterWith({
  on: z.enum(MATRIX_SUBJECTS, { error: `must be one of ${MATRIX_SUBJECTS.join(', ')}` }).default('Issue'),
  rows: wholeNumber('rows', 1, 200, 40),
  columns: wholeNumber('columns', 1, 200, 40),
});
const nodeId = (name: string) => needed(`${name}, the id of a node, is missing`).min(1).max(300);
const twoNodes = { source: nodeId('source'), target: nodeId('target') };
export const pathsQuery = filterWith({
  ...twoNodes,
  paths: wholeNumber('paths', 1, 20, 5),
  hops: wholeNumber('hops', 1, 6, 4),
});
export const evidenceQuery = filterWith({
  ...twoNodes,
  limit: wholeNumber('limit', 1, 1000, 200),
  direction: z.enum(['both', 'out'], { error: 'must be both or out' }).default('both'),
});
export const mergesQuery = z.object({
  limit: wholeNumber('limit', 1, 200, 50),
  offset: wholeNumber('offset', 0, 1_000_000_000, 0),
  label: z.enum(COMPARED, { error: `must be one of ${COMPARED.join(', ')}` }).optional(),
});
const identity = needed('the id of a node is missing').min(1).max(900);
const note = z.string().max(500).optional();
const decision = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.enum(['same', 'different']), id: identity, other: identity, note }),
  z.strictObject({ verdict: z.enum(['apart', 'one']), id: identity, note }),
]);
const decisions = z
  .array(decision)
  .max(20_000, 'more than 20000 at once')
  .default([])
  .transform((list): Decision[] =>
    list.map(({ note: said, ...d }) => (said === undefined ? d : { ...d, note: said })),
  );
export const decisionsRequest = z
  .strictObject({ decisions, withdraw: decisions })
  .refine((r) => r.decisions.length + r.withdraw.length > 0, 'there is nothing to decide');
export const decisionFile = z.strictObject({
  content: needed('content, the text of the file, is missing').min(1, 'the file is empty').max(5_000_000),
});
const compared = z.union(
  [
    z.strictObject({ content: z.string().min(1, 'the file is empty') }),
    z.strictObject({ store: z.literal(true) }),
  ],
  { error: 'must be {"content": text of an export} or {"store": true}' },
);
export const diffRequest = z.strictObject({
  before: compared,
  after: compared,
  limit: wholeNumber('limit', 1, 5000, 500),
});
export const searchQuery = z.object({
  q: needed('q, the words to look for, is missing')
    .trim()
    .min(1, 'q, the words to look for, is empty')
    .max(200),
  limit: wholeNumber('limit', 1, 100, 20),
  labels,
});
const format = z.enum(FORMAT_NAMES, { error: `must be one of ${FORMAT_NAMES.join(', ')}` });
const what = z.enum(TABLES, { error: `must be one of ${TABLES.join(', ')}` }).default('edges');
export const exportQuery = filterWith({ format, what });

const field = z.string().trim().max(2000).optional();
export const newStatement = z.strictObject({
  text: needed('the text is missing'),
  title: field,
  date: field,
  source: field,
  speaker: field,
  kind: field,
  url: field,
  original: field,
  repeats: field,
  origin: field,
});
/** A file of any format that is read, in base64. */
export const fileToRead = z.strictObject({
  name: needed('the name of the file is missing').min(1).max(500),
  content: z.base64('content, the bytes of the file in base64, is missing or damaged'),
});
/** A batch that is read in the background. */
export const newJob = z.strictObject({
  statements: z
    .array(newStatement, 'statements, a list, is missing')
    .min(1, 'there is nothing to read')
    .max(2000, 'more than 2000 at once; use the command line: entente ingest FOLDER'),
});

const entityEdge = z.enum(EDGE_TYPES);
/** A part of the graph by what it consists of, to be written as a file. */
export const partExport = z.strictObject({
  format,
  what,
  nodes: z.array(nodeId('nodes')).max(20_000),
  edges: z
    .array(z.strictObject({ id: nodeId('id'), type: entityEdge, ...twoNodes }))
    .max(50_000, 'more than 50000 edges; export the whole graph instead'),
});

/** A graph that somebody else made, or Entente wrote. */
export const importRequest = z.strictObject({
  format: z.enum(IMPORT_FORMATS, { error: `must be one of ${IMPORT_FORMATS.join(', ')}` }),
  dataset: needed('dataset, what the data is called, is missing')
    .trim()
    .min(1)
    .max(100)
    .refine((name) => !/\p{Cc}/u.test(name), 'holds control characters'),
  content: needed('content, the text of the file, is missing').min(1, 'the file is empty'),
  nodes: z.string().optional().meta({ description: 'of csv: the table of nodes' }),
  mapping: mappingSchema.default({ columns: {}, defaults: {}, types: {} }),
  dryRun: z.boolean().default(false),
  skipProblems: z.boolean().default(false).meta({ description: 'take the good rows all the same' }),
});

export const MAX_ROWS = 10_000;
export const MAX_TIMEOUT_MS = 60_000;
export const cypherRequest = z.strictObject({
  query: needed('the query is missing').trim().min(1, 'the query is empty').max(100_000),
  params: z.record(z.string(), z.unknown()).default({}),
  maxRows: wholeNumber('maxRows', 1, MAX_ROWS, 1000),
  maxBytes: wholeNumber('maxBytes', 1, MAX_RESULT_BYTES, 16 * 2 ** 20),
  timeoutMs: wholeNumber('timeoutMs', 1, MAX_TIMEOUT_MS, 10_000),
  graph: z.boolean('graph is true or false').default(false),
});
/** What a query found, as a file. */
export const exportRequest = cypherRequest.omit({ graph: true }).extend({
  format,
  what,
  maxRows: wholeNumber('maxRows', 1, MAX_ROWS, MAX_ROWS),
  maxBytes: wholeNumber('maxBytes', 1, MAX_RESULT_BYTES, MAX_RESULT_BYTES),
});
