/** The graph as resources of RDF, in terms that others know: schema.org, PROV-O and the selectors of Web Annotation. */
import type { Edge, EntityNode, NodeLabel, Statement } from '../model.ts';
import type { StoredItem } from '../store/store.ts';

export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  entente: 'urn:entente:term:',
} as const;
export type Term = `${keyof typeof PREFIXES}:${string}`;

export type Value =
  { readonly iri: string } | { readonly term: Term } | { readonly text: string; readonly type?: Term };

/** One subject and what is said of it. */
export interface Resource {
  readonly iri: string;
  readonly types: readonly Term[];
  readonly properties: readonly (readonly [Term, Value])[];
}

/** `country:IRN` -> `urn:entente:country:IRN`; what an IRI cannot hold is percent-encoded. */
export const iriOf = (id: string): string =>
  `urn:entente:${encodeURIComponent(id)
    .replaceAll('%3A', ':')
    .replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

const TYPES: Readonly<Record<NodeLabel, Term>> = {
  Person: 'schema:Person',
  Country: 'schema:Country',
  Organization: 'schema:Organization',
  Event: 'schema:Event',
  Issue: 'schema:DefinedTerm',
  Place: 'schema:Place',
  Statement: 'schema:CreativeWork',
};

type Property = readonly [Term, Value];
const some = (term: Term, value: string | undefined): Property[] =>
  value === undefined ? [] : [[term, { text: value }]];
const number = (value: number, type: 'xsd:integer' | 'xsd:double'): Value => ({ text: String(value), type });

/** A partial date with the type that XML Schema has for it. */
function date(term: Term, value: string | undefined): Property[] {
  if (value === undefined) return [];
  const type = (['xsd:gYear', 'xsd:gYearMonth', 'xsd:date'] as const)[value.split('-').length - 1];
  return [[term, /^\d{4}(-\d\d){0,2}$/.test(value) && type ? { text: value, type } : { text: value }]];
}

/** The resources of one node, statement or edge. */
export function resourcesOf(item: StoredItem): Resource[] {
  if (item.kind === 'node') return [entity(item.node)];
  return item.kind === 'statement' ? [document(item.statement)] : assertion(item.edge);
}

const entity = ({ id, label, name, aliases, kind, date: when, country }: EntityNode): Resource => ({
  iri: iriOf(id),
  types: [TYPES[label], `entente:${label}`],
  properties: [
    ['schema:identifier', { text: id }],
    ['schema:name', { text: name }],
    ...aliases.map((alias): Property => ['schema:alternateName', { text: alias }]),
    ...some('entente:kind', kind),
    ...date(label === 'Event' ? 'schema:startDate' : 'schema:temporal', when),
    ...some('entente:countryCode', country),
  ],
});

const document = (s: Statement): Resource => ({
  iri: iriOf(s.id),
  types: [TYPES.Statement, 'prov:Entity', 'entente:Statement'],
  properties: [
    ['schema:identifier', { text: s.id }],
    ...some('schema:name', s.title),
    ...date('schema:datePublished', s.date),
    ...some('schema:publisher', s.source),
    ...some('schema:creator', s.speaker),
    ...some('entente:kind', s.kind),
    ...some('schema:url', s.url),
    ...some('schema:sha256', s.original),
    ...(s.repeats === undefined ? [] : [['prov:alternateOf', { iri: iriOf(s.repeats) }] as const]),
    ['schema:inLanguage', { text: s.language }],
    ['schema:text', { text: s.text }],
  ],
});

/** The assertion as a reified triple with its evidence, and, when it is asserted, as the triple itself. */
function assertion(e: Edge): Resource[] {
  const claim: Resource = {
    iri: iriOf(e.id),
    types: ['rdf:Statement', 'prov:Entity', 'entente:Assertion'],
    properties: [
      ['schema:identifier', { text: e.id }],
      ['rdf:subject', { iri: iriOf(e.source) }],
      ['rdf:predicate', { term: `entente:${e.type}` }],
      ['rdf:object', { iri: iriOf(e.target) }],
      ['prov:wasQuotedFrom', { iri: iriOf(e.statement) }],
      ['prov:value', { text: e.quote }],
      ['oa:start', number(e.start, 'xsd:integer')],
      ['oa:end', number(e.end, 'xsd:integer')],
      ...(e.speaker === undefined ? [] : [['prov:wasAttributedTo', { iri: iriOf(e.speaker) }] as const]),
      ...date('schema:startDate', e.date),
      ['entente:modality', { term: `entente:${e.modality}` }],
      ['entente:confidence', number(e.confidence, 'xsd:double')],
      ...e.context.map((context): Property => ['entente:context', { text: context }]),
      ...some('entente:sourceText', e.sourceText),
      ...some('entente:targetText', e.targetText),
      ...some('entente:trigger', e.trigger),
      ...some('schema:roleName', e.role),
      ...date('entente:from', e.from),
      ...date('entente:to', e.to),
      ['entente:extractor', { text: e.extractor }],
      ['entente:rule', { text: e.why.rule }],
    ],
  };
  if (e.modality !== 'asserted') return [claim];
  const triple: Resource = {
    iri: iriOf(e.source),
    types: [],
    properties: [[`entente:${e.type}`, { iri: iriOf(e.target) }]],
  };
  return [claim, triple];
}

/** The export itself, which says when it is cut. */
export const dataset = (cut: string | undefined): Resource => ({
  iri: 'urn:entente:export',
  types: ['schema:Dataset'],
  properties: [
    ['schema:name', { text: 'Statements of international politics as a graph' }],
    ['schema:creator', { text: 'Entente' }],
    ...some('dcterms:description', cut === undefined ? undefined : `Cut: ${cut}`),
  ],
});
