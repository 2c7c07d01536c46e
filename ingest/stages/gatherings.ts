import { entityId } from '../../graph/ids.ts';
import { isActor } from '../../graph/model.ts';
import type { Modality } from '../../graph/model.ts';
import { hasRole, qualifies } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Clause, Group, Item } from '../text/clauses.ts';
import type { Entity, Line, Referent } from '../types.ts';
import { extent, textOf } from './coin.ts';
import { findDates } from './dates.ts';
import type { Focus } from './focus.ts';
import type { Resolver } from './resolve.ts';
import type { Structural } from './structure.ts';
import type { Thing } from './things.ts';

const AT = new Set(['in', 'at']);
const SIDES = new Set(['between', 'with', 'of', 'among']);
const HELD = new Set([
  'take',
  'hold',
  'begin',
  'start',
  'open',
  'convene',
  'resume',
  'continue',
  'host',
  'schedule',
]);

/** Talks, a conference or a summit that a sentence speaks of with its place or day. */
export interface Gathering {
  readonly event: Thing;
  readonly parties: readonly Referent[];
  readonly modality: Modality;
  readonly date: string | undefined;
  readonly structural: readonly Structural[];
}

interface Setting {
  readonly place: Referent | undefined;
  readonly date: string | undefined;
}

/** What is needed to read the gatherings of a sentence. */
interface Scene {
  readonly line: Line;
  readonly resolver: Resolver;
  readonly focus: Focus;
  readonly entities: Map<string, Entity>;
  readonly text: string;
  readonly base: string | undefined;
}

/** Finds gatherings that are no meeting of named people already: `expert talks in Oslo in May`, `the conference will be held in Rabat`. */
export function findGatherings(scene: Scene): Gathering[] {
  const { line } = scene;
  const out: Gathering[] = [];
  for (const group of line.parse.items) {
    if (group.type !== 'GROUP') continue;
    for (const phrase of group.phrases) {
      if (phrase.mention || phrase.pronoun || phrase.possessive || !hasRole(phrase.lemma, 'meeting'))
        continue;
      const clause = heldBy(line, group);
      const planned = isPlanned(line, clause) && !/^(?:after|following|during|since)$/.test(group.prep ?? '');
      for (const setting of settings(scene, phrase, group, clause))
        out.push(gathering(scene, phrase, group, setting, planned));
    }
  }
  return out;
}

/** The verb that says where or when it is held: its own, or one in a relative clause about it. */
function heldBy(line: Line, group: Group): Clause | undefined {
  const items: readonly Item[] = line.parse.items;
  const about = items[group.item + 1]?.type === 'P' ? items[group.item + 2] : undefined;
  const holds = line.parse.clauses.filter((c) => HELD.has(c.verb.lemma));
  const clause = holds.find(
    (c) => c.subject === group || (about !== undefined && c.subject === about && c.item < group.item + 9),
  );
  // `are scheduled to take place`: the place stands with the inner verb.
  return holds.find((c) => c.parent === clause && c.link === 'inf') ?? clause;
}

/** `will take place`, `are scheduled to be held` */
function isPlanned(line: Line, clause: Clause | undefined): boolean {
  if (!clause) return false;
  const told = line.parse.clauses.some(
    (c) => c !== clause && c.item < clause.item && /^(?:schedule|plan|expect|agree|set)$/.test(c.verb.lemma),
  );
  return clause.verb.modal === 'will' || clause.verb.modal === 'would' || clause.verb.form === 'inf' || told;
}

/** Each place and day that the sentence gives: `first in Oslo on 3 May and then in Rabat on 6 May`. */
function settings(scene: Scene, phrase: NounPhrase, group: Group, clause: Clause | undefined): Setting[] {
  const { line, resolver } = scene;
  const { tokens } = line.sentence;
  const after = following(line, group);
  const held = clause ? clause.prepositions : [];
  const places = [...after, ...held]
    .filter((p, n, all) => AT.has(p.prep) && all.findIndex((x) => x.group === p.group) === n)
    .flatMap((p) => venues(resolver, p.group));
  const dates = findDates(scene.text.slice(line.sentence.start, line.sentence.end), scene.base);
  const dayOf = (at: number): string | undefined =>
    dates
      .map((d) => ({ ...d, gap: line.sentence.start + d.start - at }))
      .find((d) => d.gap >= 0 && d.gap < 30)?.date;
  if (places.length > 0) return places.map((place) => ({ place, date: dayOf(place.end) }));
  // `At the conference on Iran on 6 August, X said`: up to the verb.
  const end = isStage(line, group) ? tokens[phrase.from]!.start + 90 : tokens[phrase.to - 1]!.end;
  const own = dates.find((d) => {
    const start = line.sentence.start + d.start;
    return start >= tokens[phrase.from]!.start && start < end;
  });
  return own ? [{ place: undefined, date: own.date }] : [];
}

/** Places, and bodies that are hosts. */
function venues(resolver: Resolver, group: Group): Referent[] {
  const { places, actors } = resolver.group(group);
  return [...places, ...actors.filter((a) => a.label !== 'Person')];
}

/** Prepositional phrases right after a group. */
function following(line: Line, group: Group): { prep: string; group: Group }[] {
  const items: readonly Item[] = line.parse.items;
  const [p, next] = [items[group.item + 1], items[group.item + 2]];
  return p?.type === 'P' && next?.type === 'GROUP' ? [{ prep: p.lemma, group: next }] : [];
}

function gathering(
  scene: Scene,
  phrase: NounPhrase,
  group: Group,
  { place, date }: Setting,
  planned: boolean,
): Gathering {
  const { line } = scene;
  const parties = partiesOf(scene, phrase, group, planned);
  const { tokens } = line.sentence;
  const [start, end] = [tokens[phrase.from]!.start, tokens[phrase.to - 1]!.end];
  const id = named(scene, phrase, group, place, date, parties);
  const modality = planned ? 'intended' : 'asserted';
  const tie = (type: Structural['type'], source: string, target: string, to: number): Structural => ({
    type,
    source,
    target,
    start,
    end: Math.max(end, to),
    rule: type === 'LOCATED_IN' ? 'gathering.place' : 'gathering.party',
    confidence: 0.7,
    modality,
    ...(date && { date }),
  });
  return {
    event: { id, start, end },
    parties,
    modality,
    date,
    structural: [
      ...(place && place.label !== 'Organization'
        ? [tie('LOCATED_IN', id, place.ids[0]!, place.start > start ? place.end : end)]
        : []),
      ...parties.map((p) => tie('PARTICIPATED_IN', p.ids[0]!, id, end)),
    ],
  };
}

/** Who is named with it, who spoke at it; for what is planned, the countries of the document's meeting. */
function partiesOf(
  { line, resolver, focus }: Scene,
  phrase: NounPhrase,
  group: Group,
  planned: boolean,
): Referent[] {
  const owners = resolver.owners(phrase).filter((r) => isActor(r.label));
  const sides = following(line, group)
    .filter((p) => SIDES.has(p.prep))
    .flatMap((p) => resolver.group(p.group).actors);
  const speaking = resolver.group(isStage(line, group)?.subject).actors;
  const named = [...owners, ...sides, ...speaking];
  if (named.length > 0) return named;
  const countries = focus.pair.filter((r) => r.label === 'Country');
  return planned || (isAgreed(line, group) && group.prep === 'at') ? countries : [];
}

/** `At the conference, X said …`: the clause that it is the stage of. */
const isStage = (line: Line, group: Group): Clause | undefined =>
  line.parse.clauses.find(
    (c) => c.verb.form === 'finite' && c.fronted.some((p) => p.group === group && p.prep === 'at'),
  );

/** `we agreed to go on at talks in Oslo` */
const isAgreed = (line: Line, group: Group): boolean =>
  line.parse.clauses.some((c) => c.item < group.item && c.verb.lemma === 'agree');

/** The event: known to the document already, or made, and named after what, where and when. */
function named(
  { entities, line }: Scene,
  phrase: NounPhrase,
  group: Group,
  place: Referent | undefined,
  date: string | undefined,
  parties: readonly Referent[],
): string {
  const span = place ? undefined : extent(line, phrase, group);
  const noun = span ? textOf(line, ...span) : plainly(line, phrase);
  const where = place && (entities.get(place.ids[0]!)?.name ?? place.text);
  const name = where ? `${noun} in ${where}` : noun;
  const id = entityId('Event', `${name}${date ? ` ${date}` : ''}`);
  if (!entities.has(id)) {
    const about = [...parties.flatMap((p) => p.ids), ...(place ? place.ids : [])];
    entities.set(id, {
      id,
      label: 'Event',
      name: name.charAt(0).toUpperCase() + name.slice(1),
      aliases: new Set(where ? [`${where} ${line.sentence.tokens[phrase.head]!.norm}`] : []),
      kind: 'meeting',
      coined: { head: phrase.lemma, about },
      ...(date && { date }),
    });
  }
  return id;
}

/** The noun with what qualifies it, without what only judges it. */
function plainly({ sentence: { tokens } }: Line, phrase: NounPhrase): string {
  const from = phrase.owner ? phrase.owner.to + 1 : phrase.from;
  const said = tokens
    .slice(from, phrase.to)
    .filter(
      (t) =>
        t.word && !/^(?:the|a|an|this|these|those|that|and)$/.test(t.norm) && !qualifies(t.norm, 'judging'),
    );
  return said.map((t) => t.text).join(' ');
}
