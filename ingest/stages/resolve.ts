import { isActor } from '../../graph/model.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group, Item } from '../text/clauses.ts';
import { isTime } from '../text/time.ts';
import type { Entity, Line, Referent } from '../types.ts';
import { eventAgain, thisThing } from './anaphora.ts';
import { band } from './bands.ts';
import { coin } from './coin.ts';
import { described } from './described.ts';
import type { Focus } from './focus.ts';
import { several } from './groups.ts';
import { NOTHING, merge, ownersBefore, referent, referents } from './meaning.ts';
import type { Meaning, Sight } from './meaning.ts';
import { pronoun } from './pronouns.ts';

/** Arms of a state that are named by where they are. */
const FORCES = /^(?:force|authority|authoritie|police|official|court|judge|soldier|troop)$/;
/** Leads from people to where they live or come from. */
const WHERE = new Set(['in', 'from', 'of', 'across', 'throughout']);
const SHELTER = /^(?:camp|shelter|hostel|settlement)$/;
const KINDRED = ['countries', 'persons', 'describing', 'collection'] as const;
const NO_GROUP = { type: 'GROUP', from: 0, to: 0, item: Infinity } as const;

/** Finds what noun phrases mean in one sentence, given who was spoken of before. */
export class Resolver {
  private readonly sight: Sight;
  /** Who says the words at a token; set once attribution is known. */
  voice: (token: number) => readonly Referent[] = () => [];

  constructor(
    line: Line,
    focus: Focus,
    entities: Map<string, Entity>,
    home: (person: string) => string | undefined,
    known: (id: string) => unknown,
  ) {
    const here = line.mentions
      .filter((m) => isActor(m.label) && m.kind !== 'adjective')
      .flatMap((m) => referents(m));
    this.sight = { line, focus, entities, here, home, known };
  }

  group(group: Group | undefined): Meaning {
    if (!group) return NOTHING;
    return merge(group.phrases.map((p) => this.phrase(p, group)));
  }

  phrase(phrase: NounPhrase, group?: Group): Meaning {
    if (phrase.pronoun)
      return {
        ...NOTHING,
        actors: this.pronoun(phrase.pronoun, phrase),
        things: thisThing(this.sight, phrase),
      };
    const { mention } = phrase;
    if (mention && mention.kind !== 'adjective') {
      const found = referents(mention);
      if (isActor(mention.label)) return { ...NOTHING, actors: found };
      const owners = this.owners(phrase, group);
      if (mention.label === 'Place') return { ...NOTHING, places: found, owners };
      const event = mention.label === 'Issue' ? this.certainEvent(phrase, group, owners) : [];
      return { ...NOTHING, things: event.length > 0 ? event : found, owners };
    }
    const bands = band(this.sight, phrase, group);
    if (bands.length > 0) return { ...NOTHING, actors: bands };
    const together = several(this.sight, phrase);
    if (together.length > 0) return { ...NOTHING, actors: together };
    const actors = described(this.sight, this, phrase, group);
    if (actors.length > 0) return { ...NOTHING, actors };
    return { ...NOTHING, things: this.thingsIn(phrase), owners: this.owners(phrase, group) };
  }

  /** `Iran's cyberattack`, `this cyberattack`: one of the things that the lexicons know as an issue. */
  private certainEvent(
    phrase: NounPhrase,
    group: Group | undefined,
    owners: readonly Referent[],
  ): readonly Referent[] {
    if (!hasRole(phrase.lemma, 'event') || phrase.plural) return [];
    const again = eventAgain(this.sight, phrase);
    if (again.length > 0 || owners.length === 0) return again;
    return this.coined({ ...(group ?? NO_GROUP), phrases: [phrase] });
  }

  /** Issues or events that a group's own words introduce. */
  coined(group: Group | undefined): Referent[] {
    return group ? coin(this.sight.line, group, this.sight.entities) : [];
  }

  /** The country that a place lies in. */
  countryOf(place: Referent): Referent[] {
    const code = this.sight.entities.get(place.ids[0]!)?.country;
    return code && this.sight.known(`country:${code}`)
      ? [{ ...place, ids: [`country:${code}`], label: 'Country', how: `country of ${place.text}`, sure: 0.8 }]
      : [];
  }

  /** An issue or event whose name takes in the head, or stands before it: `nuclear programme` in `nuclear programme talks`. */
  private thingsIn(phrase: NounPhrase): Referent[] {
    const whole = this.sight.line.mentions.find(
      (m) => m.open && m.from >= phrase.from && m.from < phrase.to && m.to > phrase.head,
    );
    const inside = [...phrase.modifiers].reverse().find((x) => x.label === 'Issue' || x.label === 'Event');
    const found = whole ?? inside;
    return found ? referents(found) : eventAgain(this.sight, phrase);
  }

  /** An issue of the lexicons that words say without naming it. */
  issue(slug: string, at: { readonly start: number; readonly end: number }): Referent[] {
    const id = `issue:${slug}`;
    if (!this.sight.known(id)) return [];
    const name = this.sight.entities.get(id)?.name ?? slug;
    return [{ ids: [id], label: 'Issue', how: 'said by the verb', text: name, ...at, sure: 0.8 }];
  }

  /** `its implementation`: the issue or event last spoken of, in the sentence before. */
  lastThing(): Referent[] {
    const { focus, line } = this.sight;
    const last = focus.things
      .filter((r) => r.start < line.sentence.start && r.start >= focus.previous)
      .at(-1);
    return last ? [{ ...last, how: 'spoken of before', sure: 0.6 }] : [];
  }

  /** Whose it is: possessor, possessive pronoun, adjective of a country, `of X` after it. */
  owners(phrase: NounPhrase, group?: Group): Referent[] {
    if (phrase.owner) {
      const { actors, owners } = this.phrase(phrase.owner);
      return [...(actors.length > 0 ? actors : owners)];
    }
    const named = ownersBefore(this.sight.line, phrase).filter((m) => isActor(m.label) && m.kind !== 'title');
    // `its European Community partners`, `his Russian counterpart`
    const people = KINDRED.some((r) => hasRole(phrase.lemma, r));
    if (phrase.possessive && !(people && named.length > 0)) return this.pronoun(phrase.possessive, phrase);
    if (named.length > 0) return named.flatMap((m) => m.ids.map((id) => referent(m, id, m.label)));
    return group ? [...this.of(group)] : [];
  }

  /** Actors of the `of` or `by` phrase right after a group; of what that one is of, when it names nobody. */
  of(group: Group, depth = 0): readonly Referent[] {
    const items: readonly Item[] = this.sight.line.parse.items;
    const [first, time] = [items[group.item + 1], items[group.item + 2]];
    // `a tweet on Monday by X`
    const skip =
      first?.type === 'P' &&
      time?.type === 'GROUP' &&
      time.phrases.every((x) => !x.mention && isTime(x.lemma))
        ? 2
        : 0;
    // `crimes committed by X`
    const done = items[group.item + 1];
    // `hackers angered by X` are not X's.
    const people = group.phrases.every((x) => hasRole(x.lemma, 'crowd') || hasRole(x.lemma, 'persons'));
    const by = done?.type === 'VG' && done.form === 'en' && !people ? 1 : 0;
    const [p, next] = [items[group.item + 1 + skip + by], items[group.item + 2 + skip + by]];
    if (by === 1 && (p?.type !== 'P' || p.lemma !== 'by')) return [];
    if (p?.type !== 'P' || next?.type !== 'GROUP') return [];
    if (
      p.lemma === 'in' &&
      group.phrases.every((x) => hasRole(x.lemma, 'state-body') || FORCES.test(x.lemma))
    )
      return this.whereOf(next);
    // `doctors from Cuba`, `demonstrators across Sudan`, `inhabitants of Gaza`
    if (
      WHERE.has(p.lemma) &&
      group.phrases.every(
        (x) => (x.mention ? x.mention.kind === 'common' : x.plural) && hasRole(x.lemma, 'crowd'),
      )
    ) {
      const { actors, owners } = merge(next.phrases.map((x) => this.phrase(x)));
      const named = (actors.length > 0 ? actors : owners).filter((a) => a.label !== 'Person');
      const there = named.length > 0 ? named : this.whereOf(next);
      if (there.length > 0) return there;
    }
    // `a camp for Congolese refugees`
    const housed = p.lemma === 'for' && group.phrases.every((x) => SHELTER.test(x.lemma));
    if (p.lemma !== 'of' && p.lemma !== 'by' && !housed) return [];
    const { actors, owners } = merge(next.phrases.map((x) => this.phrase(x)));
    if (actors.length > 0) return actors;
    return depth > 1 ? owners : owners.length > 0 ? owners : this.of(next, depth + 1);
  }

  /** `security forces in Guinea`, `police in Jericho`: those of the country. */
  private whereOf(group: Group): readonly Referent[] {
    const { actors, places } = merge(group.phrases.map((x) => this.phrase(x)));
    return [...actors.filter((a) => a.label === 'Country'), ...places.flatMap((p) => this.countryOf(p))];
  }

  pronoun(word: string, phrase: NounPhrase): Referent[] {
    return pronoun(this.sight, this, word, phrase);
  }

  /** Who says the words at a token; the issuer of the document when nobody else does. */
  speakers(token: number): readonly Referent[] {
    const voices = this.voice(token);
    return voices.length > 0 ? voices : this.sight.focus.issuers;
  }
}
