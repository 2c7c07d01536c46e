import type { EntityLabel } from '../../graph/model.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Entity, Line, Mention, Referent } from '../types.ts';
import type { Focus } from './focus.ts';

/** What a noun phrase stands for. */
export interface Meaning {
  readonly actors: readonly Referent[];
  /** Issues and events. */
  readonly things: readonly Referent[];
  readonly places: readonly Referent[];
  /** Whose it is: `Iran` in `Iran's refusal`. */
  readonly owners: readonly Referent[];
}

export const NOTHING: Meaning = { actors: [], things: [], places: [], owners: [] };

/** What can be seen from one sentence: its words, who was spoken of before, what the document knows. */
export interface Sight {
  readonly line: Line;
  readonly focus: Focus;
  readonly entities: Map<string, Entity>;
  /** Actors named in this sentence, in order. */
  readonly here: readonly Referent[];
  /** The country or body that a person stands for. */
  readonly home: (person: string) => string | undefined;
  readonly known: (id: string) => unknown;
}

export function merge(parts: readonly Meaning[]): Meaning {
  if (parts.length === 1) return parts[0]!;
  return {
    actors: parts.flatMap((p) => p.actors),
    things: parts.flatMap((p) => p.things),
    places: parts.flatMap((p) => p.places),
    owners: parts.flatMap((p) => p.owners),
  };
}

/** One entity of a mention, with how the words name it. */
export const referent = (m: Mention, id: string, label: EntityLabel): Referent => ({
  ids: [id],
  label,
  how: ['title', 'metonym', 'government', 'people'].includes(m.kind) ? m.kind : 'named',
  text: m.text,
  start: m.start,
  end: m.end,
  sure: m.kind === 'unknown' ? 0.85 : m.kind === 'title' ? 0.9 : 0.97,
});

/** All entities of a mention. */
export const referents = (m: Mention): Referent[] => m.ids.map((id) => referent(m, id, m.label));

const SERVED =
  /^(?:backed|supported|funded|financed|armed|trained|sponsored|allied|aligned|brokered|mediated|owned|made|held|occupied|controlled|linked|friendly|based|born|designated|sanctioned)$/;

/** The names before a phrase's head that it belongs to: not the backer of `Iran-backed militias`. */
export const ownersBefore = ({ sentence: { tokens } }: Line, phrase: NounPhrase): Mention[] =>
  phrase.modifiers.filter((m) => !(tokens[m.to]?.text === '-' && SERVED.test(tokens[m.to + 1]?.norm ?? '')));

/** The words of a phrase and where they stand. */
export function wordsOf(
  { sentence: { tokens } }: Line,
  phrase: NounPhrase,
): { text: string; start: number; end: number } {
  const words = tokens.slice(phrase.from, phrase.to);
  return { text: words.map((t) => t.text).join(' '), start: words[0]!.start, end: words.at(-1)!.end };
}
