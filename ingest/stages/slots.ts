import type { Frame } from '../knowledge/frames.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Clause, Group, Prepositional } from '../text/clauses.ts';
import type { Line, Referent } from '../types.ts';
import type { Fitting } from './fitting.ts';
import type { Hit } from './match.ts';
import { NOTHING } from './meaning.ts';
import type { Meaning } from './meaning.ts';
import { ENDING, STANCES } from './verbs.ts';
import type { Resolver } from './resolve.ts';

/** Actors in a slot, or whose thing stands in it. */
export const actorsOf = (m: Meaning): readonly Referent[] => (m.actors.length > 0 ? m.actors : m.owners);

/** Relations with somebody, whatever they are about: a party further on goes before a thing. */
const SIDES = new Set(['AGREES_WITH', 'YIELDS_TO', 'CALLS_ON', 'THREATENS']);
const HELD = /^(?:lap|arm|side|hand|shoulder|knee|back)$/;
const WHERE = new Set(['in', 'at', 'near', 'outside', 'across']);
/** `with the help of X`: who helps is no side. */
const MEANS =
  /^(?:help|support|assistance|mediation|backing|blessing|consent|approval|participation|involvement|permission|exception)$/;
const NOBODY: ReadonlySet<undefined> = new Set();

/** What stands in the slots of a clause. */
export class Slots {
  private readonly line: Line;
  private readonly resolver: Resolver;
  private readonly fitting: Fitting;
  private readonly nouns: readonly Hit[];

  /** `nouns` are the relations that nouns of the sentence say: such a noun in a slot lends its doer. */
  constructor(line: Line, resolver: Resolver, fitting: Fitting, nouns: readonly Hit[]) {
    this.line = line;
    this.resolver = resolver;
    this.fitting = fitting;
    this.nouns = nouns;
  }

  /** The first slot that holds something. */
  first(
    slots: readonly string[],
    frame: Frame,
    clause: Clause,
    source: boolean,
    taken: ReadonlySet<string | undefined> = NOBODY,
  ): { meaning: Meaning; fit: number; group?: Group } {
    let group: Group | undefined;
    let things: { meaning: Meaning; fit: number } | undefined;
    for (const [n, slot] of slots.entries()) {
      const meaning = this.slot(slot, frame, clause, source);
      group ??= this.groupOf(slot, clause);
      const found = { meaning, fit: 1 - 0.1 * n, ...(group && { group }) };
      if (actorsOf(meaning).some((a) => !taken.has(a.ids[0]))) return found;
      if (STANCES.has(frame.relation ?? '') && meaning.things.length > 0) {
        if (!source && !SIDES.has(frame.relation ?? '')) return found;
        things ??= found;
      }
    }
    return things ?? { meaning: NOTHING, fit: 0, ...(group && { group }) };
  }

  /** `thanked X for securing the ceasefire`, `responsible for the attack`: what it is for is praised or blamed too. */
  reasons(clause: Clause): Referent[] {
    const named = (group: Group | undefined): readonly Referent[] => this.resolver.group(group).things;
    const reasons = clause.prepositions.filter((p) => p.prep === 'for' || p.prep === 'on');
    const own = reasons.flatMap((p) => {
      const things = named(p.group);
      const events = p.group.phrases.filter((x) => hasRole(x.lemma, 'event'));
      return things.length > 0 || events.length === 0
        ? things
        : this.resolver.coined({ ...p.group, phrases: events });
    });
    // `for X's commitment to promoting peace`: it is X who promotes it.
    const owned = reasons.some((p) => p.group.phrases.some((x) => x.owner));
    // `thanked X for halting the annexation`: it is its end that is praised.
    const under = this.line.parse.clauses
      .filter((c) => !owned && c.parent === clause && c.link === 'prep' && !ENDING.has(c.verb.lemma))
      .flatMap((c) => named(c.object));
    return [...own, ...under];
  }

  /** `threatened to stop the talks if X goes ahead`: whom the threat is to move. */
  conditioned(clause: Clause): readonly Referent[] {
    const condition = this.line.parse.clauses.find(
      (c) => c.index > clause.index && (c.marker === 'if' || c.marker === 'unless'),
    );
    return actorsOf(this.resolver.group(condition?.subject));
  }

  /** An attack on a place of a country is one on the country. */
  placed(frame: Frame, clause: Clause): readonly Referent[] {
    for (const slot of frame.target) {
      const places = this.resolver.group(this.groupOf(slot, clause)).places;
      const countries = places.flatMap((p) => this.resolver.countryOf(p));
      if (countries.length > 0) return countries;
    }
    return [];
  }

  /** `killed nine farmers in Niger`, `hit a refinery near Oslo`: the country where people or things without a name were struck. */
  struckIn(clause: Clause): readonly Referent[] {
    const struck = clause.verb.passive ? clause.subject : clause.object;
    const hit = (p: NounPhrase): boolean =>
      !p.mention && !p.possessive && (hasRole(p.lemma, 'crowd') || hasRole(p.lemma, 'site'));
    if (!struck?.phrases.some(hit)) return [];
    for (const { prep, group } of clause.prepositions) {
      if (!WHERE.has(prep)) continue;
      const { actors, places } = this.resolver.group(group);
      const countries = [
        ...actors.filter((a) => a.label === 'Country'),
        ...places.flatMap((p) => this.resolver.countryOf(p)),
      ];
      if (countries.length > 0) return countries;
    }
    return [];
  }

  prepositional(clause: Clause, prep: string): Meaning {
    const found = [...clause.prepositions, ...clause.fronted].filter((p: Prepositional) => p.prep === prep);
    let things: Meaning = NOTHING;
    for (const p of found) {
      if (prep === 'with' && this.isHeld(p.group)) continue;
      const meaning = this.resolver.group(p.group);
      if (actorsOf(meaning).length > 0) return this.withIncluded(clause, p.group, meaning);
      if (things === NOTHING && meaning.things.length > 0)
        things = this.withIncluded(clause, p.group, meaning);
    }
    return things;
  }

  /** `signed with a child on his lap`, `with the help of X`: who is along is no party. */
  private isHeld(group: Group): boolean {
    if (group.phrases.every((p) => !p.mention && MEANS.test(p.lemma))) return true;
    const { items } = this.line.parse;
    const [p, next] = [items[group.item + 1], items[group.item + 2]];
    return (
      p?.type === 'P' &&
      next?.type === 'GROUP' &&
      next.phrases.some((x) => x.possessive && HELD.test(x.lemma))
    );
  }

  /** The words in a slot of a clause. */
  private groupOf(slot: string, clause: Clause): Group | undefined {
    if (slot === 'subj') return clause.verb.passive ? undefined : clause.subject;
    if (slot === 'obj') return clause.verb.passive ? clause.subject : clause.object;
    return clause.prepositions.find((p) => p.prep === slot)?.group;
  }

  private slot(slot: string, frame: Frame, clause: Clause, source: boolean): Meaning {
    const passive = clause.verb.passive && frame.pos !== 'a';
    switch (slot) {
      case 'subj':
        return passive ? this.prepositional(clause, 'by') : this.meaning(clause.subject, frame, source);
      case 'obj':
        return passive
          ? this.meaning(clause.subject, frame, source)
          : this.meaning(clause.object, frame, source);
      case 'second': {
        // In `gave X an ultimatum` the object that the frame does not ask for.
        const asked =
          frame.objects.size > 0 &&
          clause.second !== undefined &&
          this.fitting.headsOf(clause.second).some((h) => frame.objects.has(h));
        return this.meaning(asked ? clause.object : clause.second, frame, source);
      }
      case 'targeting':
        return targeted(this.line, this.resolver, clause.object);
      case 'owner':
        return this.owner(frame, clause);
      case 'voice':
        return { ...NOTHING, actors: voice(this.resolver, frame, clause.verb.main) };
      case 'comp':
        return this.complement(clause, (c) => [
          c.object,
          c.second,
          ...c.prepositions.map((p) => p.group),
          c.verb.passive ? c.subject : undefined,
        ]);
      case 'compsubj':
        return this.complement(clause, (c) => [c.subject]);
      default:
        return this.prepositional(clause, slot);
    }
  }

  /** A group's meaning; a noun that is itself a relation lends its doer: `condemned the attack by X`. */
  private meaning(group: Group | undefined, frame: Frame, source: boolean): Meaning {
    const plain = this.resolver.group(group);
    if (!group || plain.actors.length > 0) return plain;
    const clauseOf = source ? undefined : this.line.parse.clauses.find((c) => c.object === group);
    const own = clauseOf ? this.withIncluded(clauseOf, group, plain) : plain;
    const inner = this.nouns.find((h) => h.phrase && group.phrases.includes(h.phrase));
    // `the summit between X and Y failed to reach agreement`
    if (inner?.frame.mutual && source && frame.mutual)
      return { ...own, actors: [...inner.sources, ...inner.targets] };
    if (inner && !source && ['CONDEMNS', 'REJECTS', 'PROTESTS', 'THREATENS'].includes(frame.relation ?? ''))
      return { ...own, owners: inner.sources };
    return own;
  }

  private owner(frame: Frame, clause: Clause): Meaning {
    const object = clause.verb.passive ? clause.subject : clause.object;
    const group = frame.objects.size > 0 ? (this.fitting.required(frame, clause) ?? object) : object;
    if (!group) return NOTHING;
    const owners = group.phrases.flatMap((p) => this.resolver.owners(p, group));
    // `expelled two Russian diplomats`: the object is its country's by itself.
    return {
      ...NOTHING,
      actors: owners.length > 0 ? owners : frame.objects.size > 0 ? this.resolver.group(group).actors : [],
    };
  }

  /** `support for the plan, including the ceasefire`: what is included is meant too. */
  private withIncluded(clause: Clause, group: Group, meaning: Meaning): Meaning {
    const more = clause.prepositions
      .filter((p) => p.prep === 'including' && p.group.item > group.item)
      .map((p) => this.resolver.group(p.group));
    if (more.length === 0 || meaning.things.length === 0) return meaning;
    return { ...meaning, things: [...meaning.things, ...more.flatMap((m) => [...m.things, ...m.actors])] };
  }

  /** Actors in the complement of a verb: `refused to meet X`, `demanded that X leave`. */
  private complement(clause: Clause, pick: (c: Clause) => (Group | undefined)[]): Meaning {
    const own = new Set(this.resolver.group(clause.subject).actors.map((r) => r.ids[0]));
    const actors: Referent[] = [];
    // `willing to send troops to defend X`: further down when the first clause names nobody.
    const below = this.line.parse.clauses
      .filter((c) => isUnder(c, clause))
      .sort((a, b) => Number(b.parent === clause) - Number(a.parent === clause));
    for (const c of below) {
      if (!['inf', 'that', 'prep', 'part'].includes(c.link)) continue;
      for (const group of pick(c)) {
        for (const r of actorsOf(this.resolver.group(group))) if (!own.has(r.ids[0])) actors.push(r);
      }
      if (actors.length > 0) break;
    }
    return { ...NOTHING, actors: actors.slice(0, 4) };
  }
}

/** In a chain of infinitives: `willing to send troops to help defend X`. */
const isUnder = (c: Clause, top: Clause): boolean =>
  c.parent === top ||
  c.parent?.parent === top ||
  (c.link === 'inf' && c.parent !== undefined && c.parent.index < c.index && isUnder(c.parent, top));

/** Who judges: praise needs a speaker; blame may be the publisher's. */
export function voice(resolver: Resolver, frame: Frame, token: number): readonly Referent[] {
  return frame.relation === 'SUPPORTS' ? resolver.voice(token) : resolver.speakers(token);
}

/** `sanctions targeting X`, `measures aimed at X`. */
export function targeted(line: Line, resolver: Resolver, group: Group | undefined): Meaning {
  const clause = line.parse.clauses.find(
    (c) =>
      c.subject === group &&
      (c.link === 'part' || c.link === 'rel') &&
      /^(?:target|hit|affect|punish|aim|link|tie|connect|associate|affiliate)$/.test(c.verb.lemma),
  );
  return clause ? resolver.group(clause.object ?? clause.prepositions[0]?.group) : NOTHING;
}
