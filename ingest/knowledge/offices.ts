import { list, readTable } from './tables.ts';

export interface Office {
  readonly person: string;
  readonly office: string;
  /** Node id of the country or organisation. */
  readonly of: string;
  readonly from: string;
  readonly to: string;
}
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sex: string;
  readonly offices: readonly Office[];
}

/** Reads people.tsv: one row an office, further rows of a person leave name, aliases and sex empty. */
export function loadPeople(): PersonFacts[] {
  const rows = readTable('lexicon/people.tsv', [
    'slug',
    'name',
    'aliases',
    'sex',
    'office',
    'of',
    'from',
    'to',
  ]);
  const people = new Map<string, PersonFacts & { offices: Office[] }>();
  for (const row of rows) {
    const id = `person:${row.slug}`;
    let person = people.get(id);
    if (!person) {
      person = { id, name: row.name, aliases: list(row.aliases), sex: row.sex, offices: [] };
      people.set(id, person);
    }
    if (row.of)
      person.offices.push({ person: id, office: row.office, of: row.of, from: row.from, to: row.to });
  }
  return [...people.values()];
}

/** Did the office's term cover the date? Unknown ends are open; a document without a date matches nothing. */
export function covers(office: Office, date: string | undefined): boolean {
  if (date === undefined) return false;
  const begun = office.from === '' || office.from <= date;
  return begun && (office.to === '' || date.slice(0, office.to.length) <= office.to);
}
