import { UNDIRECTED } from '../../graph/model.ts';
import type { EdgeType } from '../../graph/model.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Line, Referent } from '../types.ts';
import type { Aim } from './aims.ts';
import type { Hit } from './match.ts';
import { isSport } from './sport.ts';
import type { Telling } from './telling.ts';

/** Words, not deeds: when a person speaks for a country, the person is the source of these. */
const VERBAL = new Set<EdgeType>(['SUPPORTS', 'CONDEMNS', 'REJECTS', 'CALLS_ON', 'THREATENS', 'DISCUSSES']);
const DEEDS = new Set<EdgeType>(['SANCTIONS', 'COERCES', 'ATTACKS', 'MOBILIZES_AGAINST', 'PROTESTS']);

const LEAVING = new Set(['withdraw', 'pull', 'pullout', 'leave', 'quit', 'exit', 'withdrawal']);

/** Concern about a situation with nobody blamed is no accusation. */
const CONCERN = /concern|worr|alarm/;

type Part = [EdgeType, readonly Referent[], readonly Referent[]];

/** What a frame that fired asserts, and who says so. */
export function tellHit(telling: Telling, hit: Hit): void {
  const { line, question, representation, assertions } = telling;
  const type = relationOf(telling, hit);
  if (DEEDS.has(type) && isPlay(telling, hit)) return;
  // What is only urged gives CALLS_ON and no second edge for the act urged.
  const byUs = hit.sources.some((s) => /first person/.test(s.how)) && type !== 'YIELDS_TO';
  if (hit.modality === 'urged' && !byUs) return;
  const voices = voicesOf(telling, hit);
  const lift = (list: readonly Referent[]): Referent[] => representation.speakersFor(list, voices);
  // `our positions are in line with theirs` is said, not signed.
  const verbal = VERBAL.has(type) || (type === 'AGREES_WITH' && hit.frame.head === 'be');
  const sources = verbal ? lift(hit.sources) : hit.sources;
  const targets = UNDIRECTED.has(type) && verbal ? lift(hit.targets) : hit.targets;
  const speaker = speakerOf(telling, sources, voices);
  for (const [relation, from, to] of partsOf(line, hit, type, sources, targets, lift).flatMap(eachOther))
    if (to.length > 0)
      assertions.add(line, relation, from, to, hit.trigger, {
        rule: hit.frame.id,
        modality: type === 'THREATENS' ? 'asserted' : hit.modality,
        notes: [...hit.notes, ...(question ? ['premise of a question'] : [])],
        score: hit.fit * (question ? 0.6 : 1),
        ...(speaker && { speaker }),
      });
}

/** What somebody works for or wants done. */
export function tellAim(telling: Telling, { frame, sources, things, trigger, modality, clause }: Aim): void {
  const { line, attribution, representation, assertions } = telling;
  const voices = attribution.of(clause, trigger[0]);
  const holders = representation.speakersFor(sources, voices);
  const speaker = speakerOf(telling, holders, voices);
  assertions.add(line, frame.relation as EdgeType, holders, things, trigger, {
    rule: frame.id,
    modality,
    notes: ['what is wanted'],
    score: 0.85,
    ...(speaker && { speaker }),
  });
}

/** The frame's relation; a hostile deed still to come is a threat, and a company that leaves a country sanctions it. */
function relationOf({ k }: Telling, hit: Hit): EdgeType {
  const relation = hit.frame.relation as EdgeType;
  if (relation === 'YIELDS_TO' && LEAVING.has(hit.frame.head) && hit.sources.every((r) => isCompany(k, r)))
    return 'SANCTIONS';
  const announced =
    hit.modality === 'intended' &&
    [hit.clause?.verb.modal, hit.clause?.parent?.verb.modal].some((m) => m === 'will' || m === 'would');
  // `announced that Britain would expel diplomats`: decided, and no threat.
  const decided =
    relation === 'SANCTIONS' &&
    hit.clause?.link === 'that' &&
    hit.clause.verb.modal === 'would' &&
    hit.clause.parent?.verb.lemma === 'announce';
  if (decided && !hit.ultimatum) return relation;
  return hit.ultimatum || (announced && DEEDS.has(relation)) ? 'THREATENS' : relation;
}

/** Deeds in a report of a match, and `Airbus beat Boeing to an order`: companies make no war on each other. */
function isPlay({ line, k }: Telling, { sources, targets }: Hit): boolean {
  return isSport(line, k) || [...sources, ...targets].every((r) => isCompany(k, r));
}

const isCompany = (k: Knowledge, r: Referent): boolean => k.facts.get(r.ids[0]!)?.kind === 'company';

/** Who says it: whoever blames somebody for it, or whose words it stands in. */
function voicesOf({ question, attribution }: Telling, hit: Hit): readonly Referent[] {
  if (question) return [];
  const blamer = hit.phrase && hit.clause && !hit.clause.verb.passive ? attribution.blamer(hit.clause) : [];
  return blamer.length > 0 ? blamer : attribution.of(hit.clause, hit.phrase?.head ?? hit.trigger[0]);
}

/** The speaker, where an edge does not start from one who speaks. What several issue together, the document itself says. */
function speakerOf(
  { focus }: Telling,
  sources: readonly Referent[],
  voices: readonly Referent[],
): string | undefined {
  if (voices.length > 1 && voices.every((v, n) => v.ids[0] === focus.speakers[n]?.ids[0])) return undefined;
  const ids = new Set(voices.flatMap((v) => v.ids));
  return sources.some((s) => s.ids.some((id) => ids.has(id))) ? undefined : voices[0]?.ids[0];
}

/**
 * One agrees with somebody; what one is committed to, one supports. A call without an addressee supports what is called
 * for, and one for an end to something condemns it.
 */
function partsOf(
  line: Line,
  hit: Hit,
  type: EdgeType,
  sources: readonly Referent[],
  targets: readonly Referent[],
  lift: (list: readonly Referent[]) => readonly Referent[],
): Part[] {
  if (type === 'AGREES_WITH' || type === 'CALLS_ON') {
    // `X and Y agreed to a ceasefire`: both want it.
    const spoken = lift(
      areTogether(hit.sources, hit.targets) ? [...hit.sources, ...hit.targets] : hit.sources,
    );
    const ended = hit.things.filter((t) => isEndOf(line, t));
    return [
      [type, sources, targets],
      ['SUPPORTS', spoken, hit.things.filter((t) => !ended.includes(t))],
      ['CONDEMNS', spoken, ended.filter((t) => t.label === 'Issue')],
    ];
  }
  if (type === 'CONDEMNS' && targets.length === 0 && CONCERN.test(hit.frame.id))
    return [['DISCUSSES', sources, hit.things]];
  return [[type, sources, [...targets, ...hit.things]]];
}

/** `an end to threats`: what is to end is not what is called for. */
function isEndOf({ sentence: { tokens } }: Line, thing: Referent): boolean {
  const at = tokens.findIndex((t) => t.start >= thing.start);
  const before = tokens.slice(Math.max(0, at - 4), at).map((t) => t.norm);
  return /\b(?:end|halt|stop|cessation|lifting|removal) (?:to|of)\b/.test(before.join(' '));
}

/** Does one plural subject hold both sides? */
function areTogether(from: readonly Referent[], targets: readonly Referent[]): boolean {
  const [[first], [second]] = [from, targets];
  return (
    from.length === 1 &&
    first !== undefined &&
    second !== undefined &&
    first.end <= second.start &&
    targets.every((t) => t.how === first.how)
  );
}

/** `X, Y and Z met`: each met each of the others, where one plural subject holds them all. */
function eachOther([relation, from, targets]: Part): Part[] {
  const [first] = from;
  if (!first || !UNDIRECTED.has(relation) || targets.length < 2 || !areTogether(from, targets))
    return [[relation, from, targets]];
  return [first, ...targets].flatMap((one, n, all): Part[] => {
    const others = all.slice(n + 1);
    return others.length > 0 ? [[relation, [one], others]] : [];
  });
}
