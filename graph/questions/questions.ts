import { parse } from 'yaml';
import { z } from 'zod';
import { packed } from './packed.ts';

const parameter = z.strictObject({
  type: z.enum(['text', 'number', 'date', 'name']),
  label: z.string(),
  default: z.union([z.string(), z.number()]),
});
/** A question as it is written in questions.yaml. */
export const question = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(1),
    about: z.string().min(1),
    /** The examples give it no rows. */
    empty: z.boolean().default(false),
    parameters: z.record(z.string(), parameter).default({}),
    cypher: z.string().min(1),
  })
  .refine((q) => [...q.cypher.matchAll(/\$(\w+)/gu)].every(([, name]) => name! in q.parameters), {
    message: 'a parameter of the query is not described',
  });

/** How a form asks for a parameter: `name` is the name of an entity, `date` ISO 8601, possibly partial. */
export type QuestionParameter = z.infer<typeof parameter>;
/** A ready question of the field, as Cypher that both stores answer. */
export type Question = z.infer<typeof question>;

/** The shelf of ready questions, in its order. @throws ZodError when questions.yaml is not well formed. */
export function readQuestions(): readonly Question[] {
  const found = z.array(question).parse(parse(packed['questions/questions.yaml'] ?? ''));
  const ids = new Set(found.map((q) => q.id));
  if (ids.size !== found.length) throw new Error('two questions have the same id');
  return found;
}

/** The values that a question is asked with: its own where none is given. */
export const valuesFor = (
  asked: Question,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(asked.parameters).map(([name, p]) => [name, given[name] ?? p.default]));
