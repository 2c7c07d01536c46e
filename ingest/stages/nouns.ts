import type { Relation } from '../../graph/model.ts';
import type { Frame, Frames } from '../knowledge/frames.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Clause, Group, Item, Prepositional } from '../text/clauses.ts';
import { isTime } from '../text/time.ts';
import type { Line, Referent } from '../types.ts';
import { holds } from './fitting.ts';
import type { Hit } from './match.ts';
import { NOTHING } from './meaning.ts';
import type { Meaning } from './meaning.ts';
import type { Resolver } from './resolve.ts';
import { actorsOf, targeted, voice } from './slots.ts';
import { isImagined } from './unreal.ts';
import { COINING, ENDED, ENDING, ENDS, GENERIC, LIGHT, ON_THE_GROUND, STANCES } from './verbs.ts';

const JUDGING = new Set(
  'be constitute represent amount mark remain become commit venture perpetrate pursue practise'.split(' '),
);
/** `the regime's destructive ambitions`: the adjective judges whose ambitions they are. */
const ATTRIBUTIVE = (frame: Frame): Frame => ({ ...frame, target: ['poss', 'by', 'copula'] });
/** How many words around a noun may tell its sense. */
const NEAR = 16;

/** A noun that a frame names, and whose it is. */
export interface NamedNoun {
  readonly frame: Frame;
  readonly phrase: NounPhrase;
  readonly group: Group;
  readonly governor: Clause | undefined;
  readonly doers: readonly Referent[];
}

/** Fires the frames of nouns: `sanctions against X`, `the attack on Y by X`, `talks between X and Y`. */
export class Nouns {
  private readonly line: Line;
  private readonly resolver: Resolver;
  private readonly frames: Frames;
  private readonly items: readonly Item[];

  constructor(line: Line, resolver: Resolver, frames: Frames) {
    this.line = line;
    this.resolver = resolver;
    this.frames = frames;
    this.items = line.parse.items;
  }

  /** All hits of the sentence, whatever the verbs over them say. */
  hits(): Hit[] {
    const out: Hit[] = [];
    for (const item of this.items) {
      if (item.type !== 'GROUP') continue;
      for (const phrase of item.phrases) {
        const judged = phrase.words.flatMap((w) =>
          (this.frames.byHead.get(`a ${w}`) ?? []).filter(
            (f) => f.source.includes('voice') && !f.predicative,
          ),
        );
        for (const frame of [...this.framesOf(phrase), ...judged.map(ATTRIBUTIVE)]) {
          // One frame that reports and one that judges may both fire.
          const judges = frame.source.includes('voice');
          if (out.some((h) => h.phrase === phrase && h.frame.source.includes('voice') === judges)) continue;
          const hit = this.nounHit(frame, phrase, item);
          if (hit) out.push(this.ended(hit, item));
        }
      }
    }
    return out;
  }

  /** Every noun of the sentence that a frame names, with or without its ends. */
  named(): NamedNoun[] {
    const out: NamedNoun[] = [];
    for (const group of this.items) {
      if (group.type !== 'GROUP') continue;
      for (const phrase of group.phrases) {
        const frame = this.framesOf(phrase).find(
          (f) => f.relation !== null && !f.source.includes('voice') && this.tailFollows(f, phrase),
        );
        if (!frame || phrase.determiner === 'no') continue;
        const governor = this.governor(group);
        const owners = this.resolver.owners(phrase, group);
        const light = this.nounSlot('light', frame, phrase, group, [], governor);
        const relation = this.isEnded(governor, group) ? ENDED[frame.relation as Relation] : undefined;
        out.push({
          frame: relation ? { ...frame, relation } : frame,
          phrase,
          group,
          governor,
          doers: owners.length > 0 ? owners : actorsOf(light),
        });
      }
    }
    return out;
  }

  /** Frames of a noun; of the one before it where it says little itself: `mediation mission`. */
  private framesOf(phrase: NounPhrase): readonly Frame[] {
    const own = this.frames.byHead.get(`n ${phrase.lemma}`);
    if (own || !GENERIC.has(phrase.lemma) || phrase.head === phrase.from) return own ?? [];
    return this.frames.byHead.get(`n ${this.line.sentence.tokens[phrase.head - 1]!.norm}`) ?? [];
  }

  private tailFollows(frame: Frame, phrase: NounPhrase): boolean {
    if (frame.context.size > 0 && !holds(this.line, phrase.from - NEAR, phrase.to + NEAR, frame.context))
      return false;
    return frame.tail.every((w, n) => this.line.sentence.tokens[phrase.to + n]?.norm === w);
  }

  /** `lifted its blockade of X`, `a suspension of aid to X`: what is ended is the opposite. */
  private ended(hit: Hit, group: Group): Hit {
    const relation = ENDED[hit.frame.relation as Relation];
    if (!relation || hit.frame.source.includes('voice')) return hit;
    if (!this.isEnded(hit.clause, group)) return hit;
    return { ...hit, frame: { ...hit.frame, relation }, notes: [...hit.notes, 'ended'] };
  }

  private isEnded(clause: Clause | undefined, group: Group): boolean {
    const before = this.items[group.item - 2];
    const byNoun = group.prep === 'of' && before?.type === 'GROUP' && ENDS.has(before.phrases.at(-1)!.lemma);
    const object = clause?.verb.passive ? clause.subject : clause?.object;
    // `the offensive will end`, but `the offensive ended`: it was one.
    const bySelf =
      clause?.subject === group &&
      !clause.object &&
      clause.verb.modal !== undefined &&
      /^(?:end|stop|cease)$/.test(clause.verb.lemma);
    return byNoun || bySelf || (clause !== undefined && object === group && ENDING.has(clause.verb.lemma));
  }

  private nounHit(frame: Frame, phrase: NounPhrase, group: Group): Hit | undefined {
    if (!this.tailFollows(frame, phrase)) return undefined;
    if (phrase.determiner === 'no' || phrase.determiner === 'any' || isImagined(phrase)) return undefined;
    const governor = this.governor(group);
    const trailing = this.trailing(group);
    const take = (
      slots: readonly string[],
      taken: ReadonlySet<string | undefined>,
    ): { refs: readonly Referent[]; things: readonly Referent[] } => {
      for (const slot of slots) {
        const meaning = this.nounSlot(slot, frame, phrase, group, trailing, governor);
        const refs = actorsOf(meaning).filter((r) => !taken.has(r.ids[0]));
        if (refs.length > 0 || (meaning.things.length > 0 && STANCES.has(frame.relation ?? '')))
          return { refs, things: meaning.things };
      }
      return { refs: [], things: [] };
    };
    if (frame.target.includes('between') || frame.source.includes('between')) {
      const pair = actorsOf(this.nounSlot('between', frame, phrase, group, trailing, governor));
      if (pair.length > 1 && frame.mutual)
        return this.noun(frame, phrase, governor, [pair[0]!], pair.slice(1), [], 1);
    }
    if (isPrevented(frame, group, governor)) return undefined;
    const { refs, things } = take(frame.target, new Set());
    const targets = refs.length > 0 || things.length > 0 ? refs : this.placed(frame, trailing);
    const sources = take(frame.source, new Set(targets.map((r) => r.ids[0]))).refs;
    if (frame.mutual && targets.length === 0 && sources.length > 1)
      return this.noun(frame, phrase, governor, sources.slice(0, 1), sources.slice(1), [], 0.8);
    if (sources.length === 0 || (targets.length === 0 && things.length === 0)) return undefined;
    // Who is blamed for bullying is blamed, and the bullying is.
    const deed = frame.source.includes('voice')
      ? this.judged(frame, phrase, group, governor)
      : things.length > 0
        ? things
        : this.introduced(frame, trailing);
    return this.noun(
      frame,
      phrase,
      governor,
      sources,
      targets,
      STANCES.has(frame.relation ?? '') ? deed : [],
      0.9,
    );
  }

  /** `strikes on Kharkiv`: the country of the place. */
  private placed(frame: Frame, trailing: readonly Prepositional[]): readonly Referent[] {
    if (!ON_THE_GROUND.has(frame.relation ?? '')) return [];
    return trailing
      .filter((p) => frame.target.includes(p.prep))
      .flatMap((p) => this.resolver.group(p.group).places)
      .flatMap((place) => this.resolver.countryOf(place));
  }

  /** What is judged besides the doer: the deed that the noun names, or what is said to be one. */
  private judged(
    frame: Frame,
    phrase: NounPhrase,
    group: Group,
    governor: Clause | undefined,
  ): readonly Referent[] {
    // `X is a cornerstone`, `X is a mistake`: X is meant, not the cornerstone.
    if (frame.target.every((slot) => slot === 'copula')) return this.subjectOfCopula(group, governor).things;
    if (frame.relation === 'SUPPORTS') return [];
    return phrase.mention
      ? this.resolver.phrase(phrase).things
      : this.resolver.coined({ ...group, phrases: [phrase] });
  }

  /** `condemnation of the decision by X to …`: the event that the frame's own preposition introduces. */
  private introduced(frame: Frame, trailing: readonly Prepositional[]): readonly Referent[] {
    if (!COINING.has(frame.relation ?? '')) return [];
    const group = trailing.find((p) => frame.target.includes(p.prep))?.group;
    const phrases = group?.phrases.filter((p) => hasRole(p.lemma, 'event')) ?? [];
    return group && phrases.length > 0 ? this.resolver.coined({ ...group, phrases }) : [];
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
    return {
      frame,
      sources,
      targets,
      things,
      clause,
      trigger: [phrase.head, phrase.head + 1 + frame.tail.length],
      modality: 'asserted',
      notes: ['noun'],
      phrase,
      fit,
    };
  }

  private nounSlot(
    slot: string,
    frame: Frame,
    phrase: NounPhrase,
    group: Group,
    trailing: readonly Prepositional[],
    governor: Clause | undefined,
  ): Meaning {
    if (slot === 'owner') return { ...NOTHING, actors: this.resolver.owners(phrase, group) };
    if (slot === 'voice') return { ...NOTHING, actors: voice(this.resolver, frame, phrase.head) };
    if (slot === 'poss') return { ...NOTHING, actors: this.resolver.owners(phrase) };
    if (slot === 'light') {
      const isObject =
        governor &&
        this.isObject(governor, group) &&
        (LIGHT.has(governor.verb.lemma) || ENDING.has(governor.verb.lemma));
      // `She raised it in a meeting with X`: his meeting.
      const setting =
        governor &&
        frame.relation === 'MET_WITH' &&
        /^(?:in|during|at|after|following|through)$/.test(group.prep ?? '');
      return (isObject && !governor.verb.passive) || setting
        ? this.resolver.group(governor!.subject)
        : NOTHING;
    }
    if (slot === 'copula') return this.subjectOfCopula(group, governor);
    if (slot === 'targeting') return targeted(this.line, this.resolver, group);
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
    if (
      !governor ||
      !this.isObject(governor, group) ||
      !JUDGING.has(governor.verb.lemma) ||
      governor.verb.negated
    )
      return NOTHING;
    const subject = this.resolver.group(governor.subject);
    if (actorsOf(subject).length > 0 || subject.things.length > 0) return subject;
    const inner = this.line.parse.clauses.find((c) => c.index < governor.index && c.subject);
    return inner ? this.resolver.group(inner.subject) : NOTHING;
  }

  /** Prepositional phrases that hang on a group: up to the next verb or mark. */
  private trailing(group: Group): Prepositional[] {
    const out: Prepositional[] = [];
    for (let i = group.item + 1; i < this.items.length; i++) {
      const item = this.items[i]!;
      if (item.type === 'P') {
        const next = this.items[i + 1];
        if (next?.type === 'GROUP') out.push({ prep: item.lemma, group: next });
      } else if (item.type !== 'GROUP' || (item.prep === undefined && !isTime(item.phrases[0]!.lemma))) break;
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
}

/** Verbs of keeping a thing from coming about. */
const PREVENTING = new Set([
  'block',
  'veto',
  'prevent',
  'thwart',
  'obstruct',
  'derail',
  'avert',
  'forestall',
]);

/** `blocked a loan to X`: what is kept from happening is done by nobody; what somebody said of it was said. */
function isPrevented(frame: Frame, group: Group, governor: Clause | undefined): boolean {
  const object = governor?.verb.passive ? governor.subject : governor?.object;
  return object === group && PREVENTING.has(governor!.verb.lemma) && !STANCES.has(frame.relation ?? '');
}
