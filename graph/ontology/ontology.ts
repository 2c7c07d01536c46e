import { parse } from 'yaml';
import { z } from 'zod';
import { packed } from './packed.ts';

const label = z.strictObject({
  prefix: z.string().regex(/^[a-z]+$/),
  plural: z.string(),
  actor: z.boolean(),
  about: z.string(),
});
const relation = z.strictObject({
  plover: z.array(z.string()),
  score: z.number().min(-10).max(10),
  directed: z.boolean(),
  side: z.enum([
    'verbal-cooperation',
    'material-cooperation',
    'verbal-conflict',
    'material-conflict',
    'neutral',
  ]),
  phrase: z.string(),
  about: z.string(),
});
const structural = z.strictObject({
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
  phrase: z.string(),
  about: z.string(),
});
const file = z.strictObject({
  labels: z.record(z.string(), label),
  relations: z.record(z.string(), relation),
  structural: z.record(z.string(), structural),
  modalities: z.array(z.string()),
  contexts: z.array(z.string()),
});

export type LabelSpec = z.infer<typeof label>;
export type RelationSpec = z.infer<typeof relation>;
export type StructuralSpec = z.infer<typeof structural>;
export type OntologyData = z.infer<typeof file>;

/**
 * Reads the text of an ontology file.
 * @throws Error naming the key when a key is unknown or missing, a name is used twice, or an end names no label.
 */
export function parseOntology(text: string): OntologyData {
  const result = file.safeParse(parse(text));
  if (!result.success) throw new Error(`ontology: ${z.prettifyError(result.error)}`);
  const data = result.data;
  for (const name of Object.keys(data.structural)) {
    if (name in data.relations) throw new Error(`ontology: ${name} is both a relation and structural`);
  }
  for (const [name, { from, to }] of Object.entries(data.structural)) {
    for (const end of [...from, ...to]) {
      if (!(end in data.labels)) throw new Error(`ontology: ${name} joins ${end}, which is no label`);
    }
  }
  const prefixes = Object.values(data.labels).map((l) => l.prefix);
  if (new Set(prefixes).size !== prefixes.length) throw new Error('ontology: two labels share a prefix');
  return data;
}

/** The ontology that this version of Entente speaks. */
export const ontology: OntologyData = parseOntology(packed['ontology/ontology.yaml'] ?? '');
