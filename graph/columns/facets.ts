import { byCodeUnit } from '../ids.ts';
import type { Facet, FacetName, Facets, FacetValue, GraphFilter } from '../filter.ts';
import { FACETS, REPORTED } from '../filter.ts';
import { EDGE_TYPES, ENTITY_LABELS, MODALITIES } from '../model.ts';
import { bitOf, SIGN_OF_TYPE } from './masks.ts';
import { aboveThresholds, degreeOf, evidenceOf, rowsWithout } from './select.ts';
import type { Table } from './table.ts';
import { NONE } from './table.ts';

/** Most values of one facet that are told, more than there are countries; those chosen are always told. */
const MOST = 300;
const EVIDENCE_STEPS = [1, 2, 3, 5, 10, 20];
const DEGREE_STEPS = [1, 2, 3, 5, 10, 20, 50];
const CONFIDENCE_STEPS = [0, 0.5, 0.6, 0.7, 0.8, 0.9];

interface Naming {
  readonly value: string;
  readonly name?: string;
}

/** Values with a count, most frequent first; beyond MOST only those that are chosen. */
function facetOf(
  counts: ArrayLike<number>,
  naming: (index: number) => Naming,
  chosen: readonly string[] = [],
): Facet {
  const values: FacetValue[] = [];
  for (let i = 0; i < counts.length; i++)
    if (counts[i]! > 0) values.push({ ...naming(i), count: counts[i]! });
  const missing = chosen.filter((value) => !values.some((v) => v.value === value));
  values.push(...missing.map((value) => ({ value, count: 0 })));
  values.sort((a, b) => b.count - a.count || byCodeUnit(a.value, b.value));
  const told = values.filter((v, i) => i < MOST || chosen.includes(v.value));
  return { values: told, more: values.length - told.length };
}

const steps = (list: readonly number[], countOf: (step: number) => number): Facet => ({
  values: list.map((step) => ({ value: String(step), count: countOf(step) })),
  more: 0,
});

type Count = (table: Table, rows: Uint32Array, filter: GraphFilter, home: Uint32Array) => Facet;

function countNodes(table: Table, rows: Uint32Array): Uint8Array {
  const seen = new Uint8Array(table.nodes.size);
  for (const row of rows) seen[table.edges.source[row]!] = seen[table.edges.target[row]!] = 1;
  return seen;
}

function byColumn(size: number, rows: Uint32Array, indexOf: (row: number) => number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const row of rows) {
    const at = indexOf(row);
    if (at < size) counts[at]! += 1;
  }
  return counts;
}

const labels: Count = (table, rows, filter) => {
  const counts = new Uint32Array(ENTITY_LABELS.length);
  countNodes(table, rows).forEach((seen, node) => seen && (counts[table.label[node]!]! += 1));
  return facetOf(counts, (i) => ({ value: ENTITY_LABELS[i]! }), filter.labels);
};
const types: Count = ({ edges }, rows, filter) =>
  facetOf(
    byColumn(EDGE_TYPES.length, rows, (row) => edges.type[row]!),
    (i) => ({ value: EDGE_TYPES[i]! }),
    filter.types,
  );
const sign: Count = ({ edges }, rows) => {
  const counts = byColumn(3, rows, (row) => 1 - SIGN_OF_TYPE[edges.type[row]!]!);
  return {
    values: [
      { value: 'cooperation', count: counts[0]! },
      { value: 'conflict', count: counts[2]! },
    ],
    more: 0,
  };
};
const countries: Count = (table, rows, filter, home) => {
  const { edges } = table;
  const counts = new Uint32Array(table.countries.size);
  for (const row of rows) {
    const [a, b] = [home[edges.source[row]!]!, home[edges.target[row]!]!];
    if (a !== NONE) counts[a]! += 1;
    if (b !== NONE && b !== a) counts[b]! += 1;
  }
  return facetOf(
    counts,
    (i) => withName(table, table.countries.at(i), `country:${table.countries.at(i)}`),
    filter.countries,
  );
};
const issues: Count = (table, rows, filter) => {
  const counts = new Uint32Array(table.nodes.size);
  for (const row of rows) for (const issue of table.issues[table.edges.statement[row]!]!) counts[issue]! += 1;
  return facetOf(counts, (i) => withName(table, table.nodes.at(i)), filter.issues);
};
const speakers: Count = (table, rows, filter) => {
  const nobody = table.nodes.size;
  const counts = byColumn(nobody + 1, rows, (row) => Math.min(table.edges.speaker[row]!, nobody));
  return facetOf(
    counts,
    (i) => (i === nobody ? { value: REPORTED } : withName(table, table.nodes.at(i))),
    filter.speakers,
  );
};
const sources: Count = (table, rows, filter) =>
  facetOf(
    byColumn(table.publishers.size, rows, (row) => table.publisher[table.edges.statement[row]!]!),
    (i) => ({ value: table.publishers.at(i) }),
    filter.sources,
  );
const modality: Count = ({ edges }, rows, filter) =>
  facetOf(
    byColumn(MODALITIES.length, rows, (row) => edges.modality[row]!),
    (i) => ({ value: MODALITIES[i]! }),
    filter.modality,
  );
const minConfidence: Count = ({ edges }, rows) =>
  steps(CONFIDENCE_STEPS, (least) =>
    rows.reduce((n, row) => n + (edges.confidence[row]! >= least - 1e-6 ? 1 : 0), 0),
  );
const minEvidence: Count = (table, rows) => {
  const evidence = evidenceOf(table, rows);
  return steps(EVIDENCE_STEPS, (least) => evidence.reduce((n, count) => n + (count >= least ? count : 0), 0));
};
const minDegree: Count = (table, rows) => {
  const degree = degreeOf(table, rows);
  const lower = (row: number): number =>
    Math.min(degree[table.edges.source[row]!]!, degree[table.edges.target[row]!]!);
  return steps(DEGREE_STEPS, (least) => rows.reduce((n, row) => n + (lower(row) >= least ? 1 : 0), 0));
};

function withName(table: Table, value: string, id = value): Naming {
  const node = table.nodes.find(id);
  return node === undefined ? { value } : { value, name: table.name[node]! };
}

const COUNTS: Readonly<Record<FacetName, Count>> = {
  ...{ labels, types, sign, countries, issues, speakers, sources, modality },
  ...{ minConfidence, minEvidence, minDegree },
};

/** Fields that narrow nothing leave the same rows when they are taken away. */
const isGiven = (filter: GraphFilter, facet: FacetName): boolean => {
  const value = filter[facet];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
};

/** Rows that pass everything but one field. */
function without(table: Table, refused: Uint16Array, filter: GraphFilter, facet: FacetName): Uint32Array {
  const rows = rowsWithout(refused, bitOf(facet));
  const { minEvidence: evidence, minDegree: degree } = filter;
  return aboveThresholds(table, rows, {
    ...(facet !== 'minEvidence' && evidence !== undefined ? { minEvidence: evidence } : {}),
    ...(facet !== 'minDegree' && degree !== undefined ? { minDegree: degree } : {}),
  });
}

export function facets(table: Table, refused: Uint16Array, filter: GraphFilter, home: Uint32Array): Facets {
  const whole = aboveThresholds(table, rowsWithout(refused, 0), filter);
  const total = {
    edges: whole.length,
    ties: evidenceOf(table, whole).reduce((n, count) => n + (count > 0 ? 1 : 0), 0),
    nodes: countNodes(table, whole).reduce((n, seen) => n + seen, 0),
  };
  const each = FACETS.map((name) => {
    const rows = isGiven(filter, name) ? without(table, refused, filter, name) : whole;
    return [name, COUNTS[name](table, rows, filter, home)] as const;
  });
  return { total, ...(Object.fromEntries(each) as Record<FacetName, Facet>) };
}
