import { UNDIRECTED } from '../graph/model.ts';
import type { Relation } from '../graph/model.ts';
import { SOURCE, TARGET, readPair } from './parties.ts';
import type { Reading } from './parties.ts';
import { EVIDENCE, evidence } from './stages/decide.ts';
import { fold } from './stages/fold.ts';
import type { Hit, Predicate } from './stages/match.ts';
import type { Referent } from './types.ts';

export interface Pair {
  readonly text: string;
  readonly source: string;
  readonly target: string;
}
export interface Classification {
  readonly type: Relation | null;
  readonly confidence: number;
  /** The frame or fall-back that decided. */
  readonly why: string;
}

const NONE: Classification = {
  type: null,
  confidence: 0,
  why: 'no frame joins the two, and no word of the sentence says a relation',
};

/**
 * Which relation holds from `source` to `target` in this sentence, by the same frames and clauses as extraction. Where no
 * frame joins the two, what speaks for each predicate of the sentence decides, and `why` says so; `type` is null when there
 * is none. One sentence gets one type, so what extraction keeps as modality is folded into it, see stages/fold.ts.
 */
export function classify({ text, source, target }: Pair): Classification {
  const found = readPair(text, source, target).flatMap(candidates);
  const [best] = found.sort((a, b) => b.score - a.score);
  return best ? { type: best.type, confidence: best.confidence, why: best.why } : NONE;
}

interface Candidate extends Classification {
  readonly score: number;
}
interface Weighed extends Predicate {
  /** How well the frame's slots hold the two; undefined when they do not. */
  readonly fit: number | undefined;
}

function candidates({ matcher, hits, source, target }: Reading): Candidate[] {
  const all: Weighed[] = [
    ...hits.filter(joins).map(asPredicate),
    ...matcher.predicates().map((p) => ({ ...p, fit: undefined })),
  ];
  const out = all.flatMap((p) => {
    const type = fold(p);
    if (type === null) return [];
    const loose = evidence(p, source, target) + (isVehicle(p, all) ? EVIDENCE.vehicle : 0);
    return [{ type, ...(p.fit === undefined ? guess(p, loose) : sure(p, p.fit, loose)) }];
  });
  return matcher.demands(SOURCE) ? [...out, DEMAND] : out;
}

const sure = (p: Weighed, fit: number, loose: number): Omit<Candidate, 'type'> => ({
  confidence: percent(0.9 * fit),
  why: `frame ${told(p)}`,
  score: EVIDENCE.joined * fit + loose,
});
const guess = (p: Weighed, loose: number): Omit<Candidate, 'type'> => ({
  confidence: percent(0.3 + 0.05 * Math.max(0, loose)),
  why: `by fall-back, ${told(p)}`,
  score: loose,
});
const DEMAND: Candidate = {
  type: 'CALLS_ON',
  confidence: 0.6,
  why: 'the source says what must be done',
  score: 3.5,
};

const asPredicate = (h: Hit): Weighed => ({
  ...h,
  negated: h.negated === true,
  ultimatum: h.ultimatum === true,
  doers: h.sources,
  at: h.trigger[0],
  noun: h.phrase !== undefined,
});

/** `called X to congratulate him`, `sent a letter threatening …`: the words are said by something else that one does. */
function isVehicle(p: Weighed, all: readonly Weighed[]): boolean {
  // `took to the streets to demand reform`: what a protest calls for is part of it.
  const called = p.frame.relation === 'CALLS_ON';
  const protest = (q: Weighed): boolean => q.frame.relation === 'PROTESTS' && q.clause !== undefined;
  if (called && all.some((q) => protest(q) && q.clause === p.clause?.parent)) return true;
  if (p.frame.relation !== 'MET_WITH' && p.frame.head !== 'letter' && !p.frame.objects.has('letter'))
    return false;
  return all.some(
    (q) =>
      q.clause !== undefined &&
      p.clause !== undefined &&
      q.clause.parent === p.clause &&
      (q.clause.link === 'inf' || q.clause.link === 'part') &&
      q.frame.relation !== 'MET_WITH' &&
      has(q.doers, SOURCE),
  );
}

function joins(h: Hit): boolean {
  const forth = has(h.sources, SOURCE) && has(h.targets, TARGET);
  const back =
    UNDIRECTED.has(h.frame.relation as Relation) && has(h.sources, TARGET) && has(h.targets, SOURCE);
  return forth || back;
}
const has = (refs: readonly Referent[], id: string): boolean => refs.some((r) => r.ids.includes(id));

const percent = (n: number): number => Math.round(100 * Math.min(n, 0.9)) / 100;
const told = ({ frame, modality, negated }: Predicate): string =>
  `${frame.id}${negated ? ', negated' : modality === 'asserted' ? '' : `, ${modality}`}`;
