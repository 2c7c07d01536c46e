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

/** One sentence with all that the stages find in it. */
export interface Line {
  readonly sentence: Sentence;
  readonly tagged: readonly Tagged[];
  readonly mentions: readonly Mention[];
  readonly parse: Parse;
  /** Headline of the document, not a sentence of its body. */
  readonly headline: boolean;
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
  readonly line: Line;
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
  readonly lines: Line[];
  readonly entities: Map<string, Entity>;
}
