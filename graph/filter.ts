import type { Edge, EdgeType, EntityNode, Modality, NodeLabel } from './model.ts';

/** Speaker of what the documents themselves report: a value of GraphFilter.speakers beside ids. */
export const REPORTED = 'none';

/** Which edges between entities are meant. A field that is missing (or an empty list) lets everything through; all must hold. */
export interface GraphFilter {
  /** Both ends have one of these labels. */
  readonly labels?: readonly NodeLabel[];
  readonly types?: readonly EdgeType[];
  /** By the score of the relation; structure and DISCUSSES have none. */
  readonly sign?: 'cooperation' | 'conflict';
  /** ISO 3166-1 alpha-3: an end is the country, belongs to it, or represents it. */
  readonly countries?: readonly string[];
  /** Ids: the statement mentions one of these issues. */
  readonly issues?: readonly string[];
  /** Ids of who says so; REPORTED for what the documents report themselves. */
  readonly speakers?: readonly string[];
  /** Publishers of the statement, as given. */
  readonly sources?: readonly string[];
  /** ISO 8601, possibly partial, inclusive: on the edge's date, or its statement's when it has none. */
  readonly from?: string;
  readonly to?: string;
  readonly modality?: readonly Modality[];
  /** 0..1 */
  readonly minConfidence?: number;
  /** Edges of the same two ends and type that pass the rest. */
  readonly minEvidence?: number;
  /** Ties at either end, of those that pass the rest. */
  readonly minDegree?: number;
  /** Words of the quote: each begins a word of it. */
  readonly text?: string;
}

/** The fields in words, for whoever asks on the command line or reads the API's description. */
export const FILTER_FIELDS: Readonly<Record<keyof GraphFilter, string>> = {
  labels: 'labels of both ends',
  types: 'relations',
  sign: 'cooperation or conflict, by the score of the relation',
  countries: 'ISO 3166-1 alpha-3: an end is the country, belongs to it or represents it',
  issues: 'ids: the statement mentions the issue',
  speakers: `ids of who says so; ${REPORTED}: the document itself`,
  sources: 'publishers of statements, as given',
  from: 'from this date on: 2023, 2023-12 or 2023-12-04; of the edge, else of its statement',
  to: 'to this date',
  modality: 'asserted, intended, urged or hypothetical',
  minConfidence: '0 to 1',
  minEvidence: 'least edges of a tie (same ends and relation), among what passes the rest',
  minDegree: 'least ties at either end, among what passes the rest',
  text: 'words that quotes have, by their beginnings',
};

/** One value that a field of a filter can take. */
export interface FacetValue {
  readonly value: string;
  /** What people call it, where the value is an id or a code. */
  readonly name?: string;
  readonly count: number;
}
export interface Facet {
  /** Most frequent first. */
  readonly values: readonly FacetValue[];
  /** Values left out because there are so many. */
  readonly more: number;
}

export const FACETS = [
  'labels',
  'types',
  'sign',
  'countries',
  'issues',
  'speakers',
  'sources',
  'modality',
  'minConfidence',
  'minEvidence',
  'minDegree',
] as const;
export type FacetName = (typeof FACETS)[number];

/**
 * What each value of each field would let through while all other fields stay as they are, so that it is known before
 * it is chosen. In edges, but `labels` in nodes. The thresholds give how many edges would reach each step.
 */
export interface Facets extends Readonly<Record<FacetName, Facet>> {
  /** What passes the whole filter. */
  readonly total: { readonly edges: number; readonly ties: number; readonly nodes: number };
}

export interface TimeBin {
  /** `2023` or `2023-12`. */
  readonly at: string;
  /** Statements of this time that say something which passes. */
  readonly statements: number;
  /** Edges of this time, by the sign of their relation. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly neutral: number;
}
/** What passes the filter, whatever its dates are, by time; empty times are left out. */
export interface Timeline {
  readonly unit: 'year' | 'month';
  readonly bins: readonly TimeBin[];
  /** Edges whose date is missing, or too inexact for the unit. */
  readonly undated: number;
}

/** An edge whose quote has the words that were looked for. */
export interface QuoteHit {
  readonly edge: Edge;
  readonly source: EntityNode;
  readonly target: EntityNode;
}

/** What two entities say and do to each other in each of two periods, where that differs. */
export interface PairChange {
  readonly source: string;
  readonly target: string;
  readonly change: 'new' | 'gone' | 'changed';
  /** Edges in each period by sign. */
  readonly before: Signs;
  readonly after: Signs;
}
export interface Signs {
  readonly cooperation: number;
  readonly conflict: number;
  readonly neutral: number;
}
export interface Comparison {
  readonly changes: readonly PairChange[];
  readonly total: number;
  readonly nodes: readonly Pick<EntityNode, 'id' | 'label' | 'name'>[];
}
export interface Period {
  readonly from?: string;
  readonly to?: string;
}
