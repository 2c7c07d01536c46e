import type { EntityLabel } from '../model.ts';

/** Kinds of entities whose names are looked through for doubles. */
export const COMPARED = ['Person', 'Organization'] as const satisfies readonly EntityLabel[];
export type ComparedLabel = (typeof COMPARED)[number];

/** What is known of a person or organisation that tells whether it is the same as another one. */
export interface Candidate {
  readonly id: string;
  readonly label: ComparedLabel;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Statements that mention it. */
  readonly mentions: number;
  /** What it speaks for or belongs to: countries and organisations by id, with the number of statements that say so. */
  readonly homes: readonly Home[];
  /** Years of the first and last dated statement about it. */
  readonly years?: readonly [first: number, last: number];
}
export interface Home {
  readonly id: string;
  readonly name: string;
  readonly statements: number;
  /** Offices, as the texts name them. */
  readonly roles: readonly string[];
}

/** Everything that suggestions are made of. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** Pairs of candidates that an edge joins: nobody meets or condemns himself. */
  readonly tied: readonly (readonly [string, string])[];
}

/** Two that may be one (`same`), or one that may be several (`apart`). */
export interface Suggestion {
  readonly verdict: 'same' | 'apart';
  readonly label: ComparedLabel;
  readonly id: string;
  /** Of `same`: the one whose name would stay. */
  readonly other?: string;
  /** 0..1: how much speaks for it. */
  readonly score: number;
  /** What speaks for it and against it, in words. */
  readonly reasons: readonly string[];
}
