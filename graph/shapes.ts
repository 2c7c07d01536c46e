/** The shapes of the model's parts as schemas: what is read from files and what the API promises are made of these. */
import { z } from 'zod';
import { EDGE_TYPES, ENTITY_LABELS, MODALITIES } from './model.ts';
import type { Edge, EntityNode, Statement, Why } from './model.ts';

const text = z.string();
const optional = text.optional();
const place = z.int().min(0);

type Shape<T> = { readonly [K in keyof T]-?: z.ZodType };

export const nodeShape = {
  id: text,
  label: z.enum(ENTITY_LABELS),
  name: text.min(1),
  aliases: z.array(text),
  kind: optional,
  date: optional,
  country: optional,
} satisfies Shape<EntityNode>;

export const whyShape = {
  rule: text,
  source: text,
  target: text,
  notes: z.array(text).optional(),
} satisfies Shape<Why>;

export const edgeShape = {
  id: text,
  type: z.enum(EDGE_TYPES),
  source: text,
  target: text,
  statement: text,
  quote: text,
  start: place,
  end: place,
  sourceText: optional,
  targetText: optional,
  trigger: optional,
  speaker: optional,
  date: optional,
  modality: z.enum(MODALITIES),
  confidence: z.number().min(0).max(1),
  context: z.array(text),
  extractor: text,
  why: z.strictObject(whyShape),
  role: optional,
  from: optional,
  to: optional,
} satisfies Shape<Edge>;

/** Without `origin`, which belongs to one machine. */
export const statementShape = {
  id: text,
  title: optional,
  date: optional,
  source: optional,
  speaker: optional,
  kind: optional,
  language: text,
  url: optional,
  original: optional,
  repeats: optional,
  text: text.min(1),
} satisfies Shape<Omit<Statement, 'origin'>>;
