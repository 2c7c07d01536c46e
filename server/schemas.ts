/** The shapes of requests. What they refuse is answered with INVALID_REQUEST, naming each field. */
import { z } from 'zod';
import { EDGE_TYPES, ENTITY_LABELS } from '../graph/model.ts';
import type { EdgeType, EntityLabel } from '../graph/model.ts';
import { FORMATS } from '../graph/export/formats.ts';
import type { FormatName } from '../graph/export/formats.ts';

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
export const graphQuery = z
  .object({
    limit: wholeNumber('limit', 1, 5000, 300),
    types,
    labels,
    from: isoDate.optional(),
    to: isoDate.optional(),
  })
  // Partial dates compare by their common length: 2023 .. 2023-05 is a period, 2024 .. 2023-05 is none.
  .refine(({ from, to }) => !from || !to || from.slice(0, to.length) <= to.slice(0, from.length), {
    path: ['to'],
    message: 'lies before from',
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
export const exportQuery = z.object({
  format: z.enum(Object.keys(FORMATS) as [FormatName, ...FormatName[]], {
    error: `must be one of ${Object.keys(FORMATS).join(', ')}`,
  }),
  what: z.enum(['nodes', 'edges'], { error: 'must be nodes or edges' }).default('edges'),
});

const field = z.string().trim().max(2000).optional();
export const newStatement = z.strictObject({
  text: z.string('the text is missing'),
  title: field,
  date: field,
  source: field,
  speaker: field,
  kind: field,
  origin: field,
});

export const MAX_ROWS = 10_000;
export const MAX_TIMEOUT_MS = 60_000;
export const cypherRequest = z.strictObject({
  query: z.string('the query is missing').trim().min(1, 'the query is empty').max(100_000),
  params: z.record(z.string(), z.unknown()).default({}),
  maxRows: wholeNumber('maxRows', 1, MAX_ROWS, 1000),
  timeoutMs: wholeNumber('timeoutMs', 1, MAX_TIMEOUT_MS, 10_000),
});
