import type { Referent } from '../types.ts';

/** Who was spoken of so far: what pronouns and `the two countries` point at. */
export interface Focus {
  /** Subjects of clauses so far, latest last. */
  subjects: Referent[];
  /** Actors mentioned so far, latest last, each once. */
  actors: Referent[];
  /** Issues and events so far, latest last. */
  things: readonly Referent[];
  /** Where the sentence before this one begins. */
  previous: number;
  /** The pair of a meeting that the document is about. */
  pair: Referent[];
  /** The country whose government was last named. */
  government: Referent | undefined;
  /** Who speaks throughout: of a speech, an answer, a joint statement. */
  speakers: readonly Referent[];
  /** Whose document it is, when nobody speaks. */
  issuers: readonly Referent[];
}

/** Nobody spoken of yet. */
export const noFocus = (): Focus => ({
  subjects: [],
  actors: [],
  things: [],
  previous: 0,
  pair: [],
  government: undefined,
  speakers: [],
  issuers: [],
});
