/** The words of the graph: what is stored, what an extractor makes. See ontology/ontology.yaml for what each name means. */

export const ENTITY_LABELS = ['Person', 'Country', 'Organization', 'Event', 'Issue', 'Place'] as const;
export type EntityLabel = (typeof ENTITY_LABELS)[number];
export type NodeLabel = EntityLabel | 'Statement';

export const RELATIONS = [
  'MET_WITH',
  'AGREES_WITH',
  'SUPPORTS',
  'COOPERATES_WITH',
  'AIDS',
  'YIELDS_TO',
  'CALLS_ON',
  'CONDEMNS',
  'REJECTS',
  'THREATENS',
  'PROTESTS',
  'SANCTIONS',
  'MOBILIZES_AGAINST',
  'COERCES',
  'ATTACKS',
] as const;
/** The fifteen relations that follow PLOVER. */
export type Relation = (typeof RELATIONS)[number];

export const STRUCTURAL = [
  'REPRESENTS',
  'MEMBER_OF',
  'PARTICIPATED_IN',
  'CONCERNS',
  'LOCATED_IN',
  'ISSUED',
  'MENTIONS',
] as const;
export type StructuralType = (typeof STRUCTURAL)[number];

export const EDGE_TYPES = [...RELATIONS, 'DISCUSSES', ...STRUCTURAL] as const;
export type EdgeType = (typeof EDGE_TYPES)[number];

/** Relations that hold both ways; the stored direction is only the order of the text. */
export const UNDIRECTED: ReadonlySet<EdgeType> = new Set(['MET_WITH', 'AGREES_WITH', 'COOPERATES_WITH']);

export const MODALITIES = ['asserted', 'intended', 'urged', 'hypothetical'] as const;
export type Modality = (typeof MODALITIES)[number];

/** One ingested document. `text` is the whole file: offsets of quotes count UTF-16 code units of it. */
export interface Statement {
  /** `statement:<hash>`, see ids.ts. */
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** ISO 8601 date of the document, possibly partial. */
  readonly date?: string;
  /** Who published it, as given: a name or an address. */
  readonly source?: string;
  /** Who speaks throughout, as given. */
  readonly speaker?: string;
  /** readout, statement, speech, news, … as given. */
  readonly kind?: string;
  /** ISO 639-1 code. */
  readonly language: string;
  /** Its address on the web. */
  readonly url?: string;
  /** SHA-256 of the original (a PDF, a page, …) that the text was taken from, in hexadecimal digits. */
  readonly original?: string;
  /** Id of the statement whose words this one repeats (the same release on another site); it then asserts nothing itself. */
  readonly repeats?: string;
  /**
   * Where it was read from (an absolute path or an address). A statement with the same origin and other words replaces
   * the one stored before. It belongs to one machine, so exports leave it out.
   */
  readonly origin?: string;
}

/** A person, country, organisation, event, issue or place, as one statement knows it. */
export interface EntityNode {
  readonly id: string;
  readonly label: EntityLabel;
  readonly name: string;
  /** Other names, sorted, without `name`. */
  readonly aliases: readonly string[];
  /** Kind of event, organisation or place: `meeting`, `alliance`, `city`, … */
  readonly kind?: string;
  /** Of an event: ISO 8601, possibly partial. */
  readonly date?: string;
  /** ISO 3166-1 alpha-3: of a country, or of the country that a place or organisation belongs to. */
  readonly country?: string;
}

/** Why an edge is there: which rule fired on which words and how each end was found. */
export interface Why {
  /** Frame id, `<verb>.<sense>`, or the name of a structural rule. */
  readonly rule: string;
  /** How the source was found: `named`, `title`, `pronoun`, `speaker`, `group`, … with the words. */
  readonly source: string;
  readonly target: string;
  /** What changed the reading: negation, modality, attribution; empty when nothing did. */
  readonly notes?: readonly string[];
}

/** One assertion: these words of this statement say that `source` stands in this relation to `target`. */
export interface Edge {
  /** `edge:<hash>` of statement, offsets, type and ends, see ids.ts. */
  readonly id: string;
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  /** Id of the statement. */
  readonly statement: string;
  /** Verbatim words of the statement: `text.slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The words that stand for each end. */
  readonly sourceText?: string;
  readonly targetText?: string;
  /** The words on which the rule fired. */
  readonly trigger?: string;
  /** Id of the actor who says so, when it is not the document itself. */
  readonly speaker?: string;
  /** When it happened: ISO 8601, as exact as the text allows. */
  readonly date?: string;
  readonly modality: Modality;
  /** 0..1, how often edges found this way are right. */
  readonly confidence: number;
  /** PLOVER contexts, sorted. */
  readonly context: readonly string[];
  /** Name and version of what made it. */
  readonly extractor: string;
  readonly why: Why;
  /** Of REPRESENTS: the office, and its term when known. */
  readonly role?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What one statement says: every node it names and every edge it asserts, both sorted by id. */
export interface Extraction {
  readonly statement: Statement;
  readonly nodes: readonly EntityNode[];
  readonly edges: readonly Edge[];
}

/** Anything that turns statements into extractions: the rules of ingest/, or something of the user's own. */
export interface Extractor {
  readonly name: string;
  readonly version: string;
  extract(statement: Statement): Extraction;
}

export const isActor = (label: NodeLabel): boolean =>
  label === 'Person' || label === 'Country' || label === 'Organization';
