import { UNDIRECTED } from '../../graph/model.ts';
import type { Modality, Relation } from '../../graph/model.ts';
import { isOtherSense } from '../knowledge/frames.ts';
import type { Frame, Frames } from '../knowledge/frames.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Clause, Group } from '../text/clauses.ts';
import type { Line, Referent } from '../types.ts';
import { Fitting } from './fitting.ts';
import { Moods } from './moods.ts';
import { Nouns } from './nouns.ts';
import type { NamedNoun } from './nouns.ts';
import type { Resolver } from './resolve.ts';
import { followed } from './topics.ts';
import { Slots, actorsOf } from './slots.ts';
import { COINING, ENDING, GUILTY, LIGHT, ON_THE_GROUND, OPAQUE, STANCES, THANKS } from './verbs.ts';

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
  /** What is to come `unless` somebody does something. */
  readonly ultimatum?: boolean;
  /** Noun hits: the phrase that the noun heads. */
  readonly phrase?: NounPhrase;
  /** Where the ends stood: how directly the frame's own slots were filled, 0..1. */
  readonly fit: number;
}

/** A frame whose words are there, whoever its ends are. */
export interface Predicate {
  readonly frame: Frame;
  readonly modality: Modality;
  readonly negated: boolean;
  /** The clause of the verb, or that governs the noun. */
  readonly clause: Clause | undefined;
  readonly ultimatum: boolean;
  readonly doers: readonly Referent[];
  /** Token of the verb or noun. */
  readonly at: number;
  readonly noun: boolean;
}

/** A frame of the verb alone. */
const isPlain = (f: Frame): boolean =>
  f.objects.size === 0 && f.context.size === 0 && f.tail.length === 0 && !f.source.includes('voice');

/** Fires the frames of one sentence. */
export class Matcher {
  private readonly line: Line;
  private readonly resolver: Resolver;
  readonly fitting: Fitting;
  readonly moods: Moods;
  private readonly nounFinder: Nouns;
  private readonly nouns: readonly Hit[];
  private readonly slots: Slots;

  constructor(line: Line, resolver: Resolver, frames: Frames) {
    this.line = line;
    this.resolver = resolver;
    this.fitting = new Fitting(line, frames);
    this.moods = new Moods(line, this.fitting);
    this.nounFinder = new Nouns(line, resolver, frames);
    this.nouns = this.nounFinder.hits();
    this.slots = new Slots(line, resolver, this.fitting, this.nouns);
  }

  match(denied = false): Hit[] {
    const hits: Hit[] = [];
    const spent = new Set<NounPhrase>();
    for (const clause of this.line.parse.clauses) {
      const negated = this.moods.denies(clause);
      if (this.moods.isDropped(clause) || (negated && !denied && !this.moods.hasNegativeFrame(clause)))
        continue;
      for (const hit of this.clauseHits(clause, negated)) {
        if (hit.negated && !denied) continue;
        hits.push(hit);
        if (hit.frame.objects.size > 0) for (const p of clause.object?.phrases ?? []) spent.add(p);
      }
    }
    for (const noun of this.nouns) {
      const kept = noun.phrase && spent.has(noun.phrase) ? undefined : this.settle(noun, hits);
      if (kept) hits.push(kept);
    }
    return hits;
  }

  /** Every predicate of the sentence with whoever does it, whether or not its ends are filled. */
  predicates(): Predicate[] {
    const verbs = this.line.parse.clauses.flatMap((c) => this.suiting(c));
    const nouns = this.nounFinder.named().flatMap((n) => this.nominal(n));
    return [...verbs, ...nouns];
  }

  /** Is the entity the one who says that somebody must do something? */
  demands(id: string): boolean {
    return this.line.parse.clauses.some(
      (c) =>
        c.verb.modal === 'should' &&
        c.parent !== undefined &&
        this.resolver.group(c.parent.subject).actors.some((r) => r.ids.includes(id)),
    );
  }

  private suiting(clause: Clause): Predicate[] {
    if (this.moods.isDropped(clause)) return [];
    const said = clause.link === 'that' ? clause.parent : undefined;
    const frame = this.fitting
      .candidates(clause)
      .find(
        (f) =>
          (f.relation !== null || isOtherSense(f)) &&
          (said || !f.source.includes('voice')) &&
          this.fitting.fits(f, clause),
      );
    if (!frame || frame.relation === null) return [];
    // `said that X was responsible`: whoever says so judges.
    const doer = frame.source.includes('voice')
      ? this.resolver.group(said?.subject)
      : clause.verb.passive
        ? this.slots.prepositional(clause, 'by')
        : this.resolver.group(clause.subject);
    return [
      {
        frame,
        modality: this.moods.of(clause),
        negated: this.moods.denies(clause) && frame.head !== 'not',
        clause,
        ultimatum: this.moods.isUltimatum(clause),
        doers: actorsOf(doer),
        at: clause.verb.main,
        noun: false,
      },
    ];
  }

  private nominal({ frame, phrase, group, governor, doers }: NamedNoun): Predicate[] {
    const ends = governor?.subject === group && !governor.verb.passive && ENDING.has(governor.verb.lemma);
    const isObject =
      ends || governor?.object === group || governor?.prepositions.some((p) => p.group === group);
    if (governor && isObject && this.moods.isGoverned(governor)) return [];
    const mood = governor && isObject ? this.moods.of(governor) : 'asserted';
    const negated = governor !== undefined && isObject === true && this.moods.denies(governor);
    return [
      {
        frame,
        modality: mood,
        negated,
        clause: governor,
        ultimatum: false,
        doers,
        at: phrase.head,
        noun: true,
      },
    ];
  }

  private clauseHits(clause: Clause, negated: boolean): Hit[] {
    const hits: Hit[] = [];
    let sense: Frame | undefined;
    for (const frame of this.fitting.candidates(clause)) {
      if (!this.fitting.fits(frame, clause)) continue;
      if (isOtherSense(frame)) break;
      if (frame.relation === null) continue;
      // `met the demands` meets nobody, whether or not it is told whose they are.
      if (sense && isPlain(frame) && frame.relation !== sense.relation) continue;
      if (frame.objects.size > 0 && !frame.source.includes('voice')) sense ??= frame;
      const judges = frame.source.includes('voice');
      if (hits.some((h) => h.frame.source.includes('voice') === judges)) continue;
      const hit = this.fill(frame, clause);
      if (hit) hits.push(negated && frame.head !== 'not' ? { ...hit, negated: true } : hit);
    }
    return hits;
  }

  private fill(frame: Frame, clause: Clause): Hit | undefined {
    const modality = told(frame, this.moods.of(clause));
    const source = this.slots.first(frame.source, frame, clause, true);
    const host = this.fitting.host(frame, clause);
    const doers = new Set(actorsOf(source.meaning).map((x) => x.ids[0]));
    const own = this.slots.first(frame.target, frame, host, false, doers);
    const target =
      own.fit > 0 || host === clause ? own : this.slots.first(frame.target, frame, clause, false, doers);
    const trigger: [number, number] = [
      clause.verb.main,
      frame.pos === 'a' && clause.adjective
        ? clause.adjective.to
        : clause.verb.to + (frame.head === 'not' ? 0 : frame.tail.length),
    ];
    let sources = actorsOf(source.meaning);
    // One is committed to Ukraine's sovereignty, which is no agreement with Ukraine.
    const about =
      frame.relation === 'AGREES_WITH' &&
      target.meaning.actors.length === 0 &&
      target.meaning.things.length > 0;
    let targets = frame.relation === 'DISCUSSES' || about ? [] : actorsOf(target.meaning);
    // `withdrew from the agreement`: the object that the frame asks for is itself what the stance is about.
    const required =
      frame.objects.size > 0 ? this.resolver.group(this.fitting.required(frame, clause)).things : [];
    let things = STANCES.has(frame.relation!) ? [...target.meaning.things, ...required] : [];
    if (things.length === 0 && COINING.has(frame.relation!) && target.meaning.actors.length === 0)
      things = this.introduced(frame, target.group);
    if (frame.mutual && targets.length === 0 && sources.length > 1) {
      // `X and Y failed to agree`: each refuses the other.
      targets = UNDIRECTED.has(frame.relation as Relation) ? sources.slice(1) : sources;
      if (targets !== sources) sources = sources.slice(0, 1);
    }
    if (targets.length === 0 && things.length === 0 && ON_THE_GROUND.has(frame.relation!))
      targets = this.slots.placed(frame, clause);
    if (targets.length === 0 && frame.relation === 'ATTACKS')
      targets = this.slots.struckIn(clause).filter((x) => !doers.has(x.ids[0]));
    if (targets.length === 0 && frame.relation === 'THREATENS')
      targets = this.slots.conditioned(clause).filter((x) => !doers.has(x.ids[0]));
    if (THANKS.has(frame.head) || GUILTY.has(frame.head)) things = [...things, ...this.slots.reasons(clause)];
    if (frame.only !== undefined) {
      targets = targets.filter((t) => frame.only === 'actor' || t.label === frame.only);
      things = [];
    }
    if (sources.length === 0 || (targets.length === 0 && things.length === 0)) return undefined;
    return {
      frame,
      sources,
      targets,
      things,
      clause,
      trigger,
      modality,
      ...(this.moods.isUltimatum(clause) && { ultimatum: true }),
      notes: clause.verb.passive ? ['passive'] : [],
      fit: target.fit || 0.85,
    };
  }

  /** Things that only the words of a group introduce. Who is called on is no thing, and praise wants an event or issue. */
  private introduced(frame: Frame, group: Group | undefined): Referent[] {
    if (!group) return [];
    const hollow = group.phrases.every((p) => hasRole(p.lemma, 'empty'));
    const named = hollow ? followed(this.line, this.resolver, group, 2) : [];
    if (named.length > 0 && frame.relation !== 'CALLS_ON') return named;
    const calls = frame.relation === 'CALLS_ON' && frame.objects.size === 0 && group.prep !== 'for';
    const phrases = group.phrases.filter(
      (p) =>
        // `his visit was most welcome`: visits and meetings are made of who met, see stages/events.ts.
        !(frame.source.includes('voice') && hasRole(p.lemma, 'meeting')) &&
        (frame.relation === 'CONDEMNS' ||
          hasRole(p.lemma, 'event') ||
          hasRole(p.lemma, 'issue') ||
          !owned(p)),
    );
    return calls || phrases.length === 0 ? [] : this.resolver.coined({ ...group, phrases });
  }

  /** Keeps a noun's relation if the verb over it lets it stand. */
  private settle(noun: Hit, hits: readonly Hit[]): Hit | undefined {
    const { clause } = noun;
    if (!clause) return { ...noun, modality: told(noun.frame, noun.modality) };
    const isObject =
      clause.object?.phrases.includes(noun.phrase!) ||
      clause.prepositions.some((p) => p.group.phrases.includes(noun.phrase!));
    if (this.moods.isGoverned(clause) && isObject) return undefined;
    if (
      isObject &&
      (this.moods.denies(clause) || (OPAQUE.has(clause.verb.lemma) && !noun.notes.includes('ended')))
    )
      return undefined;
    const same = hits.some((h) => h.frame.relation === noun.frame.relation && overlaps(h, noun));
    if (same) return undefined;
    // An agreement that is only talked of is none yet: `progress in the negotiations on an agreement between X and Y`.
    const talkedOf = clause.prepositions.some((p) => p.group.phrases.includes(noun.phrase!));
    if (noun.frame.relation === 'AGREES_WITH' && (talkedOf || !LIGHT.has(clause.verb.lemma)))
      return undefined;
    const governs = isObject || clause.subject?.phrases.includes(noun.phrase!);
    const mood = this.moods.inherited(clause) ?? (governs ? this.moods.of(clause) : 'asserted');
    return { ...noun, modality: told(noun.frame, mood) };
  }
}

/** What is planned is not yet so, though the plan is. */
const told = (frame: Frame, mood: Modality): Modality =>
  frame.planned && mood === 'asserted' ? 'intended' : mood;

const owned = (p: NounPhrase): boolean =>
  p.owner !== undefined || p.possessive !== undefined || p.modifiers.length > 0;

const overlaps = (a: Hit, b: Hit): boolean =>
  a.sources.some((s) => b.sources.some((t) => s.ids[0] === t.ids[0])) &&
  a.targets.some((s) => b.targets.some((t) => s.ids[0] === t.ids[0]));
