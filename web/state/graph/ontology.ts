import type { SchemaInfo } from '../../../server/contract.ts';

/** Families of relations as the page colours and groups them. */
export const FAMILIES = [
  'material-cooperation',
  'verbal-cooperation',
  'verbal-conflict',
  'material-conflict',
  'neutral',
  'structure',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Who issued and names what: an edge for every name in every document, which would bury the rest. */
const DOCUMENT_EDGES: ReadonlySet<string> = new Set(['ISSUED', 'MENTIONS']);

export interface TypeInfo {
  readonly name: string;
  readonly family: Family;
  readonly phrase: string;
  readonly about: string;
  readonly directed: boolean;
  readonly count: number;
}
export interface LabelInfo {
  readonly name: string;
  readonly plural: string;
  readonly about: string;
  readonly actor: boolean;
  readonly count: number;
}

/** The ontology as the server tells it, with how much of each the store holds. */
export interface Ontology {
  readonly types: readonly TypeInfo[];
  readonly labels: readonly LabelInfo[];
  readonly typeNames: readonly string[];
  readonly labelNames: readonly string[];
  readonly type: (name: string) => TypeInfo | undefined;
  readonly isDirected: (name: string) => boolean;
  /** The label that an id speaks of: `country:IRN` is a Country. */
  readonly labelOfId: (id: string) => string;
  readonly statements: number;
  /** Region of a country by its ISO 3166-1 alpha-3 code. */
  readonly regionOf: (country: string) => string | undefined;
}

export function readOntology(schema: SchemaInfo): Ontology {
  const count = (name: string): number => schema.stats.edges[name] ?? 0;
  const types: TypeInfo[] = [
    ...Object.entries(schema.relations).map(([name, { side, phrase, about, directed }]) => {
      return { name, family: side, phrase, about, directed, count: count(name) };
    }),
    ...Object.entries(schema.structural)
      .filter(([name]) => !DOCUMENT_EDGES.has(name))
      .map(([name, { phrase, about }]) => {
        return { name, family: 'structure' as const, phrase, about, directed: true, count: count(name) };
      }),
  ];
  const labels = Object.entries(schema.labels)
    .filter(([name]) => name !== 'Statement')
    .map(([name, { plural, about, actor }]) => {
      return { name, plural, about, actor, count: schema.stats.nodes[name] ?? 0 };
    });
  const byPrefix = new Map(Object.entries(schema.labels).map(([name, { prefix }]) => [prefix, name]));
  const byName = new Map(types.map((type) => [type.name, type]));
  return {
    types,
    labels,
    typeNames: types.map((type) => type.name),
    labelNames: labels.map((label) => label.name),
    type: (name) => byName.get(name),
    isDirected: (name) => byName.get(name)?.directed ?? true,
    labelOfId: (id) => byPrefix.get(id.slice(0, id.indexOf(':'))) ?? '',
    statements: schema.stats.statements,
    regionOf: (country) => schema.regions[country],
  };
}
