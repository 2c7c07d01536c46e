import { isActor } from '../../graph/model.ts';
import { hasRole } from '../knowledge/nouns.ts';
import { list, readTable } from '../knowledge/tables.ts';
import type { Clause, Group } from '../text/clauses.ts';
import type { Line, Referent } from '../types.ts';
import type { Matcher } from './match.ts';
import type { Resolver } from './resolve.ts';
import type { Structural } from './structure.ts';

const VERBS: ReadonlyMap<string, readonly string[]> = new Map(
  readTable('lexicon/taking-part.tsv', ['verb', 'slots']).map((row) => [row.verb, list(row.slots)]),
);
const HAPPENING = new Set(['occur', 'happen', 'take', 'unfold', 'erupt', 'begin', 'start']);

/** Who took part in an event by what a verb says, and where it took place. */
export function findTakingPart(line: Line, resolver: Resolver, matcher: Matcher): Structural[] {
  return line.parse.clauses.flatMap((clause) => {
    if (matcher.moods.denies(clause) || matcher.moods.isDropped(clause)) return [];
    return [...parties(line, clause, resolver, matcher), ...whereabouts(line, clause, resolver)];
  });
}

function parties(line: Line, clause: Clause, resolver: Resolver, matcher: Matcher): Structural[] {
  const slots = VERBS.get(clause.verb.lemma) ?? [];
  const groups = [
    ...slots.map((slot) => inSlot(clause, slot)),
    clause.adjective?.lemma === 'responsible' ? inSlot(clause, 'for') : undefined,
  ].filter((g) => g !== undefined);
  const events = groups.flatMap((g) => eventsIn(resolver, g));
  const doer = clause.verb.passive ? clause.prepositions.find((p) => p.prep === 'by')?.group : clause.subject;
  const { actors } = resolver.group(doer);
  const modality = matcher.moods.of(clause);
  if (modality === 'hypothetical' || modality === 'urged') return [];
  return events.flatMap((event) =>
    actors
      .filter((a) => isActor(a.label))
      .map((a) => ({ ...tie(line, 'PARTICIPATED_IN', a, event, 'taking.part'), modality })),
  );
}

const inSlot = (clause: Clause, slot: string): Group | undefined =>
  slot === 'obj'
    ? clause.verb.passive
      ? clause.subject
      : clause.object
    : clause.prepositions.find((p) => p.prep === slot)?.group;

/** Events that a group names, speaks of again, or introduces. */
function eventsIn(resolver: Resolver, group: Group): readonly Referent[] {
  const named = resolver.group(group).things.filter((t) => t.label === 'Event');
  if (named.length > 0) return named;
  const phrases = group.phrases.filter((p) => hasRole(p.lemma, 'event') && !hasRole(p.lemma, 'meeting'));
  return phrases.length > 0 ? resolver.coined({ ...group, phrases }) : [];
}

/** `The bombing happened in Kabul, at the airport.` */
function whereabouts(line: Line, clause: Clause, resolver: Resolver): Structural[] {
  if (!HAPPENING.has(clause.verb.lemma) || clause.verb.passive) return [];
  const events = resolver.group(clause.subject).things.filter((t) => t.label === 'Event');
  return events.flatMap((event) =>
    clause.prepositions
      .filter((p) => p.prep === 'in' || p.prep === 'at')
      .flatMap((p) => {
        const { places, actors } = resolver.group(p.group);
        return [...places, ...actors.filter((a) => a.label === 'Country')];
      })
      .map((place) => tie(line, 'LOCATED_IN', event, place, 'event.place')),
  );
}

function tie(
  { sentence }: Line,
  type: Structural['type'],
  source: Referent,
  target: Referent,
  rule: string,
): Structural {
  const ends = [source, target].filter((r) => r.start >= sentence.start && r.end <= sentence.end);
  return {
    type,
    source: source.ids[0]!,
    target: target.ids[0]!,
    start: Math.min(...ends.map((r) => r.start)),
    end: Math.max(...ends.map((r) => r.end)),
    rule,
    confidence: 0.75,
    modality: 'asserted',
  };
}
