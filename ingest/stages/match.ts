import type { Modality } from '../../graph/model.ts';
import type { Frame, Frames } from '../knowledge/frames.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Clause, Group, Item, Prepositional } from '../text/clauses.ts';
import type { Line, Referent } from '../types.ts';
import { NOTHING } from './resolve.ts';
import type { Meaning, Resolver } from './resolve.ts';

/** A frame that fired, with its ends filled. */
export interface Hit {
  readonly frame: Frame;
  readonly sources: readonly Referent[];
  readonly targets: readonly Referent[];
  /** Issues and events in the target slot. */
  readonly things: readonly Referent[];
  readonly clause: Clause | undefined;
  /** Token range of the trigger words. */
  readonly trigger: readonly [number, number];
  readonly modality: Modality;
  readonly notes: readonly string[];
  /** The act is denied, refused or failed: kept only for those who ask for it. */
  readonly negated?: true;
  /** Noun hits: the phrase that the noun heads. */
  readonly phrase?: NounPhrase;
  /** Where the ends stood: how directly the frame's own slots were filled, 0..1. */
  readonly fit: number;
}

/** Relations whose target may be an issue or an event. */
const STANCES = new Set(['SUPPORTS', 'CONDEMNS', 'REJECTS', 'DISCUSSES', 'AGREES_WITH', 'PROTESTS', 'CALLS_ON', 'THREATENS', 'YIELDS_TO']);
/** Stances that may be about a thing which only the sentence names. */
const COINING = new Set(['SUPPORTS', 'CONDEMNS', 'REJECTS', 'DISCUSSES', 'AGREES_WITH', 'CALLS_ON']);
const THANKS = new Set(['thank', 'praise', 'commend', 'congratulate', 'applaud', 'appreciate', 'salute', 'hail']);
/** Relations that happen somewhere: a place in their target slot stands for its country. */
const ON_THE_GROUND = new Set(['ATTACKS', 'MOBILIZES_AGAINST', 'AIDS', 'YIELDS_TO', 'COERCES', 'SANCTIONS', 'MET_WITH']);
/** Verbs that add nothing to the noun they govern: `hold talks`, `voice concern`. */
const LIGHT = new Set(
  'have hold make give take express voice offer provide launch conduct stage impose announce declare reaffirm reiterate pledge extend convey enjoy maintain begin start continue resume mount wage perform commit do send deliver issue lodge file show render receive pay enter establish reach sign conclude strengthen deepen develop expand highlight underline underscore confirm affirm state'.split(' '),
);
const JUDGING = new Set('be constitute represent amount mark remain become commit venture perpetrate pursue practise'.split(' '));
/** `the regime's destructive ambitions`: the adjective judges whose ambitions they are. */
const ATTRIBUTIVE = (frame: Frame): Frame => ({ ...frame, target: ['poss', 'by', 'copula'] });
const NONE = new Set(['no', 'neither', 'nobody', 'none', 'nothing']);
const COPULAS = new Set('be remain become seem appear stay feel look sound stand'.split(' '));
const TIME = new Set('year month week day decade time'.split(' '));
/** Verbs whose object noun is not asserted by them. */
const OPAQUE = new Set('propose seek want demand urge request suggest consider avoid prevent reject oppose refuse deny rule threaten call plan prepare stop end halt suspend cancel postpone lift break ban'.split(' '));

/** A frame whose words are there, whoever its ends are. */
export interface Loose {
  readonly frame: Frame;
  readonly modality: Modality;
  readonly negated: boolean;
}

/** Fires the frames of one sentence. */
export class Matcher {
  private readonly line: Line;
  private readonly resolver: Resolver;
  private readonly frames: Frames;
  private readonly items: readonly Item[];
  private readonly dropped = new Set<Clause>();
  private readonly negated = new Set<Clause>();
  private readonly moods = new Map<Clause, Modality>();

  constructor(line: Line, resolver: Resolver, frames: Frames) {
    this.line = line;
    this.resolver = resolver;
    this.frames = frames;
    this.items = line.parse.items;
    for (const clause of line.parse.clauses) this.govern(clause);
  }

  /**
   * All hits of the sentence; a clause that another frame governs may have lost its own. With `denied`, also what the
   * sentence says was not done, marked `negated`.
   */
  match(denied = false): Hit[] {
    const nouns = this.nounHits();
    const hits: Hit[] = [];
    const spent = new Set<NounPhrase>();
    for (const clause of this.line.parse.clauses) {
      const negated = this.denies(clause);
      if ((this.dropped.has(clause) && !this.negated.has(clause)) || (negated && !denied && !this.negativeFrames(clause))) continue;
      for (const hit of this.clauseHits(clause, nouns, negated)) {
        hits.push(hit);
        if (hit.frame.objects.size > 0) for (const p of clause.object?.phrases ?? []) spent.add(p);
      }
    }
    for (const noun of nouns) {
      const kept = noun.phrase && spent.has(noun.phrase) ? undefined : this.settle(noun, hits);
      if (kept) hits.push(kept);
    }
    return hits;
  }

  /** Frames of the clauses whose doer is the entity, whether or not their target is filled. */
  loose(id: string): Loose[] {
    return this.line.parse.clauses.flatMap((clause) => {
      const doer = clause.verb.passive ? this.prepositional(clause, 'by') : this.resolver.group(clause.subject);
      return actorsOf(doer).some((r) => r.ids.includes(id)) ? this.fitting(clause) : [];
    });
  }

  /** Frames of any word of the sentence, verbs first; for a fall-back that says so. */
  words(): Loose[] {
    const verbs = this.line.parse.clauses.flatMap((c) => this.fitting(c));
    const nouns = this.items.flatMap((item) => (item.type === 'GROUP' ? item.phrases.flatMap((p) => this.frames.byHead.get(`n ${p.lemma}`) ?? []) : []));
    return [...verbs, ...nouns.map((frame) => ({ frame, modality: 'asserted' as const, negated: false }))];
  }

  private fitting(clause: Clause): Loose[] {
    if (this.dropped.has(clause) && !this.negated.has(clause)) return [];
    const negated = this.denies(clause);
    return this.candidates(clause)
      .filter((f) => f.relation !== null && this.fits(f, clause))
      .slice(0, 1)
      .map((frame) => ({ frame, modality: this.moods.get(clause) ?? modalityOf(clause), negated: negated && frame.head !== 'not' }));
  }

  /** Is the entity the one who says that somebody must do something? */
  demands(id: string): boolean {
    return this.line.parse.clauses.some((c) => c.verb.modal === 'should' && c.parent !== undefined && this.resolver.group(c.parent.subject).actors.some((r) => r.ids.includes(id)));
  }

  /** What a clause's verb makes of the clauses under it. */
  private govern(clause: Clause): void {
    const { dropped, moods } = this;
    const parent = clause.parent;
    if (clause.marker === 'without') this.negate(clause);
    // A condition says nothing of what is, except that what `continues` is so already.
    const condition = (clause.link === 'sub' && /^(?:if|unless|whether|provided|assuming|supposing)$/.test(clause.marker ?? '')) || this.isInvertedCondition(clause);
    if (condition && clause.verb.lemma !== 'continue') dropped.add(clause);
    if (!parent || parent === clause) return;
    if (clause.link !== 'inf' && clause.link !== 'that' && clause.link !== 'prep') {
      const inherited = clause.link === 'conj' || clause.link === 'part' ? moods.get(parent) : undefined;
      if (inherited) moods.set(clause, inherited);
      return;
    }
    if (dropped.has(parent) && clause.link !== 'that') dropped.add(clause);
    if ((this.denies(parent) || this.yetTo(parent, clause)) && clause.link === 'inf') this.negate(clause);
    // `did not say that X attacked Y`, `nobody believes that …`: neither said nor denied.
    if (this.denies(parent) && clause.link === 'that') dropped.add(clause);
    const mood = moods.get(parent);
    if (mood && !moods.has(clause)) moods.set(clause, mood);
    const effect = this.operator(parent);
    if (effect === 'negated') this.negate(clause);
    else if (effect === 'drop') dropped.add(clause);
    else if (effect === 'intended' || effect === 'urged' || effect === 'hypothetical') moods.set(clause, effect);
  }

  /** Is what the clause says not done: `not`, `no state`, `neither X nor Y`, `nobody`? */
  private denies(clause: Clause): boolean {
    const subject = clause.subject?.phrases[0];
    const none = NONE.has(subject?.determiner ?? '') || NONE.has(subject?.pronoun ?? '') || NONE.has(subject?.words[0] ?? '');
    return clause.verb.negated || this.negated.has(clause) || none || clause.object?.phrases[0]?.determiner === 'no';
  }

  /** `has yet to recognise` */
  private yetTo(parent: Clause, clause: Clause): boolean {
    return this.line.sentence.tokens.slice(parent.verb.to, clause.verb.from).some((t) => t.norm === 'yet');
  }

  /** `Had Russia invaded Finland, …` */
  private isInvertedCondition(clause: Clause): boolean {
    const { tokens } = this.line.sentence;
    if (!/^(?:had|were|should)$/.test(tokens[0]?.norm ?? '')) return false;
    const comma = tokens.findIndex((t) => t.text === ',');
    return comma > 0 && clause.verb.main < comma;
  }

  private negate(clause: Clause): void {
    this.dropped.add(clause);
    this.negated.add(clause);
  }

  /** Frames such as `not recognise`, which negation itself makes. */
  private negativeFrames(clause: Clause): boolean {
    return clause.verb.negated && !this.dropped.has(clause) && this.candidates(clause).some((f) => f.head === 'not');
  }

  private operator(clause: Clause): Frame['complement'] {
    for (const frame of this.candidates(clause)) if (frame.complement !== '' && this.fits(frame, clause)) return frame.complement;
    return '';
  }

  private candidates(clause: Clause): readonly Frame[] {
    const verbs = this.frames.byHead.get(`v ${clause.verb.lemma}`) ?? [];
    // `is opposed to` reads like a passive: the participle is the adjective.
    const word = clause.adjective && COPULAS.has(clause.verb.lemma) ? clause.adjective.lemma : clause.verb.passive ? this.line.sentence.tokens[clause.verb.main]!.norm : '';
    const adjective = this.frames.byHead.get(`a ${word}`) ?? [];
    const negative = clause.verb.negated ? (this.frames.byHead.get(`v not`) ?? []).filter((f) => f.tail[0] === clause.verb.lemma) : [];
    return [...negative, ...adjective, ...verbs];
  }

  /** Do the words after the head and the object's noun suit the frame? */
  private fits(frame: Frame, clause: Clause): boolean {
    const tail = frame.head === 'not' ? frame.tail.slice(1) : frame.tail;
    const { tokens } = this.line.sentence;
    const at = frame.pos === 'a' && clause.adjective ? clause.adjective.to : clause.verb.to;
    const direct = tail.every((w, n) => tokens[at + n]?.norm === w);
    // A particle may follow the object: `called the talks off`.
    const late = tail.length === 1 && clause.object !== undefined && tokens[clause.object.to]?.norm === tail[0];
    // `spoke by telephone with X`: the frame's own preposition may follow another phrase.
    const further = tail.length === 1 && frame.target.includes(tail[0]!) && clause.prepositions.some((p) => p.prep === tail[0]);
    if (!direct && !late && !further) return false;
    if (frame.objects.size === 0) return true;
    return this.required(frame, clause)?.phrases.some((p) => frame.objects.has(p.lemma)) ?? false;
  }

  /** The group whose head a frame with `[nouns]` asks for: the object, or what follows the frame's preposition. */
  private required(frame: Frame, clause: Clause): Group | undefined {
    const after = frame.tail.at(-1);
    const governed = after ? clause.prepositions.find((p) => p.prep === after)?.group : undefined;
    const object = clause.verb.passive ? clause.subject : clause.object;
    const second = clause.second?.phrases.some((p) => frame.objects.has(p.lemma)) ? clause.second : undefined;
    return governed ?? (object?.phrases.some((p) => frame.objects.has(p.lemma)) ? object : (second ?? object));
  }

  private clauseHits(clause: Clause, nouns: readonly Hit[], negated: boolean): Hit[] {
    const mood = this.moods.get(clause);
    const hits: Hit[] = [];
    for (const frame of this.candidates(clause)) {
      if (frame.relation === null || !this.fits(frame, clause)) continue;
      const judges = frame.source.includes('voice');
      if (hits.some((h) => h.frame.source.includes('voice') === judges)) continue;
      const hit = this.fill(frame, clause, nouns, mood);
      if (hit) hits.push(negated && frame.head !== 'not' ? { ...hit, negated: true } : hit);
    }
    return hits;
  }

  private fill(frame: Frame, clause: Clause, nouns: readonly Hit[], mood: Modality | undefined): Hit | undefined {
    const modality = mood ?? modalityOf(clause);
    const source = this.first(frame.source, frame, clause, nouns, true);
    const target = this.first(frame.target, frame, clause, nouns, false);
    const trigger: [number, number] = [clause.verb.main, frame.pos === 'a' && clause.adjective ? clause.adjective.to : clause.verb.to + (frame.head === 'not' ? 0 : frame.tail.length)];
    let sources = actorsOf(source.meaning);
    // One is committed to Ukraine's sovereignty, which is no agreement with Ukraine.
    const about = frame.relation === 'AGREES_WITH' && target.meaning.actors.length === 0 && target.meaning.things.length > 0;
    let targets = frame.relation === 'DISCUSSES' || about ? [] : actorsOf(target.meaning);
    // `withdrew from the agreement`: the object that the frame asks for is itself what the stance is about.
    const required = frame.objects.size > 0 ? this.resolver.group(this.required(frame, clause)).things : [];
    let things = STANCES.has(frame.relation!) ? [...target.meaning.things, ...required] : [];
    if (things.length === 0 && COINING.has(frame.relation!) && target.meaning.actors.length === 0) things = this.resolver.coined(target.group);
    if (frame.mutual && targets.length === 0 && sources.length > 1) {
      targets = sources.slice(1);
      sources = sources.slice(0, 1);
    }
    if (targets.length === 0 && things.length === 0 && ON_THE_GROUND.has(frame.relation!)) targets = this.placed(frame, clause);
    if (THANKS.has(frame.head)) things = [...things, ...this.reasons(clause)];
    if (frame.only !== undefined) {
      targets = targets.filter((t) => frame.only === 'actor' || t.label === frame.only);
      things = [];
    }
    if (sources.length === 0 || (targets.length === 0 && things.length === 0)) return undefined;
    return { frame, sources, targets, things, clause, trigger, modality, notes: clause.verb.passive ? ['passive'] : [], fit: target.fit || 0.85 };
  }

  /** `thanked X for securing the ceasefire`: what somebody is thanked for is supported too. */
  private reasons(clause: Clause): Referent[] {
    const named = (group: Group | undefined): readonly Referent[] => this.resolver.group(group).things;
    const own = clause.prepositions.filter((p) => p.prep === 'for' || p.prep === 'on').flatMap((p) => named(p.group));
    const under = this.line.parse.clauses.filter((c) => c.parent === clause && c.link === 'prep').flatMap((c) => named(c.object));
    return [...own, ...under];
  }

  /** An attack on a place of a country is one on the country. */
  private placed(frame: Frame, clause: Clause): readonly Referent[] {
    for (const slot of frame.target) {
      const places = this.resolver.group(this.groupOf(slot, clause)).places;
      const countries = places.flatMap((p) => this.resolver.countryOf(p));
      if (countries.length > 0) return countries;
    }
    return [];
  }

  /** The first slot that holds something. */
  private first(slots: readonly string[], frame: Frame, clause: Clause, nouns: readonly Hit[], source: boolean): { meaning: Meaning; fit: number; group?: Group } {
    let group: Group | undefined;
    for (const [n, slot] of slots.entries()) {
      const meaning = this.slot(slot, frame, clause, nouns, source);
      group ??= this.groupOf(slot, clause);
      if (actorsOf(meaning).length > 0 || meaning.things.length > 0) return { meaning, fit: 1 - 0.1 * n, ...(group && { group }) };
    }
    return { meaning: NOTHING, fit: 0, ...(group && { group }) };
  }

  /** The words in a slot of a clause. */
  private groupOf(slot: string, clause: Clause): Group | undefined {
    if (slot === 'obj') return clause.verb.passive ? clause.subject : clause.object;
    return clause.prepositions.find((p) => p.prep === slot)?.group;
  }

  private slot(slot: string, frame: Frame, clause: Clause, nouns: readonly Hit[], source: boolean): Meaning {
    const passive = clause.verb.passive && frame.pos !== 'a';
    switch (slot) {
      case 'subj':
        return passive ? this.prepositional(clause, 'by') : this.meaning(clause.subject, nouns, frame, source);
      case 'obj':
        return passive ? this.meaning(clause.subject, nouns, frame, source) : this.meaning(clause.object, nouns, frame, source);
      case 'second': {
        // In `gave X an ultimatum` the object that the frame does not ask for.
        const asked = frame.objects.size > 0 && clause.second?.phrases.some((p) => frame.objects.has(p.lemma));
        return this.meaning(asked ? clause.object : clause.second, nouns, frame, source);
      }
      case 'targeting':
        return this.targeted(clause.object);
      case 'owner':
        return this.owner(frame, clause);
      case 'voice':
        return { ...NOTHING, actors: this.voice(frame, clause.verb.main) };
      case 'comp':
        return this.complement(clause, (c) => [c.object, c.second, ...c.prepositions.map((p) => p.group), c.verb.passive ? c.subject : undefined]);
      case 'compsubj':
        return this.complement(clause, (c) => [c.subject]);
      default:
        return this.prepositional(clause, slot);
    }
  }

  /** A group's meaning; a noun that is itself a relation lends its doer: `condemned the attack by X`. */
  private meaning(group: Group | undefined, nouns: readonly Hit[], frame: Frame, source: boolean): Meaning {
    const plain = this.resolver.group(group);
    if (!group || plain.actors.length > 0) return plain;
    const clauseOf = source ? undefined : this.line.parse.clauses.find((c) => c.object === group);
    const own = clauseOf ? this.withIncluded(clauseOf, group, plain) : plain;
    const inner = nouns.find((h) => h.phrase && group.phrases.includes(h.phrase));
    if (inner && !source && ['CONDEMNS', 'REJECTS', 'PROTESTS', 'THREATENS'].includes(frame.relation ?? '')) return { ...own, owners: inner.sources };
    return own;
  }

  /** Who judges: praise needs a speaker; blame may be the publisher's. */
  private voice(frame: Frame, token: number): readonly Referent[] {
    return frame.relation === 'SUPPORTS' ? this.resolver.voice(token) : this.resolver.speakers(token);
  }

  private owner(frame: Frame, clause: Clause): Meaning {
    const object = clause.verb.passive ? clause.subject : clause.object;
    const group = frame.objects.size > 0 ? (this.required(frame, clause) ?? object) : object;
    if (!group) return NOTHING;
    return { ...NOTHING, actors: group.phrases.flatMap((p) => this.resolver.owners(p, group)) };
  }

  /** `support for the plan, including the ceasefire`: what is included is meant too. */
  private withIncluded(clause: Clause, group: Group, meaning: Meaning): Meaning {
    const more = clause.prepositions.filter((p) => p.prep === 'including' && p.group.item > group.item).map((p) => this.resolver.group(p.group));
    if (more.length === 0 || meaning.things.length === 0) return meaning;
    return { ...meaning, things: [...meaning.things, ...more.flatMap((m) => [...m.things, ...m.actors])] };
  }

  private prepositional(clause: Clause, prep: string): Meaning {
    const found = [...clause.prepositions, ...clause.fronted].filter((p: Prepositional) => p.prep === prep);
    let things: Meaning = NOTHING;
    for (const p of found) {
      const meaning = this.resolver.group(p.group);
      if (actorsOf(meaning).length > 0) return this.withIncluded(clause, p.group, meaning);
      if (things === NOTHING && meaning.things.length > 0) things = this.withIncluded(clause, p.group, meaning);
    }
    return things;
  }

  /** Actors in the complement of a verb: `refused to meet X`, `demanded that X leave`. */
  private complement(clause: Clause, pick: (c: Clause) => (Group | undefined)[]): Meaning {
    const own = new Set(this.resolver.group(clause.subject).actors.map((r) => r.ids[0]));
    const actors: Referent[] = [];
    // `willing to send troops to defend X`: further down when the first clause names nobody.
    const below = this.line.parse.clauses.filter((c) => c.parent === clause || c.parent?.parent === clause).sort((a, b) => Number(b.parent === clause) - Number(a.parent === clause));
    for (const c of below) {
      if (!['inf', 'that', 'prep', 'part'].includes(c.link)) continue;
      for (const group of pick(c)) {
        for (const r of actorsOf(this.resolver.group(group))) if (!own.has(r.ids[0])) actors.push(r);
      }
      if (actors.length > 0) break;
    }
    return { ...NOTHING, actors: actors.slice(0, 4) };
  }

  /** Nouns that say a relation: `sanctions against X`, `the attack on Y by X`, `talks between X and Y`. */
  private nounHits(): Hit[] {
    const hits: Hit[] = [];
    for (const item of this.items) {
      if (item.type !== 'GROUP') continue;
      for (const phrase of item.phrases) {
        const judged = phrase.words.flatMap((w) => (this.frames.byHead.get(`a ${w}`) ?? []).filter((f) => f.source.includes('voice')));
        for (const frame of [...(this.frames.byHead.get(`n ${phrase.lemma}`) ?? []), ...judged.map(ATTRIBUTIVE)]) {
          // One frame that reports and one that judges may both fire.
          const judges = frame.source.includes('voice');
          if (hits.some((h) => h.phrase === phrase && h.frame.source.includes('voice') === judges)) continue;
          const hit = this.nounHit(frame, phrase, item);
          if (hit) hits.push(hit);
        }
      }
    }
    return hits;
  }

  private nounHit(frame: Frame, phrase: NounPhrase, group: Group): Hit | undefined {
    if (!frame.tail.every((w, n) => this.line.sentence.tokens[phrase.to + n]?.norm === w)) return undefined;
    if (phrase.determiner === 'no' || phrase.determiner === 'any') return undefined;
    const governor = this.governor(group);
    const trailing = this.trailing(group);
    const take = (slots: readonly string[], taken: ReadonlySet<string | undefined>): { refs: readonly Referent[]; things: readonly Referent[] } => {
      for (const slot of slots) {
        const meaning = this.nounSlot(slot, frame, phrase, group, trailing, governor);
        const refs = actorsOf(meaning).filter((r) => !taken.has(r.ids[0]));
        if (refs.length > 0 || (meaning.things.length > 0 && STANCES.has(frame.relation ?? ''))) return { refs, things: meaning.things };
      }
      return { refs: [], things: [] };
    };
    if (frame.target.includes('between') || frame.source.includes('between')) {
      const pair = actorsOf(this.nounSlot('between', frame, phrase, group, trailing, governor));
      if (pair.length > 1 && frame.mutual) return this.noun(frame, phrase, governor, [pair[0]!], pair.slice(1), [], 1);
    }
    const { refs: targets, things } = take(frame.target, new Set());
    const sources = take(frame.source, new Set(targets.map((r) => r.ids[0]))).refs;
    if (frame.mutual && targets.length === 0 && sources.length > 1) return this.noun(frame, phrase, governor, sources.slice(0, 1), sources.slice(1), [], 0.8);
    if (sources.length === 0 || (targets.length === 0 && things.length === 0)) return undefined;
    // Who is blamed for bullying is blamed, and the bullying is.
    const deed = frame.source.includes('voice') ? (phrase.mention ? this.resolver.phrase(phrase).things : this.resolver.coined({ ...group, phrases: [phrase] })) : things;
    return this.noun(frame, phrase, governor, sources, targets, STANCES.has(frame.relation ?? '') ? deed : [], 0.9);
  }

  private noun(
    frame: Frame,
    phrase: NounPhrase,
    clause: Clause | undefined,
    sources: readonly Referent[],
    targets: readonly Referent[],
    things: readonly Referent[],
    fit: number,
  ): Hit {
    return { frame, sources, targets, things, clause, trigger: [phrase.head, phrase.head + 1 + frame.tail.length], modality: 'asserted', notes: ['noun'], phrase, fit };
  }

  private nounSlot(slot: string, frame: Frame, phrase: NounPhrase, group: Group, trailing: readonly Prepositional[], governor: Clause | undefined): Meaning {
    if (slot === 'owner') return { ...NOTHING, actors: this.resolver.owners(phrase, group) };
    if (slot === 'voice') return { ...NOTHING, actors: this.voice(frame, phrase.head) };
    if (slot === 'poss') return { ...NOTHING, actors: this.resolver.owners(phrase) };
    if (slot === 'light') {
      const isObject = governor && this.isObject(governor, group) && LIGHT.has(governor.verb.lemma);
      // `He explored these issues in a meeting with X`: his meeting.
      const setting = governor && frame.relation === 'MET_WITH' && /^(?:in|during|at|after|following|through)$/.test(group.prep ?? '');
      return (isObject && !governor.verb.passive) || setting ? this.resolver.group(governor!.subject) : NOTHING;
    }
    if (slot === 'copula') return this.subjectOfCopula(group, governor);
    if (slot === 'targeting') return this.targeted(group);
    for (const p of trailing) {
      if (p.prep !== slot) continue;
      const meaning = this.resolver.group(p.group);
      if (actorsOf(meaning).length > 0 || meaning.things.length > 0) return meaning;
    }
    return NOTHING;
  }

  /** Is the group the clause's object, or what its object is of: `an act of aggression`? */
  private isObject(clause: Clause, group: Group): boolean {
    if (clause.object === group || clause.second === group) return true;
    return group.prep === 'of' && clause.object !== undefined && this.items[group.item - 2] === clause.object;
  }

  /** `What X did constitutes interference`: whom the judgement is about. */
  private subjectOfCopula(group: Group, governor: Clause | undefined): Meaning {
    if (!governor || !this.isObject(governor, group) || !JUDGING.has(governor.verb.lemma) || governor.verb.negated) return NOTHING;
    const subject = this.resolver.group(governor.subject);
    if (actorsOf(subject).length > 0) return subject;
    const inner = this.line.parse.clauses.find((c) => c.index < governor.index && c.subject);
    return inner ? this.resolver.group(inner.subject) : NOTHING;
  }

  /** `sanctions targeting X`, `measures aimed at X`. */
  private targeted(group: Group | undefined): Meaning {
    const clause = this.line.parse.clauses.find((c) => c.subject === group && (c.link === 'part' || c.link === 'rel') && /^(?:target|hit|affect|punish|aim)$/.test(c.verb.lemma));
    return clause ? this.resolver.group(clause.object ?? clause.prepositions[0]?.group) : NOTHING;
  }

  /** Prepositional phrases that hang on a group: up to the next verb or mark. */
  private trailing(group: Group): Prepositional[] {
    const out: Prepositional[] = [];
    for (let i = group.item + 1; i < this.items.length; i++) {
      const item = this.items[i]!;
      if (item.type === 'P') {
        const next = this.items[i + 1];
        if (next?.type === 'GROUP') out.push({ prep: item.lemma, group: next });
      } else if (item.type !== 'GROUP' || (item.prep === undefined && !TIME.has(item.phrases[0]!.lemma))) break;
    }
    return out;
  }

  /** The clause whose subject, object or prepositional phrase a group is. */
  private governor(group: Group): Clause | undefined {
    const { clauses } = this.line.parse;
    return (
      clauses.find((c) => c.object === group || c.second === group) ??
      clauses.find((c) => c.prepositions.some((p) => p.group === group)) ??
      clauses.find((c) => c.subject === group || c.fronted.some((p) => p.group === group)) ??
      [...clauses].reverse().find((c) => c.item < group.item)
    );
  }

  /** Keeps a noun's relation if the verb over it lets it stand. */
  private settle(noun: Hit, hits: readonly Hit[]): Hit | undefined {
    const { dropped, moods } = this;
    const { clause } = noun;
    if (!clause) return noun;
    const isObject = clause.object?.phrases.includes(noun.phrase!) || clause.prepositions.some((p) => p.group.phrases.includes(noun.phrase!));
    if (dropped.has(clause) && isObject) return undefined;
    if (isObject && (this.denies(clause) || OPAQUE.has(clause.verb.lemma))) return undefined;
    const same = hits.some((h) => h.frame.relation === noun.frame.relation && overlaps(h, noun));
    if (same) return undefined;
    if (noun.frame.relation === 'AGREES_WITH' && !LIGHT.has(clause.verb.lemma)) return undefined;
    const mood = moods.get(clause) ?? (isObject || clause.subject?.phrases.includes(noun.phrase!) ? modalityOf(clause) : 'asserted');
    return { ...noun, modality: mood };
  }
}

const overlaps = (a: Hit, b: Hit): boolean =>
  a.sources.some((s) => b.sources.some((t) => s.ids[0] === t.ids[0])) && a.targets.some((s) => b.targets.some((t) => s.ids[0] === t.ids[0]));

/** Actors in the slot, or whose thing stands in it. */
const actorsOf = (m: Meaning): readonly Referent[] => (m.actors.length > 0 ? m.actors : m.owners);

function modalityOf(clause: Clause): Modality {
  switch (clause.verb.modal) {
    case 'will':
      return 'intended';
    case 'should':
      return 'urged';
    case 'would':
    case 'may':
      return 'hypothetical';
    default:
      return 'asserted';
  }
}
