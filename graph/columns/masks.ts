import type { FacetName, GraphFilter } from '../filter.ts';
import { REPORTED } from '../filter.ts';
import { EDGE_TYPES, ENTITY_LABELS, MODALITIES } from '../model.ts';
import { ontology } from '../ontology/ontology.ts';
import { words } from '../store/search.ts';
import type { Names } from './names.ts';
import type { Table } from './table.ts';
import { NONE } from './table.ts';

/** One bit for each field that decides about an edge by itself; thresholds on counts are no bits (select.ts). */
export const BIT = {
  labels: 1,
  types: 2,
  sign: 4,
  countries: 8,
  issues: 16,
  speakers: 32,
  sources: 64,
  dates: 128,
  modality: 256,
  minConfidence: 512,
  text: 1024,
} as const;
export const bitOf = (facet: FacetName): number =>
  facet === 'minEvidence' || facet === 'minDegree' ? 0 : BIT[facet];

/** By type: 1 for cooperation, -1 for conflict, 0 for what is neither. */
export const SIGN_OF_TYPE: readonly number[] = EDGE_TYPES.map((type) =>
  Math.sign(ontology.relations[type]?.score ?? 0),
);

const among = <T>(all: readonly T[], wanted: readonly T[]): Uint8Array =>
  Uint8Array.from(all, (value) => (wanted.includes(value) ? 1 : 0));

/** 1 at the number of each wanted name that there is. */
function marks(names: Names, wanted: readonly string[]): Uint8Array {
  const out = new Uint8Array(names.size);
  for (const text of wanted) {
    const at = names.find(text);
    if (at !== undefined) out[at] = 1;
  }
  return out;
}
function matching(names: Names, test: (text: string) => boolean): Uint8Array {
  const out = new Uint8Array(names.size);
  for (let i = 0; i < out.length; i++) if (test(names.at(i))) out[i] = 1;
  return out;
}

/** `~` sorts after all digits, so a partial date means any day in it. */
const inPeriod =
  (from: string | undefined, to: string | undefined) =>
  (date: string): boolean =>
    (from === undefined || `${date}~` >= from) && (to === undefined || date <= `${to}~`);

const hasWords = (text: string): ((quote: string) => boolean) => {
  const wanted = words(text).map((word) => ` ${word}`);
  return (quote) => wanted.every((word) => quote.includes(word));
};

type Test = (row: number) => boolean;
const given = <T>(list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && list.length > 0;

/** What each field asks of an edge; those that ask nothing are missing. `home` is the country of each node. */
function tests(table: Table, filter: GraphFilter, home: Uint32Array): readonly (readonly [number, Test])[] {
  const { edges } = table;
  const out: (readonly [number, Test])[] = [];
  if (given(filter.labels)) {
    const ok = among<string>(ENTITY_LABELS, filter.labels);
    const at = (node: number): boolean => ok[table.label[node]!] === 1;
    out.push([BIT.labels, (row) => at(edges.source[row]!) && at(edges.target[row]!)]);
  }
  if (given(filter.types)) {
    const ok = among(EDGE_TYPES, filter.types);
    out.push([BIT.types, (row) => ok[edges.type[row]!] === 1]);
  }
  if (filter.sign) {
    const sign = filter.sign === 'cooperation' ? 1 : -1;
    out.push([BIT.sign, (row) => SIGN_OF_TYPE[edges.type[row]!] === sign]);
  }
  if (given(filter.countries)) {
    const ok = marks(table.countries, filter.countries);
    const at = (node: number): boolean => ok[home[node]!] === 1;
    out.push([BIT.countries, (row) => at(edges.source[row]!) || at(edges.target[row]!)]);
  }
  if (given(filter.issues)) {
    const wanted = marks(table.nodes, filter.issues);
    const ok = Uint8Array.from(table.issues, (list) => (list.some((issue) => wanted[issue]) ? 1 : 0));
    out.push([BIT.issues, (row) => ok[edges.statement[row]!] === 1]);
  }
  return [...out, ...moreTests(table, filter)];
}

function moreTests(table: Table, filter: GraphFilter): readonly (readonly [number, Test])[] {
  const { edges } = table;
  const out: (readonly [number, Test])[] = [];
  if (given(filter.speakers)) {
    const ok = marks(table.nodes, filter.speakers);
    const reported = filter.speakers.includes(REPORTED);
    out.push([
      BIT.speakers,
      (row) => (edges.speaker[row] === NONE ? reported : ok[edges.speaker[row]!] === 1),
    ]);
  }
  if (given(filter.sources)) {
    const ok = marks(table.publishers, filter.sources);
    out.push([BIT.sources, (row) => ok[table.publisher[edges.statement[row]!]!] === 1]);
  }
  if (filter.from !== undefined || filter.to !== undefined) {
    const ok = matching(table.dates, inPeriod(filter.from, filter.to));
    out.push([BIT.dates, (row) => ok[edges.date[row]!] === 1]);
  }
  if (given(filter.modality)) {
    const ok = among(MODALITIES, filter.modality);
    out.push([BIT.modality, (row) => ok[edges.modality[row]!] === 1]);
  }
  const least = filter.minConfidence ?? 0;
  // A single-precision column: 0.8 as stored is a little more or less than 0.8.
  if (least > 0) out.push([BIT.minConfidence, (row) => edges.confidence[row]! >= least - 1e-6]);
  if (filter.text !== undefined && words(filter.text).length > 0) {
    const ok = matching(table.quotes, hasWords(filter.text));
    out.push([BIT.text, (row) => ok[edges.quote[row]!] === 1]);
  }
  return out;
}

/** For each edge the bits of the fields that refuse it: it passes when there are none. */
export function refusals(table: Table, filter: GraphFilter, home: Uint32Array): Uint16Array {
  const out = new Uint16Array(table.count);
  for (const [bit, passes] of tests(table, filter, home)) {
    for (let row = 0; row < table.count; row++) if (!passes(row)) out[row]! |= bit;
  }
  return out;
}
