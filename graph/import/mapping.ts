import { z } from 'zod';
import { EDGE_TYPES, ENTITY_LABELS, MODALITIES } from '../model.ts';
import type { EdgeType } from '../model.ts';
import { ontology } from '../ontology/ontology.ts';
import { packed } from './packed.ts';

/** What an edge can be given. */
export const FIELDS = [
  ...(['id', 'source', 'sourceId', 'sourceLabel', 'sourceCountry'] as const),
  ...([
    'target',
    'targetId',
    'targetLabel',
    'targetCountry',
    'type',
    'date',
    'modality',
    'confidence',
  ] as const),
  ...(['context', 'quote', 'speaker', 'speakerLabel', 'publisher', 'title', 'url'] as const),
] as const;
export type Field = (typeof FIELDS)[number];

const byField = z.partialRecord(z.enum(FIELDS), z.string());
/** Which column holds what, what holds where a column has nothing, and what the file's own types are called here. */
export const mappingSchema = z.strictObject({
  columns: byField.default({}),
  defaults: byField.default({}),
  types: z.record(z.string(), z.enum(EDGE_TYPES)).default({}),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** The value of a field in a row: of its column (which bears the field's own name unless told), else the default. */
export const valueIn = (
  fields: Readonly<Record<string, string>>,
  field: Field,
  { columns, defaults }: Mapping,
): string | undefined => fields[columns[field] ?? field]?.trim() || defaults[field];

/** Types by what others call them: PLOVER's events and CAMEO's codes. */
const KNOWN: ReadonlyMap<string, EdgeType> = new Map([
  ...EDGE_TYPES.map((type) => [type, type] as const),
  ...Object.entries(ontology.relations).flatMap(([type, { plover }]) =>
    plover.map((name) => [name, type as EdgeType] as const),
  ),
  ...(packed['import/cameo.tsv'] ?? '')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, EdgeType, string])
    .map(([code, type]) => [code, type] as const),
]);

/** @throws Error saying what may stand there. */
export function typeOf(given: string | undefined, { types }: Mapping): EdgeType {
  if (given === undefined) throw new Error('it has no type: map a column to type, or give a default');
  const cameo = /^\d{2,4}$/.test(given) ? KNOWN.get(given.slice(0, 2)) : undefined;
  const type = types[given] ?? KNOWN.get(given.toUpperCase().replaceAll(' ', '_')) ?? cameo;
  if (type !== undefined) return type;
  throw new Error(
    `the type "${given}" is not known: say what it is here with types, for instance {"${given}": "SUPPORTS"}`,
  );
}

const oneOf = <T extends string>(what: string, known: readonly T[], given: string): T => {
  const found = known.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  throw new Error(`the ${what} "${given}" is none of ${known.join(', ')}`);
};
export const labelOf = (given: string) => oneOf('label', ENTITY_LABELS, given);
export const modalityOf = (given: string) => oneOf('modality', MODALITIES, given);
