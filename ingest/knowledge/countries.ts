import library from 'world-countries';
import type { Country } from 'world-countries';
import { readTable } from './tables.ts';
import { fold } from '../text/tokenise.ts';

export interface CountryFacts {
  readonly code: string;
  readonly name: string;
  /** Names to show: what a party calls another (`the regime`) is recognised but is no name of it. */
  readonly aliases: readonly string[];
  /** Everything that stands for the country in text. */
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly peoples: readonly string[];
  readonly metonyms: readonly string[];
  readonly capital?: string;
}

/** The package is CommonJS whose whole export is the list, which its types do not say. */
const countries = library as unknown as readonly Country[];

/** Territories that the ontology keeps as places, or that are nobody's voice. */
const NOT_COUNTRIES = new Set([
  'HKG',
  'MAC',
  'ATA',
  'BVT',
  'HMD',
  'UMI',
  'IOT',
  'SGS',
  'ATF',
  'CXR',
  'CCK',
  'NFK',
  'SJM',
  'PCN',
]);
/** Names of the library that English running text uses otherwise. */
const PREFERRED: Readonly<Record<string, string>> = { TUR: 'Turkey', UNK: 'Kosovo', CZE: 'Czech Republic' };
const ISO_CODE: Readonly<Record<string, string>> = { UNK: 'XKX' };
/** Peoples without a seat at the United Nations; the adjectives of territories are those of others (`American`, `Dutch`). */
const ALSO_PEOPLES = new Set(['PSE', 'TWN', 'XKX', 'ESH', 'VAT']);

/** Countries by world-countries (names, demonyms, capitals) with demonyms.tsv and metonyms.tsv beside it. */
export function loadCountries(): CountryFacts[] {
  const extra = [
    ...readTable('lexicon/demonyms.tsv', ['phrase', 'country', 'kind']),
    ...readTable('lexicon/metonyms.tsv', ['phrase', 'country', 'kind']),
  ];
  const taken = new Set(extra.map((row) => fold(row.phrase)));
  const by = new Map<string, typeof extra>();
  for (const row of extra) by.set(row.country, [...(by.get(row.country) ?? []), row]);
  return countries
    .filter((c) => !NOT_COUNTRIES.has(c.cca3))
    .map((c) => {
      const code = ISO_CODE[c.cca3] ?? c.cca3;
      const rows = by.get(code) ?? [];
      const of = (...kinds: string[]): string[] =>
        rows.filter((r) => kinds.includes(r.kind)).map((r) => r.phrase);
      const adjectives =
        c.unMember || ALSO_PEOPLES.has(code) ? demonyms(c).filter((d) => !taken.has(fold(d))) : [];
      const name = PREFERRED[c.cca3] ?? c.name.common;
      return {
        code,
        name,
        aliases: unique([c.name.common, c.name.official, ...c.altSpellings.filter(isEnglishName)]),
        names: unique([
          name,
          c.name.common,
          c.name.official,
          ...c.altSpellings.filter(isEnglishName),
          ...of('name'),
        ]),
        adjectives: unique([...adjectives, ...of('adjective')]),
        peoples: unique([...adjectives.map(pluralPeople), ...of('people')]),
        metonyms: of('seat', 'parliament', 'ministry', 'army', 'agency', 'court'),
        ...(c.capital[0] && { capital: c.capital[0] }),
      };
    });
}

function demonyms(c: Country): string[] {
  const eng = c.demonyms['eng'];
  return [eng?.m, eng?.f]
    .flatMap((d) => (d ?? '').split(/, | or /))
    .filter((d) => d !== '' && !/Islander$/.test(d));
}

/** Alternative spellings hold two-letter codes and other languages: only what reads as a name in English is kept. */
function isEnglishName(spelling: string): boolean {
  return (
    /\b(?:Republic|Kingdom|State|Federation|Union|Commonwealth|Emirates|Principality|Duchy|Confederation)\b/.test(
      spelling,
    ) && !/[,(]/.test(spelling)
  );
}

function pluralPeople(adjective: string): string {
  if (/(?:ese|ish|ch|sh|ss)$/.test(adjective)) return adjective;
  return /(?:an|i|ian|ean|er|ot|ab|ek|uk)$/.test(adjective) ? `${adjective}s` : adjective;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
