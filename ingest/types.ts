import type { EntityLabel, Modality, Statement } from '../graph/model.ts';
import type { Entry } from './knowledge/gazetteer.ts';
import type { Sentence } from './text/sentences.ts';
import type { Tagged } from './text/tag.ts';
import type { Parse } from './text/clauses.ts';

/** How a mention stands for what it names. */
export type MentionKind = Entry['kind'] | 'title' | 'unknown' | 'government';

/** Words of a sentence that name something. Token indices are of the sentence, offsets of the statement. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: MentionKind;
  readonly label: EntityLabel;
  /** Entity ids; several for a coordinated or group expression. */
  readonly ids: readonly string[];
  /** For a capital: the place itself, where `ids` is its country. */
  readonly place?: string;
  /** Country or organisation that the words tie it to (`Cuban President …`). */
  readonly of?: string;
  readonly office?: string;
  /** Of an issue or event: actors that its own words name (`United States sanctions`). */
  readonly inner?: readonly string[];
  /** It names actors of its own, so its words are parsed one by one. */
  readonly open?: true;
}

/** What one document knows of an entity. */
export interface Entity {
  readonly id: string;
  readonly label: EntityLabel;
  name: string;
  readonly aliases: Set<string>;
  kind?: string;
  date?: string;
  country?: string;
  sex?: string;
  /** Of an issue or event that only the document names: its head noun, and the actors and places that go with it. */
  readonly coined?: { readonly head: string; readonly about: readonly string[] };
}

/** One sentence and what it names: as much as a document keeps of each. */
export interface Outline {
  readonly sentence: Omit<Sentence, 'tokens'>;
  readonly mentions: readonly Mention[];
  /** Headline of the document, not a sentence of its body. */
  readonly headline: boolean;
}

/** A sentence while it is read. Its tokens and parse are most of its memory, so they are let go before the next one is read. */
export interface Line extends Outline {
  readonly sentence: Sentence;
  readonly tagged: readonly Tagged[];
  readonly parse: Parse;
}

/** Who is meant, and how that was found. */
export interface Referent {
  readonly ids: readonly string[];
  readonly label: EntityLabel;
  readonly how: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 0..1: how sure the identification is. */
  readonly sure: number;
}

/** One relation found, before it is turned into edges. */
export interface Assertion {
  readonly type: string;
  readonly sources: readonly Referent[];
  readonly targets: readonly Referent[];
  readonly line: Outline;
  /** Of a meeting: places that its sentence says it was in. */
  readonly places?: readonly string[];
  /** Offsets of the quote. */
  readonly start: number;
  readonly end: number;
  readonly trigger: string;
  readonly rule: string;
  readonly modality: Modality;
  readonly speaker?: string;
  readonly date?: string;
  readonly notes: readonly string[];
  readonly score: number;
  /** The event that it is told of already. */
  readonly event?: string;
}

/** The document that the stages pass along. */
export interface Document {
  readonly statement: Statement;
  /** In order: a sentence's index is its place here. */
  readonly lines: Outline[];
  readonly entities: Map<string, Entity>;
}
