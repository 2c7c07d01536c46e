/** The shape of a comparison of two graphs. */
import { z } from 'zod';
import type * as contract from '../contract.ts';
import { edge, node, statementHeader } from './answers.ts';

const text = z.string();
const count = z.int().min(0);
const counts = z.strictObject({ added: count, gone: count, changed: count });
const sizes = z.strictObject({ nodes: count, statements: count, edges: count });
const fields = z.array(
  z.strictObject({ field: text, before: z.unknown().optional(), after: z.unknown().optional() }),
);
const changesOf = <T extends z.ZodType, C extends z.ZodType>(item: T, change: C) =>
  z.strictObject({ added: z.array(item), gone: z.array(item), changed: z.array(change) });

const statement = z.strictObject(statementHeader);
export const diffAnswer = z
  .strictObject({
    same: z.boolean(),
    sizes: z.strictObject({ before: sizes, after: sizes }),
    totals: z.strictObject({ nodes: counts, statements: counts, edges: counts, mentions: counts }),
    nodes: changesOf(node, z.strictObject({ before: node, after: node, fields })),
    statements: changesOf(statement, z.strictObject({ before: statement, after: statement, fields })),
    edges: changesOf(
      edge,
      z.strictObject({ before: edge, after: edge, fields, turned: z.literal(true).optional() }),
    ),
    names: z.record(text, text),
    told: z.record(text, z.strictObject({ title: text.optional(), date: text.optional() })),
  })
  .meta({ id: 'Diff' }) satisfies z.ZodType<contract.DiffAnswer>;
