import { UNDIRECTED } from '../../graph/model.ts';
import type { Relation } from '../../graph/model.ts';
import type { Clause, Group } from '../text/clauses.ts';
import type { Mention, Referent } from '../types.ts';
import type { Predicate } from './match.ts';

/** What speaks for a predicate as the one that joins two given parties; the weights are ours, not learned. */
export const EVIDENCE = {
  /** Its frame's own slots hold the two. */
  joined: 5,
  /** The source does it; it stands in the doer's words; or somebody else does it. */
  doer: 3,
  doerWords: 1.5,
  otherDoer: -1.5,
  /** The target stands among the predicate's arguments, or further on. */
  argument: 1.5,
  follows: 0.5,
  /** The predicate stands between the two, in their order. */
  between: 0.5,
  /** It asks for more than one word. */
  particular: 0.4,
  noun: -0.75,
  /** It is only the way to do something else: `called X to congratulate him`, `sent a letter threatening …`. */
  vehicle: -8,
  main: 0.3,
  relative: -1.2,
  /** It is only what went before: `attacked X after meeting Y`. */
  earlier: -6,
  /** For each word between the predicate and the nearer party. */
  distance: -0.04,
} as const;

const MAX_DISTANCE = 20;

/** How much speaks for a predicate between two parties of the sentence. */
export function evidence(p: Predicate, source: Mention | undefined, target: Mention | undefined): number {
  return doing(p, source, target) + reaching(p, target) + placing(p, source, target);
}

function doing(
  { doers, frame, clause }: Predicate,
  source: Mention | undefined,
  target: Mention | undefined,
): number {
  if (!source) return 0;
  const is = (m: Mention | undefined): boolean =>
    m !== undefined && doers.some((r: Referent) => r.ids.includes(m.ids[0]!));
  if (is(source)) return EVIDENCE.doer;
  if (is(target) && UNDIRECTED.has(frame.relation as Relation))
    return clause && args(clause).some((g) => within(source, g)) ? EVIDENCE.doerWords : EVIDENCE.otherDoer;
  const words = clause?.verb.passive ? undefined : clause?.subject;
  if (words && within(source, words)) return EVIDENCE.doerWords;
  return doers.length > 0 ? EVIDENCE.otherDoer : 0;
}

function reaching({ clause, at, frame }: Predicate, target: Mention | undefined): number {
  if (!target) return 0;
  const particular =
    frame.objects.size + frame.context.size + frame.tail.length > 0 ? EVIDENCE.particular : 0;
  if (clause && args(clause).some((g) => within(target, g))) return EVIDENCE.argument + particular;
  return (target.from > at ? EVIDENCE.follows : 0) + particular;
}

function placing(
  { at, clause, noun }: Predicate,
  source: Mention | undefined,
  target: Mention | undefined,
): number {
  const ends = [source, target].filter((m) => m !== undefined);
  const nearest = Math.min(
    MAX_DISTANCE,
    ...ends.map((m) => Math.min(Math.abs(m.from - at), Math.abs(m.to - at))),
  );
  const between = source && target && source.from <= at && at < target.from ? EVIDENCE.between : 0;
  const link = clause?.link === 'rel' ? EVIDENCE.relative : clause?.link === 'main' ? EVIDENCE.main : 0;
  const earlier = clause?.link === 'prep' && clause.marker === 'after' ? EVIDENCE.earlier : 0;
  return between + link + earlier + (noun ? EVIDENCE.noun : 0) + nearest * EVIDENCE.distance;
}

const args = (c: Clause): Group[] =>
  [c.object, c.second, ...c.prepositions.map((p) => p.group), c.verb.passive ? c.subject : undefined].filter(
    (g) => g !== undefined,
  );
const within = (m: Mention, g: Group): boolean => g.from <= m.from && m.from < g.to;
