import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Document, Line, Referent } from '../types.ts';
import { findAims } from './aims.ts';
import { Assertions } from './assertions.ts';
import { Attribution } from './attribute.ts';
import type { SpeechState } from './attribute.ts';
import { findTalks } from './events.ts';
import type { Talks } from './events.ts';
import { noFocus, rememberActors, rememberPair, rememberSubjects, rememberThings } from './focus.ts';
import type { Focus } from './focus.ts';
import { findGatherings } from './gatherings.ts';
import { tellAim, tellHit } from './hits.ts';
import { Matcher } from './match.ts';
import { findMembership } from './membership.ts';
import { tellPatterns } from './patterns.ts';
import { Representation } from './representation.ts';
import { Resolver } from './resolve.ts';
import type { Structural } from './structure.ts';
import { findTakingPart } from './taking-part.ts';
import type { Telling } from './telling.ts';
import { findThings } from './things.ts';
import type { Thing } from './things.ts';

/** Reads a document sentence by sentence, keeping track of who was spoken of and who speaks. */
export class Reader {
  /** Issues and events that sentences name by themselves, and their parties and places. */
  readonly things: Thing[] = [];
  readonly structural: Structural[] = [];
  readonly talks: Talks[] = [];
  readonly focus: Focus = noFocus();
  readonly representation: Representation;
  private readonly told: Assertions;
  private readonly doc: Document;
  private readonly k: Knowledge;
  private readonly known: (id: string) => unknown;
  private readonly speech: SpeechState = { open: false, last: [] };

  /** `known` makes an entity that only the lexicons name one of the document's; the voice says whose document it is. */
  constructor(
    doc: Document,
    k: Knowledge,
    known: (id: string) => unknown,
    voice: { issuers: readonly Referent[]; publisher: string | undefined },
  ) {
    this.known = known;
    this.doc = doc;
    this.k = k;
    this.told = new Assertions(doc);
    this.representation = new Representation(doc, k, voice);
    this.focus.issuers = voice.issuers;
  }

  get assertions(): Assertions['all'] {
    return this.told.all;
  }

  /** Reads the next sentence; a question's premises are kept apart from claims. */
  read(line: Line, question: boolean): void {
    const { doc, focus, representation } = this;
    const before = { assertions: this.assertions.length, things: this.things.length };
    const telling = this.telling(line, question);
    const { resolver, attribution } = telling;
    if (line.parse.items.length > 0 && !isQuestion(line)) this.relations(telling);
    this.gatherings(telling, before.assertions);
    this.structural.push(...findMembership(doc, line, focus, (id) => representation.of(id)));
    const found = findThings(line, resolver, doc.entities);
    this.things.push(...found.things);
    this.structural.push(...found.structural);
    this.talks.push(...findTalks(line));
    const told = this.assertions.slice(before.assertions);
    rememberActors(focus, line);
    rememberSubjects(focus, line, resolver);
    rememberThings(focus, doc, line, told, this.things.slice(before.things));
    rememberPair(focus, told, representation, this.known);
    const speakers = attribution.speakers();
    if (speakers.length > 0) this.speech.last = speakers;
    this.speech.open = attribution.stillOpen;
  }

  private telling(line: Line, question: boolean): Telling {
    const { doc, k, focus, representation, told: assertions } = this;
    const resolver = new Resolver(line, focus, doc.entities, (id) => representation.of(id), this.known);
    const attribution = new Attribution(line, resolver, focus, this.speech);
    resolver.voice = (token) => attribution.at(token);
    return { line, question, doc, k, focus, resolver, attribution, representation, assertions };
  }

  private relations(telling: Telling): void {
    const { line, question, resolver, k } = telling;
    const matcher = new Matcher(line, resolver, k.frames);
    for (const hit of matcher.match()) tellHit(telling, hit);
    this.structural.push(...findTakingPart(line, resolver, matcher));
    if (!question)
      for (const aim of findAims(line, resolver, matcher, k.frames, this.doc.entities)) tellAim(telling, aim);
    tellPatterns(telling);
  }

  /** Talks and conferences with a place or a day, where no meeting of named people is told by the same words. */
  private gatherings({ line, resolver, focus, doc }: Telling, before: number): void {
    const { text, date: base } = doc.statement;
    const met = this.assertions.slice(before).some((a) => a.type === 'MET_WITH' && !a.event);
    for (const g of findGatherings({ line, resolver, focus, entities: doc.entities, text, base })) {
      if (met && g.modality === 'asserted') continue;
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
}

/** What is asked is not said. */
function isQuestion({ sentence }: Line): boolean {
  return sentence.tokens.slice(-3).some((t) => t.text === '?');
}
