/** The shapes of answers about who is who. */
import { z } from 'zod';
import { COMPARED } from '../../graph/identity/candidates.ts';
import type * as contract from '../contract.ts';
import { edge, node } from './answers.ts';

const text = z.string();
const count = z.int().min(0);
const evidence = z.strictObject({
  id: text,
  mentions: count,
  quotes: z.array(z.strictObject({ edge, title: text.optional(), date: text.optional() })),
});
export const mergeList = z.strictObject({
  items: z.array(
    z.strictObject({
      verdict: z.enum(['same', 'apart']),
      label: z.enum(COMPARED),
      id: text,
      other: text.optional().meta({ description: 'of `same`: the one whose name would stay' }),
      score: z.number().min(0).max(1),
      reasons: z.array(text),
      sides: z.array(evidence),
    }),
  ),
  total: count,
  nodes: z.array(node),
}) satisfies z.ZodType<contract.MergeList>;
const decision = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.enum(['same', 'different']), id: text, other: text, note: text.optional() }),
    z.strictObject({ verdict: z.enum(['apart', 'one']), id: text, note: text.optional() }),
  ])
  .meta({ id: 'Decision', description: 'What somebody decided about who is who' });
export const decisionList = z.strictObject({
  decisions: z.array(decision),
  nodes: z.array(node),
}) satisfies z.ZodType<contract.DecisionList>;
export const decideReport = z.strictObject({
  decided: count,
  withdrawn: count,
  statements: count,
}) satisfies z.ZodType<contract.DecideReport>;
