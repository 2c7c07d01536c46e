import { entityId } from '../../graph/ids.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Assertion, Document, Entity, Line, Mention, Referent } from '../types.ts';
import type { Structural } from './structure.ts';

const KINDS: readonly (readonly [RegExp, string, string])[] = [
  [/phone|telephone|\bcall|spoke by/i, 'call', 'Telephone conversation'],
  [/video/i, 'call', 'Videoconference'],
  [/visit|arriv|travel/i, 'visit', 'Visit'],
  [/summit/i, 'summit', 'Summit'],
];
const TALKS = new Set(['talk', 'meeting', 'negotiation', 'conversation', 'consultation']);
const AT = new Set(['in', 'at']);

interface Meeting {
  readonly id: string;
  readonly kind: string;
  readonly parties: Referent[];
  readonly ids: ReadonlySet<string>;
  readonly date: string | undefined;
}

/** The meetings of a document, in order, and those of each party. */
interface Meetings {
  readonly all: Meeting[];
  readonly of: Map<string, Meeting[]>;
}

/** Makes an event of each meeting that took place or is planned, and ties known events to their parties and places. */
export function findEvents(
  doc: Document,
  assertions: readonly Assertion[],
  talks: readonly Talks[],
  k: Knowledge,
): Structural[] {
  const out: Structural[] = [];
  const meetings: Meetings = { all: [], of: new Map() };
  for (const a of assertions) {
    if (
      a.type !== 'MET_WITH' ||
      a.event !== undefined ||
      (a.modality !== 'asserted' && a.modality !== 'intended')
    )
      continue;
    const meeting = joined(meetings, a) ?? make(doc, a, meetings);
    if (!meeting) continue;
    for (const party of [...a.sources, ...a.targets]) {
      // A country that is visited is where the visit is.
      const host =
        meeting.kind === 'visit' &&
        party.label === 'Country' &&
        a.targets.includes(party) &&
        a.sources.some((s) => s.label === 'Person');
      out.push(
        host
          ? tie(a, 'LOCATED_IN', meeting.id, party.ids[0]!, 'meeting.place')
          : tie(a, 'PARTICIPATED_IN', party.ids[0]!, meeting.id, 'meeting.party'),
      );
    }
    for (const place of a.places ?? []) out.push(tie(a, 'LOCATED_IN', meeting.id, place, 'meeting.place'));
  }
  return [...out, ...heldAt(talks, meetings.all[0]), ...knownEvents(doc, k)];
}

/** `in our talks in Tehran`: talks with a place. */
export interface Talks {
  readonly place: string;
  readonly start: number;
  readonly end: number;
}

/** The talks of a sentence whose place it gives. */
export function findTalks(line: Line): Talks[] {
  const { tokens } = line.sentence;
  return line.parse.items.flatMap((item, i, items) => {
    const [p, place] = [items[i + 1], items[i + 2]];
    if (
      item.type !== 'GROUP' ||
      !item.phrases.some((x) => TALKS.has(x.lemma)) ||
      p?.type !== 'P' ||
      !AT.has(p.lemma) ||
      place?.type !== 'GROUP'
    )
      return [];
    const m = place.phrases[0]?.mention;
    return m?.label === 'Place' ? [{ place: m.ids[0]!, start: tokens[item.from]!.start, end: m.end }] : [];
  });
}

/** Talks spoken of are the document's own meeting: where it was held. */
const heldAt = (talks: readonly Talks[], meeting: Meeting | undefined): Structural[] =>
  meeting
    ? talks.map(({ place, start, end }) => ({
        type: 'LOCATED_IN',
        source: meeting.id,
        target: place,
        start,
        end,
        rule: 'meeting.place',
        confidence: 0.75,
        modality: 'asserted',
      }))
    : [];

const tie = (
  a: Assertion,
  type: Structural['type'],
  source: string,
  target: string,
  rule: string,
): Structural => ({
  type,
  source,
  target,
  start: a.start,
  end: a.end,
  rule,
  confidence: 0.85,
  modality: a.modality,
  ...(a.date && { date: a.date }),
});

/** The meeting that an assertion speaks of again: the same parties, and no other date. */
function joined(meetings: Meetings, a: Assertion): Meeting | undefined {
  const ids = [...a.sources, ...a.targets].map((r) => r.ids[0]!);
  if (a.rule === 'attend.meeting') return meetings.all[0];
  const [fewest = []] = ids.map((id) => meetings.of.get(id) ?? []).sort((x, y) => x.length - y.length);
  return fewest.find(
    (m) =>
      ids.every((id) => m.ids.has(id)) &&
      (m.date === undefined ||
        a.date === undefined ||
        m.date.startsWith(a.date) ||
        a.date.startsWith(m.date)),
  );
}

function make(doc: Document, a: Assertion, meetings: Meetings): Meeting | undefined {
  const parties = [...a.sources, ...a.targets].filter(
    (r, n, all) => all.findIndex((x) => x.ids[0] === r.ids[0]) === n,
  );
  if (parties.length < 2) return undefined;
  const words = doc.statement.text.slice(a.start, a.end);
  const [, kind, noun] = KINDS.find(([pattern]) => pattern.test(a.trigger)) ??
    KINDS.find(([pattern, kind]) => kind === 'call' && pattern.test(words)) ?? [0, 'meeting', 'Meeting'];
  const names = parties.map((p) => doc.entities.get(p.ids[0]!)?.name ?? p.text);
  const guest = kind === 'visit' ? parties.filter((p) => p.label === 'Person') : [];
  const host = kind === 'visit' && guest.length > 0 ? parties.filter((p) => p.label === 'Country') : [];
  const named = (list: readonly Referent[]): string =>
    listing(list.map((p) => doc.entities.get(p.ids[0]!)?.name ?? p.text));
  const name =
    host.length > 0 ? `${noun} of ${named(guest)} to ${named(host)}` : `${noun} of ${listing(names)}`;
  const id = entityId('Event', `${kind} ${names.join(' ')}${a.date ? ` ${a.date}` : ''}`);
  const entity: Entity = {
    id,
    label: 'Event',
    name,
    aliases: new Set([`${names.map(short).join('–')} ${kind}`]),
    kind,
    ...(a.date && { date: a.date }),
  };
  doc.entities.set(id, entity);
  const meeting = { id, kind, parties, ids: new Set(parties.map((p) => p.ids[0]!)), date: a.date };
  meetings.all.push(meeting);
  for (const party of meeting.ids) {
    const theirs = meetings.of.get(party);
    if (theirs) theirs.push(meeting);
    else meetings.of.set(party, [meeting]);
  }
  return meeting;
}

const listing = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const short = (name: string): string => name.split(' ').at(-1) ?? name;

/** Places of a sentence that stand after `in` or `at`. */
export function placesOf(line: Line): string[] {
  const { tokens } = line.sentence;
  return line.mentions
    .filter(
      (m) =>
        m.label === 'Place' &&
        (AT.has(tokens[m.from - 1]?.norm ?? '') ||
          (tokens[m.from - 1]?.norm === 'the' && AT.has(tokens[m.from - 2]?.norm ?? ''))),
    )
    .map((m) => m.ids[0]!);
}

/** Known wars, agreements and the like: those of their parties that the document names took part. */
function knownEvents(doc: Document, k: Knowledge): Structural[] {
  const out: Structural[] = [];
  const named = new Set(doc.lines.flatMap((l) => l.mentions.flatMap((m) => [...m.ids, ...(m.inner ?? [])])));
  for (const line of doc.lines) {
    for (const m of line.mentions) {
      if (m.label !== 'Event') continue;
      const facts = k.facts.get(m.ids[0]!);
      for (const party of facts?.parties ?? []) {
        if (named.has(party) || saysName(m.text, k, party))
          out.push({
            type: 'PARTICIPATED_IN',
            source: party,
            target: m.ids[0]!,
            start: m.start,
            end: m.end,
            rule: 'event.party',
            confidence: 0.8,
            modality: 'asserted',
          });
      }
      if (
        facts?.place &&
        names(
          line.mentions.filter((x) => x.to <= m.from || x.from >= m.to),
          facts.place,
        )
      ) {
        out.push({
          type: 'LOCATED_IN',
          source: m.ids[0]!,
          target: facts.place,
          start: m.start,
          end: m.end,
          rule: 'event.place',
          confidence: 0.8,
          modality: 'asserted',
        });
      }
    }
  }
  return out;
}

/** `the war between Iran and Iraq` names its parties in its own name. */
function saysName(words: string, k: Knowledge, id: string): boolean {
  const facts = k.facts.get(id);
  return facts !== undefined && [facts.name, ...facts.aliases].some((n) => n.length > 3 && words.includes(n));
}

const names = (mentions: readonly Mention[], id: string): boolean => mentions.some((m) => m.ids.includes(id));
