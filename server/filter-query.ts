/** The filter of the graph as query parameters: one schema for every route that takes it. */
import { z } from 'zod';
import { FILTER_FIELDS } from '../graph/filter.ts';
import type { GraphFilter } from '../graph/filter.ts';
import type { EdgeType, EntityLabel, Modality } from '../graph/model.ts';
import { EDGE_TYPES, ENTITY_LABELS, MODALITIES } from '../graph/model.ts';

const ISO = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
export const isoDate = z.string().regex(ISO, 'is not ISO 8601; write 2023, 2023-12 or 2023-12-04');

export const wholeNumber = (name: string, min: number, max: number, otherwise: number) =>
  count(name, min, max).default(otherwise);

const count = (name: string, min: number, max: number) =>
  z.coerce
    .number(`${name} must be a whole number`)
    .int(`${name} must be a whole number`)
    .min(min, `${name} must be at least ${min}`)
    .max(max, `${name} must be at most ${max}`);

const MOST_VALUES = 200;
const LONGEST_VALUE = 2000;

/** `x=A,B` or `x=A&x=B` as a list; empty means no filter. */
const split = z.union([z.string(), z.array(z.string())]).transform((value) =>
  [value].flat().flatMap((part) =>
    part
      .split(',')
      .map((x) => x.trim())
      .filter(Boolean),
  ),
);
const unlessEmpty = <T>(names: readonly T[]): readonly T[] | undefined =>
  names.length > 0 ? names : undefined;

/** Names that are known. */
export const listOf = <T extends string>(known: readonly T[]) =>
  split
    .pipe(
      z.array(z.enum(known, { error: (issue) => `"${String(issue.input)}" is none of ${known.join(', ')}` })),
    )
    .transform(unlessEmpty<T>)
    .optional();

const values = z.array(z.string().max(LONGEST_VALUE)).max(MOST_VALUES, `at most ${MOST_VALUES} values`);
/** Codes and ids: commas part them. */
const idList = split
  .pipe(values)
  .transform(unlessEmpty<string>)
  .optional();
/** Names as given, which may hold commas: only `x=A&x=B`. */
const nameList = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().filter(Boolean))
  .pipe(values)
  .transform(unlessEmpty<string>)
  .optional();

const shapes = {
  labels: listOf<EntityLabel>(ENTITY_LABELS),
  types: listOf<EdgeType>(EDGE_TYPES),
  sign: z.enum(['cooperation', 'conflict'], { error: 'must be cooperation or conflict' }).optional(),
  countries: idList,
  issues: idList,
  speakers: idList,
  sources: nameList,
  from: isoDate.optional(),
  to: isoDate.optional(),
  modality: listOf<Modality>(MODALITIES),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  minEvidence: count('minEvidence', 1, 1_000_000).optional(),
  minDegree: count('minDegree', 1, 1_000_000).optional(),
  text: z.string().trim().max(200).optional(),
} satisfies Record<keyof GraphFilter, z.ZodType>;
/** Each with what it means, which the API's description shows. */
const fields = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [
    name,
    shape.describe(FILTER_FIELDS[name as keyof GraphFilter]),
  ]),
) as unknown as typeof shapes;

/** Partial dates compare by their common length: 2023 .. 2023-05 is a period, 2024 .. 2023-05 is none. */
const isPeriod = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  !from || !to || from.slice(0, to.length) <= to.slice(0, from.length);

/** Fields that were not given are left out, as the store expects them. */
const tidy = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** The filter's parameters and those of a route of its own: a GraphFilter with more. */
export const filterWith = <T extends z.ZodRawShape>(more: T) =>
  z
    .object({ ...fields, ...more })
    .refine((value) => isPeriod(value as { from?: string; to?: string }), {
      path: ['to'],
      message: 'lies before from',
    })
    .transform(tidy);

/** The filter alone. */
export const graphFilter = filterWith({});
