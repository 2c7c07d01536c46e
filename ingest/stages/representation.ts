import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Document, Referent } from '../types.ts';
import { unique } from './assertions.ts';
import { bestOffice } from './structure.ts';

/** For whom a person speaks: the country or body of their office, by what the document says or the lexicons know. */
export class Representation {
  private readonly doc: Document;
  private readonly k: Knowledge;
  private readonly issuers: readonly Referent[];
  /** The country or body that publishes the document. */
  private readonly publisher: string | undefined;
  /** Person -> country or body, as the document says; and what was looked up so far. */
  private readonly stated = new Map<string, string>();
  private readonly homes = new Map<string, string | undefined>();

  constructor(
    doc: Document,
    k: Knowledge,
    { issuers, publisher }: { issuers: readonly Referent[]; publisher: string | undefined },
  ) {
    this.doc = doc;
    this.k = k;
    this.issuers = issuers;
    this.publisher = publisher;
    for (const line of doc.lines)
      for (const m of line.mentions)
        if (m.of && !this.stated.has(m.ids[0]!)) this.stated.set(m.ids[0]!, m.of);
  }

  /** The country or organisation that a person stands for. */
  of(person: string): string | undefined {
    if (this.homes.has(person)) return this.homes.get(person);
    const home = this.stated.get(person) ?? this.office(person);
    this.homes.set(person, home);
    return home;
  }

  /** The sources of what is said in the name of each, once: see `spokenFor`. */
  speakersFor(sources: readonly Referent[], voices: readonly Referent[]): Referent[] {
    return unique(sources.flatMap((s) => this.spokenFor(s, voices)));
  }

  /** Of those heard, the people who speak for the source's country: they are the source of what is said in its name. */
  private spokenFor(source: Referent, voices: readonly Referent[]): readonly Referent[] {
    if (source.label !== 'Country') return [source];
    const speakers = voices.filter((v) => v.label === 'Person' && this.of(v.ids[0]!) === source.ids[0]);
    if (speakers.length === 0) return [source];
    return speakers.map((v) => ({
      ...source,
      ids: v.ids,
      label: v.label,
      how: `speaks for ${source.text}`,
      sure: Math.min(v.sure, source.sure),
    }));
  }

  private office(person: string): string | undefined {
    const office = bestOffice(this.k.facts.get(person)?.offices ?? [], this.doc.statement.date);
    // A spokesperson without a country of their own speaks for whoever publishes the words.
    const published = this.issuers.some((s) => s.ids[0] === person) ? this.publisher : undefined;
    return office?.of ?? published;
  }
}
