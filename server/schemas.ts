/** The shapes of requests. What they refuse is answered with INVALID_REQUEST, naming each field. */
import { z } from 'zod';
import { EDGE_TYPES, ENTITY_LABELS } from '../graph/model.ts';
import type { EdgeType, EntityLabel } from '../graph/model.ts';
import { MATRIX_SUBJECTS } from '../graph/analysis/matrix.ts';
import { MAX_RESULT_BYTES } from '../graph/store/store.ts';
import { FORMAT_NAMES, TABLES } from '../graph/export/names.ts';

const ISO = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const isoDate = z.string().regex(ISO, 'is not ISO 8601; write 2023, 2023-12 or 2023-12-04');

const wholeNumber = (name: string, min: number, max: number, otherwise: number) =>
  z.coerce
    .number(`${name} must be a whole number`)
    .int(`${name} must be a whole number`)
    .min(min, `${name} must be at least ${min}`)
    .max(max, `${name} must be at most ${max}`)
    .default(otherwise);

/** `A,B` or `?x=A&x=B` as a list of known names; empty means no filter. */
const listOf = <T extends string>(known: readonly T[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) =>
      [value].flat().flatMap((part) =>
        part
          .split(',')
          .map((x) => x.trim())
          .filter(Boolean),
      ),
    )
    .pipe(
      z.array(z.enum(known, { error: (issue) => `"${String(issue.input)}" is none of ${known.join(', ')}` })),
    )
    .transform((names): readonly T[] | undefined => (names.length > 0 ? names : undefined))
    .optional();

const types = listOf<EdgeType>(EDGE_TYPES);
const labels = listOf<EntityLabel>(ENTITY_LABELS);

export const pageQuery = z.object({
  limit: wholeNumber('limit', 1, 500, 50),
  offset: wholeNumber('offset', 0, 1_000_000_000, 0),
});
/** What of the graph is meant, with what else a request asks for. */
const filtered = <T extends z.ZodRawShape>(more: T) =>
  z
    .object({ types, labels, from: isoDate.optional(), to: isoDate.optional(), ...more })
    // Partial dates compare by their common length: 2023 .. 2023-05 is a period, 2024 .. 2023-05 is none.
    .refine(inOrder, { path: ['to'], message: 'lies before from' });
const inOrder = ({ from, to }: { from?: unknown; to?: unknown }): boolean =>
  typeof from !== 'string' || typeof to !== 'string' || from.slice(0, to.length) <= to.slice(0, from.length);

export const graphQuery = filtered({ limit: wholeNumber('limit', 1, 5000, 300) });
export const analysisQuery = filtered({
  nodes: wholeNumber('nodes', 1, 1000, 200),
  triads: wholeNumber('triads', 1, 200, 40),
  blocs: wholeNumber('blocs', 2, 8, 2),
});
export const matrixQuery = filtered({
  on: z.enum(MATRIX_SUBJECTS, { error: `must be one of ${MATRIX_SUBJECTS.join(', ')}` }).default('Issue'),
  rows: wholeNumber('rows', 1, 200, 40),
  columns: wholeNumber('columns', 1, 200, 40),
});
const nodeId = (name: string) => z.string(`${name}, the id of a node, is missing`).min(1).max(300);
const twoNodes = { source: nodeId('source'), target: nodeId('target') };
export const pathsQuery = filtered({
  ...twoNodes,
  paths: wholeNumber('paths', 1, 20, 5),
  hops: wholeNumber('hops', 1, 6, 4),
});
export const evidenceQuery = filtered({
  ...twoNodes,
  limit: wholeNumber('limit', 1, 1000, 200),
  direction: z.enum(['both', 'out'], { error: 'must be both or out' }).default('both'),
});
export const neighboursQuery = z.object({ limit: wholeNumber('limit', 1, 2000, 200), types });
export const searchQuery = z.object({
  q: z
    .string('q, the words to look for, is missing')
    .trim()
    .min(1, 'q, the words to look for, is empty')
    .max(200),
  limit: wholeNumber('limit', 1, 100, 20),
  labels,
});
const format = z.enum(FORMAT_NAMES, { error: `must be one of ${FORMAT_NAMES.join(', ')}` });
const what = z.enum(TABLES, { error: `must be one of ${TABLES.join(', ')}` }).default('edges');
export const exportQuery = filtered({ format, what });

const field = z.string().trim().max(2000).optional();
export const newStatement = z.strictObject({
  text: z.string('the text is missing'),
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

export const MAX_ROWS = 10_000;
export const MAX_TIMEOUT_MS = 60_000;
export const cypherRequest = z.strictObject({
  query: z.string('the query is missing').trim().min(1, 'the query is empty').max(100_000),
  params: z.record(z.string(), z.unknown()).default({}),
  maxRows: wholeNumber('maxRows', 1, MAX_ROWS, 1000),
  maxBytes: wholeNumber('maxBytes', 1, MAX_RESULT_BYTES, 16 * 2 ** 20),
  timeoutMs: wholeNumber('timeoutMs', 1, MAX_TIMEOUT_MS, 10_000),
});
/** What a query found, as a file. */
export const exportRequest = cypherRequest.extend({
  format,
  what,
  maxRows: wholeNumber('maxRows', 1, MAX_ROWS, MAX_ROWS),
  maxBytes: wholeNumber('maxBytes', 1, MAX_RESULT_BYTES, MAX_RESULT_BYTES),
});
