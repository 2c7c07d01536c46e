/** The shapes of what is computed on the graph: /api/analysis, /api/matrix, /api/paths, /api/evidence. */
import { z } from 'zod';
import { EDGE_TYPES } from '../../graph/model.ts';
import type * as contract from '../contract.ts';
import { edge, node } from './answers.ts';

const text = z.string();
const ids = z.array(text);
const count = z.int().min(0);
const nodes = z.array(node);

const signedPair = z.strictObject({
  source: text,
  target: text,
  sign: z.union([z.literal(1), z.literal(-1)]),
  edges: count,
});
const triad = z.strictObject({
  nodes: z.tuple([text, text, text]),
  sides: z.tuple([signedPair, signedPair, signedPair]),
  balanced: z.boolean(),
});
export const analysisAnswer = z.strictObject({
  analysis: z.strictObject({
    of: z.strictObject({ nodes: count, pairs: count, edges: count }),
    ranking: z.array(z.looseObject({ id: text, pagerank: z.number() })),
    communities: z.strictObject({ modularity: z.number(), groups: z.array(ids) }),
    signed: z.strictObject({
      cooperative: count,
      conflictual: count,
      triads: z.strictObject({ balanced: count, unbalanced: count, listed: z.array(triad) }),
    }),
    blocs: z.strictObject({
      groups: z.array(ids),
      frustration: count,
      pairs: count,
      frustrated: z.array(signedPair),
    }),
  }),
  nodes,
});
const order = z.strictObject({ rows: ids, columns: ids });
export const matrixAnswer = z.strictObject({
  matrix: z.strictObject({
    ...order.shape,
    clustered: order,
    totalRows: count,
    totalColumns: count,
    edges: count,
    totalEdges: count,
    cells: z.array(
      z.strictObject({
        row: text,
        column: text,
        edges: count,
        stance: z.number(),
        trend: z.number().nullable(),
        first: text,
        last: text,
      }),
    ),
  }),
  nodes,
}) satisfies z.ZodType<contract.MatrixAnswer>;
const tie = z.strictObject({
  type: z.enum(EDGE_TYPES),
  source: text,
  target: text,
  edges: count,
  quotes: z.array(edge),
});
export const pathsAnswer = z.strictObject({
  paths: z.array(
    z.strictObject({
      nodes: ids,
      hops: z.array(z.strictObject({ source: text, target: text, ties: z.array(tie) })),
    }),
  ),
  dates: z.record(z.string(), text),
  nodes,
}) satisfies z.ZodType<contract.PathsAnswer>;
export const evidenceAnswer = z.strictObject({
  edges: z.array(edge),
  nodes,
  totalEdges: count,
}) satisfies z.ZodType<contract.EvidenceAnswer>;
const facet = z.strictObject({
  values: z.array(z.strictObject({ value: text, name: text.optional(), count })),
  more: count,
});
export const facetsAnswer = z.strictObject({
  labels: facet,
  types: facet,
  sign: facet,
  countries: facet,
  issues: facet,
  speakers: facet,
  sources: facet,
  modality: facet,
  minConfidence: facet,
  minEvidence: facet,
  minDegree: facet,
  total: z.strictObject({ edges: count, ties: count, nodes: count }),
}) satisfies z.ZodType<contract.Facets>;
const signs = z.strictObject({ cooperation: count, conflict: count, neutral: count });
export const timelineAnswer = z.strictObject({
  unit: z.enum(['year', 'month']),
  bins: z.array(z.strictObject({ at: text, statements: count, ...signs.shape })),
  undated: count,
}) satisfies z.ZodType<contract.Timeline>;
export const comparisonAnswer = z.strictObject({
  changes: z.array(
    z.strictObject({
      source: text,
      target: text,
      change: z.enum(['new', 'gone', 'changed']),
      before: signs,
      after: signs,
    }),
  ),
  total: count,
  nodes: z.array(node.pick({ id: true, label: true, name: true })),
}) satisfies z.ZodType<contract.Comparison>;
export const quoteResult = z.strictObject({
  hits: z.array(z.strictObject({ edge, source: node, target: node })),
}) satisfies z.ZodType<contract.QuoteResult>;
