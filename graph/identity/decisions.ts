import { byCodeUnit } from '../ids.ts';

/**
 * What somebody decided about who is who. The graph is a function of its documents and of these, in whatever order either came.
 * - `same`: `id` and `other` are one, which is called `other` from then on;
 * - `different`: they are two, and nobody wants to be asked again;
 * - `apart`: several people or bodies bear the name of `id`: each statement means the one of the country that it tells;
 * - `one`: only one bears it, whatever countries are told; nobody wants to be asked again.
 */
export type Decision = PairDecision | NameDecision;
export interface PairDecision {
  readonly verdict: 'same' | 'different';
  readonly id: string;
  readonly other: string;
  readonly note?: string;
}
export interface NameDecision {
  readonly verdict: 'apart' | 'one';
  readonly id: string;
  readonly note?: string;
}
export const VERDICTS = ['same', 'different', 'apart', 'one'] as const;

export const isPair = (decision: Decision): decision is PairDecision => 'other' in decision;
/** The ids that a decision is about. */
export const idsOf = (decision: Decision): readonly string[] =>
  isPair(decision) ? [decision.id, decision.other] : [decision.id];

/** What a decision is about: a later one about the same takes its place. */
export function subjectOf(decision: Decision): string {
  if (!isPair(decision)) return `apart\t${decision.id}`;
  return [decision.id, decision.other].sort(byCodeUnit).join('\t');
}

/** In an order that hangs on nothing but what they are about; of two about the same the later one. */
export function settled(decisions: readonly Decision[]): Decision[] {
  const last = new Map(decisions.map((d) => [subjectOf(d), normal(d)]));
  return [...last].sort(([a], [b]) => byCodeUnit(a, b)).map(([, decision]) => decision);
}

/** Who is different from whom has no direction: the lesser id first. A note of nothing is none. */
function normal(decision: Decision): Decision {
  const note = decision.note === undefined || decision.note === '' ? {} : { note: decision.note };
  if (!isPair(decision)) return { verdict: decision.verdict, id: decision.id, ...note };
  const { verdict, id, other } = decision;
  const ends = verdict === 'different' && other < id ? { id: other, other: id } : { id, other };
  return { verdict, ...ends, ...note };
}

const LONGEST_ID = 900;
const LONGEST_NOTE = 500;

/** Says what is wrong with a decision; undefined when nothing is. */
export function problemOf(decision: Decision): string | undefined {
  const { id, note = '' } = decision;
  for (const one of idsOf(decision)) {
    if (one === '') return 'the id of a node is missing';
    if (one.length > LONGEST_ID) return `an id is longer than ${LONGEST_ID} characters`;
    if (/[\p{Cc}\p{Cs}]/u.test(one)) return `the id ${JSON.stringify(one)} holds control characters`;
    if (one.startsWith('statement:'))
      return `${one} is a statement: only what statements name can be the same`;
  }
  if (isPair(decision) && id === decision.other) return `${id} is named twice`;
  if (note.length > LONGEST_NOTE) return `the note is longer than ${LONGEST_NOTE} characters`;
  if (/[\p{Cc}\p{Cs}]/u.test(note)) return 'the note holds control characters; write it in one line';
  return undefined;
}
