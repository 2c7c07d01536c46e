import type { EntityLabel } from '../../graph/model.ts';
import { fold } from '../text/tokenise.ts';
import { loadCountries } from './countries.ts';
import { loadFrames } from './frames.ts';
import type { Frames } from './frames.ts';
import { Gazetteer } from './gazetteer.ts';
import type { PhraseKind } from './gazetteer.ts';
import { loadPeople } from './offices.ts';
import type { Office } from './offices.ts';
import { list, readTable } from './tables.ts';
import { Words } from './words.ts';

/** What is known of an entity before any document is read. */
export interface Facts {
  readonly id: string;
  readonly label: EntityLabel;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind?: string;
  readonly country?: string;
  readonly date?: string;
  readonly sex?: string;
  readonly contexts?: readonly string[];
  /** Of an issue: the more general one that it is a case of. */
  readonly broader?: string;
  readonly parties?: readonly string[];
  readonly place?: string;
  readonly offices?: readonly Office[];
}

export interface Title {
  readonly title: string;
  readonly office: string;
  readonly kind: 'state' | 'body' | 'honorific';
  readonly alone: boolean;
}

/** All lexicons and frames, read once. */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  readonly facts: ReadonlyMap<string, Facts>;
  /** Titles by folded words, and the most words that one has. */
  readonly titles: ReadonlyMap<string, Title>;
  /** Collective nouns (`government`, `forces`) by folded words. */
  readonly collectives: ReadonlyMap<string, 'state' | 'people' | 'person'>;
  /** Holders by office and country or organisation: `president country:CUB`. */
  readonly holders: ReadonlyMap<string, readonly Office[]>;
  /** Offices by the last word of their holders' names. */
  readonly families: ReadonlyMap<string, readonly Office[]>;
  /** Who publishes on a site, by host name. */
  readonly sites: ReadonlyMap<string, string>;
  /** Words by which a sentence tells that it is about sport. */
  readonly sport: ReadonlySet<string>;
  readonly words: Words;
  readonly frames: Frames;
}

let known: Knowledge | undefined;

/** The packed lexicons and frames; built at the first call and kept, since they never change within a process. */
export function knowledge(): Knowledge {
  known ??= build();
  return known;
}

function build(): Knowledge {
  const gazetteer = new Gazetteer();
  const facts = new Map<string, Facts>();
  const put = (fact: Facts, phrases: readonly (readonly [string, PhraseKind])[]): void => {
    facts.set(fact.id, fact);
    for (const [phrase, kind] of phrases) gazetteer.add({ id: fact.id, label: fact.label, kind, phrase });
  };
  addCountries(put);
  addOrganisations(put);
  const holders = addPeople(put);
  addPlaces(put);
  addEvents(put);
  addIssues(put);
  const families = new Map<string, Office[]>();
  for (const f of facts.values()) {
    const family = fold(f.name).split(' ').at(-1) ?? '';
    if (f.offices?.length) families.set(family, [...(families.get(family) ?? []), ...f.offices]);
  }
  const frames = loadFrames();
  return {
    gazetteer,
    facts,
    titles: loadTitles(),
    collectives: new Map(
      readTable('lexicon/collectives.tsv', ['noun', 'kind']).map((r) => [fold(r.noun), r.kind as 'state']),
    ),
    holders,
    families,
    sites: new Map(
      readTable('lexicon/sites.tsv', ['site', 'owner']).flatMap((r) => list(r.site).map((s) => [s, r.owner])),
    ),
    sport: new Set(readTable('lexicon/sport.tsv', ['word']).map((r) => r.word)),
    words: new Words(frames.verbs, frames.nouns, frames.adjectives),
    frames,
  };
}

type Put = (fact: Facts, phrases: readonly (readonly [string, PhraseKind])[]) => void;
const as = (kind: PhraseKind) => (phrase: string) => [phrase, kind] as const;

function addCountries(put: Put): void {
  for (const c of loadCountries()) {
    put(
      {
        id: `country:${c.code}`,
        label: 'Country',
        name: c.name,
        aliases: c.aliases.filter((n) => n !== c.name),
        country: c.code,
      },
      [
        ...c.names.map((n) => as(/^[A-Z.]{2,6}$/.test(n) ? 'acronym' : 'name')(n)),
        ...c.adjectives.map(as('adjective')),
        ...c.peoples.filter((p) => !c.adjectives.includes(p)).map(as('people')),
        ...c.metonyms.map(as('metonym')),
      ],
    );
  }
}

function addOrganisations(put: Put): void {
  for (const row of readTable('lexicon/organisations.tsv', [
    'slug',
    'name',
    'aliases',
    'acronyms',
    'kind',
    'home',
    'part_of',
  ])) {
    const [aliases, acronyms] = [list(row.aliases), list(row.acronyms)];
    put(
      {
        id: `org:${row.slug}`,
        label: 'Organization',
        name: row.name,
        aliases: [...aliases, ...acronyms],
        kind: row.kind,
        ...(row.home && { country: row.home }),
      },
      [...[row.name, ...aliases].map(as('name')), ...acronyms.map(as('acronym'))],
    );
  }
}

function addPeople(put: Put): Map<string, Office[]> {
  const holders = new Map<string, Office[]>();
  for (const p of loadPeople()) {
    put(
      { id: p.id, label: 'Person', name: p.name, aliases: p.aliases, sex: p.sex, offices: p.offices },
      [p.name, ...p.aliases].map(as('name')),
    );
    for (const office of p.offices) {
      const key = `${office.office} ${office.of}`;
      holders.set(key, [...(holders.get(key) ?? []), office]);
    }
  }
  return holders;
}

function addPlaces(put: Put): void {
  for (const row of readTable('lexicon/places.tsv', ['slug', 'name', 'aliases', 'country', 'kind'])) {
    const aliases = list(row.aliases);
    const fact: Facts = {
      id: `place:${row.slug}`,
      label: 'Place',
      name: row.name,
      aliases,
      kind: row.kind,
      ...(row.country && { country: row.country }),
    };
    put(fact, [row.name, ...aliases].map(as(row.kind === 'capital' ? 'capital' : 'name')));
  }
}

function addEvents(put: Put): void {
  for (const row of readTable('lexicon/events.tsv', [
    'slug',
    'name',
    'aliases',
    'kind',
    'from',
    'to',
    'place',
    'parties',
  ])) {
    const aliases = list(row.aliases);
    put(
      {
        id: `event:${row.slug}`,
        label: 'Event',
        name: row.name,
        aliases,
        kind: row.kind,
        parties: list(row.parties),
        ...(row.from && { date: row.from }),
        ...(row.place && { place: row.place.startsWith('country:') ? row.place : `place:${row.place}` }),
      },
      [row.name, ...aliases].map(as('common')),
    );
  }
}

function addIssues(put: Put): void {
  for (const row of readTable('lexicon/issues.tsv', ['slug', 'name', 'aliases', 'broader', 'contexts'])) {
    const aliases = list(row.aliases);
    put(
      {
        id: `issue:${row.slug}`,
        label: 'Issue',
        name: row.name,
        aliases,
        contexts: list(row.contexts),
        ...(row.broader && { broader: `issue:${row.broader}` }),
      },
      [row.name, ...aliases].map(as('common')),
    );
  }
}

function loadTitles(): Map<string, Title> {
  const titles = new Map<string, Title>();
  for (const row of readTable('lexicon/titles.tsv', ['title', 'office', 'kind', 'alone'])) {
    titles.set(fold(row.title), {
      title: row.title,
      office: row.office,
      kind: row.kind as Title['kind'],
      alone: row.alone === 'yes',
    });
  }
  return titles;
}
