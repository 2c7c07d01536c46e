import { UNDIRECTED } from '../../graph/model.ts';
import type { EdgeType, EntityLabel } from '../../graph/model.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Clause } from '../text/clauses.ts';
import type { Assertion, Document, Line, Referent } from '../types.ts';
import { areKin } from '../knowledge/nouns.ts';
import { findAims } from './aims.ts';
import type { Aim } from './aims.ts';
import { Attribution } from './attribute.ts';
import type { SpeechState } from './attribute.ts';
import { findDates } from './dates.ts';
import { findTalks, placesOf } from './events.ts';
import type { Talks } from './events.ts';
import { Matcher } from './match.ts';
import type { Hit } from './match.ts';
import { noFocus } from './focus.ts';
import type { Focus } from './focus.ts';
import { findGatherings } from './gatherings.ts';
import { referents } from './meaning.ts';
import { findMembership } from './membership.ts';
import { Resolver } from './resolve.ts';
import { isSport } from './sport.ts';
import { bestOffice } from './structure.ts';
import type { Structural } from './structure.ts';
import { findTakingPart } from './taking-part.ts';
import { findThings } from './things.ts';
import type { Thing } from './things.ts';

/** Words, not deeds: when a person speaks for a country, the person is the source of these. */
const VERBAL = new Set<EdgeType>(['SUPPORTS', 'CONDEMNS', 'REJECTS', 'CALLS_ON', 'THREATENS', 'DISCUSSES']);
const DEEDS = new Set<EdgeType>(['SANCTIONS', 'COERCES', 'ATTACKS', 'MOBILIZES_AGAINST', 'PROTESTS']);
const MEETINGS = new Set([
  'meeting',
  'talk',
  'call',
  'conversation',
  'negotiation',
  'ceremony',
  'summit',
  'session',
]);

const VIOLENCE = ['attack', 'war'];
const NAMED = { how: 'named', sure: 0.8 } as const;

/** Concern about a situation with nobody blamed is no accusation. */
const CONCERN = /concern|worr|alarm/;

/** `an end to threats`: what is to end is not what is called for. */
function isEndOf({ sentence: { tokens } }: Line, thing: Referent): boolean {
  const at = tokens.findIndex((t) => t.start >= thing.start);
  const before = tokens.slice(Math.max(0, at - 4), at).map((t) => t.norm);
  return /\b(?:end|halt|stop|cessation|lifting|removal) (?:to|of)\b/.test(before.join(' '));
}

/** What is asked is not said. */
function isQuestion({ sentence }: Line): boolean {
  return sentence.tokens.slice(-3).some((t) => t.text === '?');
}

/** Reads a document sentence by sentence, keeping track of who was spoken of and who speaks. */
export class Reader {
  readonly assertions: Assertion[] = [];
  /** Issues and events that sentences name by themselves, and their parties and places. */
  readonly things: Thing[] = [];
  readonly structural: Structural[] = [];
  readonly talks: Talks[] = [];
  readonly focus: Focus = noFocus();
  private readonly doc: Document;
  private readonly k: Knowledge;
  /** The country or body that publishes the document, and whose document it is. */
  private readonly publisher: string | undefined;
  private readonly issuers: readonly Referent[];
  /** Person -> country or body, as the document says; and what was looked up so far. */
  private readonly stated = new Map<string, string>();
  private readonly homes = new Map<string, string | undefined>();
  private readonly speech: SpeechState = { open: false, last: [] };

  private readonly known: (id: string) => unknown;

  constructor(
    doc: Document,
    k: Knowledge,
    known: (id: string) => unknown,
    voice: { issuers: readonly Referent[]; publisher: string | undefined },
  ) {
    this.known = known;
    this.doc = doc;
    this.k = k;
    this.publisher = voice.publisher;
    this.issuers = voice.issuers;
    this.focus.issuers = voice.issuers;
    for (const line of doc.lines)
      for (const m of line.mentions)
        if (m.of && !this.stated.has(m.ids[0]!)) this.stated.set(m.ids[0]!, m.of);
  }

  read(line: Line, question: boolean): void {
    const before = { assertions: this.assertions.length, things: this.things.length };
    const resolver = new Resolver(
      line,
      this.focus,
      this.doc.entities,
      (person) => this.represents(person),
      this.known,
    );
    const attribution = new Attribution(line, resolver, this.focus, this.speech);
    resolver.voice = (token) => attribution.at(token);
    if (line.parse.items.length > 0 && !isQuestion(line)) {
      const matcher = new Matcher(line, resolver, this.k.frames);
      for (const hit of matcher.match()) this.assert(line, hit, attribution, question);
      this.structural.push(...findTakingPart(line, resolver, matcher));
      if (!question)
        for (const aim of findAims(line, resolver, matcher, this.k.frames, this.doc.entities))
          this.aim(line, aim, attribution);
      for (const clause of line.parse.clauses) {
        this.urged(line, clause, resolver, attribution);
        this.attended(line, clause, resolver);
        this.gathered(line, clause, resolver);
        this.agreedByBoth(line, clause);
      }
    }
    this.gatherings(line, resolver, this.assertions.slice(before.assertions));
    this.structural.push(...findMembership(this.doc, line, this.focus, (id) => this.represents(id)));
    const found = findThings(line, resolver, this.doc.entities);
    this.things.push(...found.things);
    this.structural.push(...found.structural);
    this.talks.push(...findTalks(line));
    const told = this.assertions.slice(before.assertions);
    this.remember(line, resolver, attribution);
    this.rememberThings(line, told, this.things.slice(before.things));
    this.pair(told);
  }

  /** Talks and conferences with a place or a day, where no meeting of named people is told by the same words. */
  private gatherings(line: Line, resolver: Resolver, said: readonly Assertion[]): void {
    const { focus, doc } = this;
    const { text, date: base } = doc.statement;
    for (const g of findGatherings({ line, resolver, focus, entities: doc.entities, text, base })) {
      if (g.modality === 'asserted' && said.some((a) => a.type === 'MET_WITH' && !a.event)) continue;
      this.things.push(g.event);
      this.structural.push(...g.structural);
      const [first, ...others] = g.parties.filter((p) => p.label !== 'Person');
      if (first && others.length > 0)
        this.assertions.push({
          type: 'MET_WITH',
          sources: [first],
          targets: others,
          line: doc.lines[line.sentence.index]!,
          ...g.event,
          trigger: text.slice(g.event.start, g.event.end),
          rule: 'gathering',
          modality: g.modality,
          notes: ['talks with a place or a day'],
          score: 0.7,
          event: g.event.id,
          ...(g.date && { date: g.date }),
        });
    }
  }

  private assert(line: Line, hit: Hit, attribution: Attribution, question: boolean): void {
    // A hostile deed still to come is a threat.
    const announced =
      hit.modality === 'intended' &&
      [hit.clause?.verb.modal, hit.clause?.parent?.verb.modal].some((m) => m === 'will' || m === 'would');
    const type: EdgeType =
      hit.ultimatum || (announced && DEEDS.has(hit.frame.relation as EdgeType))
        ? 'THREATENS'
        : (hit.frame.relation as EdgeType);
    // Deeds in a report of a match are none.
    if (DEEDS.has(type) && isSport(line, this.k)) return;
    // `Airbus beat Boeing to an order`: companies make no war on each other.
    if (DEEDS.has(type) && [...hit.sources, ...hit.targets].every((r) => this.isCompany(r))) return;
    // What is only urged gives CALLS_ON and no second edge for the act urged.
    const byUs = hit.sources.some((s) => /first person/.test(s.how)) && type !== 'YIELDS_TO';
    if (hit.modality === 'urged' && !byUs) return;
    const blamer = hit.phrase && hit.clause && !hit.clause.verb.passive ? attribution.blamer(hit.clause) : [];
    const voices = question
      ? []
      : blamer.length > 0
        ? blamer
        : attribution.of(hit.clause, hit.phrase?.head ?? hit.trigger[0]);
    const speakerIds = new Set(voices.flatMap((v) => v.ids));
    // `our positions are in line with theirs` is said, not signed.
    const verbal = VERBAL.has(type) || (type === 'AGREES_WITH' && hit.frame.head === 'be');
    const sources = verbal ? unique(hit.sources.flatMap((s) => this.spokenFor(s, voices))) : hit.sources;
    const lifted =
      UNDIRECTED.has(type) && verbal
        ? unique(hit.targets.flatMap((t) => this.spokenFor(t, voices)))
        : hit.targets;
    const own = sources.some((s) => s.ids.some((id) => speakerIds.has(id)));
    const speaker = own ? undefined : voices[0]?.ids[0];
    // One agrees with somebody; what one is committed to, one supports.
    // A call without an addressee supports what is called for.
    const spoken = unique(hit.sources.flatMap((s) => this.spokenFor(s, voices)));
    const parts: Part[] =
      type === 'AGREES_WITH' || type === 'CALLS_ON'
        ? [
            [type, sources, lifted],
            ['SUPPORTS', spoken, hit.things.filter((t) => !isEndOf(line, t))],
            ['CONDEMNS', spoken, hit.things.filter((t) => t.label === 'Issue' && isEndOf(line, t))],
          ]
        : type === 'CONDEMNS' && lifted.length === 0 && CONCERN.test(hit.frame.id)
          ? [['DISCUSSES', sources, hit.things]]
          : [[type, sources, [...lifted, ...hit.things]]];
    for (const [relation, from, targets] of parts.flatMap(eachOther))
      if (targets.length > 0)
        this.push(line, relation, from, targets, hit.trigger, {
          rule: hit.frame.id,
          modality: type === 'THREATENS' ? 'asserted' : hit.modality,
          notes: [...hit.notes, ...(question ? ['premise of a question'] : [])],
          score: hit.fit * (question ? 0.6 : 1),
          ...(speaker && { speaker }),
        });
  }

  private isCompany(r: Referent): boolean {
    return this.k.facts.get(r.ids[0]!)?.kind === 'company';
  }

  /** What somebody works for or wants done. */
  private aim(
    line: Line,
    { frame, sources, things, trigger, modality, clause }: Aim,
    attribution: Attribution,
  ): void {
    const voices = attribution.of(clause, trigger[0]);
    const holders = unique(sources.flatMap((s) => this.spokenFor(s, voices)));
    const own = holders.some((s) => voices.some((v) => v.ids[0] === s.ids[0]));
    const speaker = own ? undefined : voices[0]?.ids[0];
    this.push(line, frame.relation as EdgeType, holders, things, trigger, {
      rule: frame.id,
      modality,
      notes: ['what is wanted'],
      score: 0.85,
      ...(speaker && { speaker }),
    });
  }

  /** A person who speaks for the source's country is the source. */
  private spokenFor(source: Referent, voices: readonly Referent[]): readonly Referent[] {
    if (source.label !== 'Country') return [source];
    const speakers = voices.filter(
      (v) => v.label === 'Person' && this.represents(v.ids[0]!) === source.ids[0],
    );
    return speakers.length > 0
      ? speakers.map((v) => ({
          ...source,
          ids: v.ids,
          label: v.label,
          how: `speaks for ${source.text}`,
          sure: Math.min(v.sure, source.sure),
        }))
      : [source];
  }

  /** The country or organisation that a person stands for, by the document or the lexicon. */
  represents(person: string): string | undefined {
    if (this.homes.has(person)) return this.homes.get(person);
    const home = this.stated.get(person) ?? this.office(person);
    this.homes.set(person, home);
    return home;
  }

  private office(person: string): string | undefined {
    const office = bestOffice(this.k.facts.get(person)?.offices ?? [], this.doc.statement.date);
    // A spokesperson without a country of their own speaks for whoever publishes the words.
    const published = this.issuers.some((s) => s.ids[0] === person) ? this.publisher : undefined;
    return office?.of ?? published;
  }

  /** `Hamas must release the hostages`, said by X: X calls on Hamas. */
  private urged(line: Line, clause: Clause, resolver: Resolver, attribution: Attribution): void {
    if (
      clause.verb.modal !== 'should' ||
      clause.link === 'sub' ||
      clause.link === 'rel' ||
      clause.verb.passive
    )
      return;
    const voices = attribution.of(clause);
    const sources = voices.length > 0 ? voices : this.focus.issuers;
    const targets = resolver
      .group(clause.subject)
      .actors.filter(
        (r) =>
          !/first person/.test(r.how) &&
          !sources.some((s) => s.ids[0] === r.ids[0] || this.represents(s.ids[0]!) === r.ids[0]),
      );
    if (sources.length === 0 || targets.length === 0) return;
    this.push(line, 'CALLS_ON', sources, targets, [clause.verb.from, clause.verb.to], {
      rule: 'must.speech',
      modality: 'asserted',
      notes: ['what the speaker says must be done'],
      score: 0.8,
    });
  }

  /** `X also attended the meeting`: X met the other side of the document's meeting. */
  private attended(line: Line, clause: Clause, resolver: Resolver): void {
    if (
      !/^(?:attend|join|participate|take)$/.test(clause.verb.lemma) ||
      clause.verb.negated ||
      this.focus.pair.length < 2
    )
      return;
    const groups = [clause.object, ...clause.prepositions.filter((p) => p.prep === 'in').map((p) => p.group)];
    const definite = groups.some((g) =>
      g?.phrases.some(
        (p) => MEETINGS.has(p.lemma) && ['the', 'this'].includes(p.determiner ?? '') && !p.mention,
      ),
    );
    if (!definite) return;
    const sources = resolver
      .group(clause.subject)
      .actors.filter((r) => r.label === 'Person' && !this.focus.pair.some((p) => p.ids[0] === r.ids[0]));
    for (const source of sources) {
      const home = this.represents(source.ids[0]!);
      const others = this.focus.pair.filter(
        (p) => p.label === 'Person' && this.represents(p.ids[0]!) !== home,
      );
      this.push(
        line,
        'MET_WITH',
        [source],
        others.map((o) => ({ ...o, how: 'the meeting spoken of', start: source.start, end: source.end })),
        [clause.verb.from, clause.verb.to],
        { rule: 'attend.meeting', modality: 'asserted', notes: [], score: 0.85 },
      );
    }
  }

  /** `We, the ministers of X and Y, met in Oslo`: the issuers met. */
  private gathered(line: Line, clause: Clause, resolver: Resolver): void {
    if (!/^(?:gather|meet|convene|assemble)$/.test(clause.verb.lemma) || clause.verb.passive || clause.object)
      return;
    const parties = resolver.group(clause.subject).actors.filter((r) => r.how === 'first person: we');
    if (parties.length < 2 || clause.verb.negated) return;
    for (const [n, party] of parties.entries())
      if (n + 1 < parties.length)
        this.push(line, 'MET_WITH', [party], parties.slice(n + 1), [clause.verb.from, clause.verb.to], {
          rule: 'gathered',
          modality: 'asserted',
          notes: ['the issuers met'],
          score: 0.9,
        });
  }

  /** `It was agreed to continue contacts`: both sides of the conversation agreed. */
  private agreedByBoth(line: Line, clause: Clause): void {
    const impersonal = clause.verb.passive && clause.subject?.phrases[0]?.pronoun === 'it';
    const people = this.focus.pair.filter((p) => p.label === 'Person');
    const parties = people.length > 1 ? people : this.focus.pair;
    if (
      !impersonal ||
      clause.verb.negated ||
      !/^(?:agree|decide)$/.test(clause.verb.lemma) ||
      parties.length < 2
    )
      return;
    const at = {
      start: line.sentence.tokens[clause.verb.from]!.start,
      end: line.sentence.tokens[clause.verb.to - 1]!.end,
      how: 'both sides of the conversation',
      sure: 0.85,
    };
    this.push(
      line,
      'AGREES_WITH',
      [{ ...parties[0]!, ...at }],
      parties.slice(1, people.length > 1 ? people.length : 2).map((p) => ({ ...p, ...at })),
      [clause.verb.from, clause.verb.to],
      { rule: 'agreed.impersonal', modality: 'asserted', notes: ['passive'], score: 0.85 },
    );
  }

  private push(
    line: Line,
    type: EdgeType,
    sources: readonly Referent[],
    targets: readonly Referent[],
    trigger: readonly [number, number],
    rest: Pick<Assertion, 'rule' | 'modality' | 'notes' | 'score'> & { speaker?: string },
  ): void {
    const ending = type === 'CONDEMNS' && rest.rule.endsWith('.cease');
    const meant = targets.filter(
      (t) =>
        !(type === 'SUPPORTS' && this.isViolence(t, VIOLENCE)) && !(ending && this.isViolence(t, ['war'])),
    );
    if (meant.length === 0) return;
    const { tokens } = line.sentence;
    const [first, last] = [tokens[trigger[0]]!, tokens[trigger[1] - 1] ?? tokens[trigger[0]]!];
    const ends = [...sources, ...meant].filter(
      (r) => r.start >= line.sentence.start && r.end <= line.sentence.end,
    );
    const start = Math.min(first.start, ...ends.map((r) => r.start));
    const end = Math.max(last.end, ...ends.map((r) => r.end));
    const planned = rest.modality === 'intended';
    const date = dateNear(this.doc.statement.text, line, first.start, this.doc.statement.date, planned);
    this.assertions.push({
      type,
      sources,
      targets: meant,
      line: this.doc.lines[line.sentence.index]!,
      start,
      end,
      trigger: this.doc.statement.text.slice(first.start, last.end),
      ...rest,
      ...(type === 'MET_WITH' && { places: placesOf(line) }),
      ...(date && { date }),
    });
  }

  /** Nobody supports an attack or a war by feeling for its victims or wanting its end. */
  private isViolence(r: Referent, kinds: readonly string[]): boolean {
    const { kind = '', coined } = this.doc.entities.get(r.ids[0]!) ?? {};
    return r.label === 'Event' && kinds.some((noun) => areKin(coined?.head ?? kind, noun));
  }

  /** After a sentence: who was named, who was its subject, who spoke, who met whom. */
  private remember(line: Line, resolver: Resolver, attribution: Attribution): void {
    const { focus } = this;
    for (const m of line.mentions) {
      if (m.label !== 'Person' && m.label !== 'Country' && m.label !== 'Organization') continue;
      for (const id of m.ids) {
        const r: Referent = {
          ids: [id],
          label: m.label,
          how: 'named',
          text: m.text,
          start: m.start,
          end: m.end,
          sure: 0.9,
        };
        if (m.kind === 'government' && m.label === 'Country') focus.government = r;
        focus.actors = [...focus.actors.filter((a) => a.ids[0] !== id), r].slice(-40);
      }
    }
    for (const clause of line.parse.clauses) {
      // Who was spoken of is the subject of a sentence, not of what somebody in it says.
      if (
        clause.verb.form !== 'finite' ||
        clause.link === 'that' ||
        clause.link === 'rel' ||
        clause.link === 'sub'
      )
        continue;
      const [subject] = resolver.group(clause.subject).actors;
      if (subject) focus.subjects = [...focus.subjects, subject].slice(-20);
    }
    const speakers = attribution.speakers();
    if (speakers.length > 0) this.speech.last = speakers;
    this.speech.open = attribution.stillOpen;
  }

  /** Issues and events that the sentence names or introduces. */
  private rememberThings(line: Line, told: readonly Assertion[], things: readonly Thing[]): void {
    const label = (id: string): EntityLabel | undefined => this.doc.entities.get(id)?.label;
    const isThing = (id: string): boolean => label(id) === 'Issue' || label(id) === 'Event';
    const named = line.mentions
      .filter((m) => m.label === 'Issue' || m.label === 'Event')
      .flatMap((m) => referents(m));
    const introduced = told.flatMap((a) => a.targets).filter((r) => isThing(r.ids[0]!));
    const tied = things.map((t): Referent => ({
      ...NAMED,
      ...t,
      ids: [t.id],
      label: label(t.id)!,
      text: this.doc.statement.text.slice(t.start, t.end),
    }));
    const all = [...named, ...introduced, ...tied].sort((a, b) => a.start - b.start);
    this.focus.things = [...this.focus.things, ...all].slice(-40);
    this.focus.previous = line.sentence.start;
  }

  /** The first meeting of a document is what `both leaders` and `the two countries` point at. */
  private pair(told: readonly Assertion[]): void {
    if (this.focus.pair.length > 0) return;
    const met = told.find((a) => a.type === 'MET_WITH' && a.sources.length > 0 && a.targets.length > 0);
    if (!met) return;
    const people = unique([...met.sources, ...met.targets]);
    const countries = people.flatMap((p) => {
      const of = p.label === 'Person' ? this.represents(p.ids[0]!) : undefined;
      return of?.startsWith('country:') && this.known(of)
        ? [{ ...p, ids: [of], label: 'Country' as const }]
        : [];
    });
    this.focus.pair = [...people, ...unique(countries)];
  }
}

type Part = [EdgeType, readonly Referent[], readonly Referent[]];

/** `X, Y and Z met`: each met each of the others, where one plural subject holds them all. */
function eachOther([relation, from, targets]: Part): Part[] {
  const [first, second] = [from[0], targets[0]];
  const together = first && second && first.end <= second.start && targets.every((t) => t.how === first.how);
  if (!UNDIRECTED.has(relation) || from.length !== 1 || targets.length < 2 || !together)
    return [[relation, from, targets]];
  return [first, ...targets].flatMap((one, n, all): Part[] => {
    const others = all.slice(n + 1);
    return others.length > 0 ? [[relation, [one], others]] : [];
  });
}

function unique(list: readonly Referent[]): Referent[] {
  return list.filter((r, n) => list.findIndex((x) => x.ids[0] === r.ids[0]) === n);
}

/** The date of the sentence that stands nearest to a place in it. */
function dateNear(
  text: string,
  line: Line,
  at: number,
  base: string | undefined,
  planned: boolean,
): string | undefined {
  const { start, end } = line.sentence;
  const dates = findDates(text.slice(start, end), base, planned);
  dates.sort((a, b) => Math.abs(start + a.start - at) - Math.abs(start + b.start - at));
  return dates[0]?.date;
}
