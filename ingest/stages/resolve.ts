import { isActor } from '../../graph/model.ts';
import type { EntityLabel } from '../../graph/model.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group, Item } from '../text/clauses.ts';
import { isTime } from '../text/time.ts';
import { coin } from './coin.ts';
import type { Entity, Line, Mention, Referent } from '../types.ts';

/** What a noun phrase stands for. */
export interface Meaning {
  readonly actors: readonly Referent[];
  /** Issues and events. */
  readonly things: readonly Referent[];
  readonly places: readonly Referent[];
  /** Whose it is: `Iran` in `Iran's refusal`. */
  readonly owners: readonly Referent[];
}

export const NOTHING: Meaning = { actors: [], things: [], places: [], owners: [] };

/** Who was spoken of so far: what pronouns and `the two countries` point at. */
export interface Focus {
  /** Subjects of clauses so far, latest last. */
  subjects: Referent[];
  /** Actors mentioned so far, latest last, each once. */
  actors: Referent[];
  /** The pair of a meeting that the document is about. */
  pair: Referent[];
  /** The country whose government was last named. */
  government: Referent | undefined;
  /** Who speaks throughout: of a speech, an answer, a joint statement. */
  speakers: readonly Referent[];
  /** Whose document it is, when nobody speaks. */
  issuers: readonly Referent[];
}

/** Nobody spoken of yet. */
export const noFocus = (): Focus => ({
  subjects: [],
  actors: [],
  pair: [],
  government: undefined,
  speakers: [],
  issuers: [],
});

const GROUP_NOUNS: Readonly<Record<string, EntityLabel>> = {};
const name = (label: EntityLabel, nouns: string): void => {
  for (const n of nouns.split(' ')) (GROUP_NOUNS as Record<string, EntityLabel>)[n] = label;
};
name(
  'Country',
  'country countries nation nations side sides party parties government governments state states neighbour neighbours neighbor neighbors people peoples capital capitals ally allies',
);
name(
  'Person',
  'leader leaders president presidents minister ministers official officials head heads diplomat diplomats chief chiefs counterpart interlocutor interlocutors delegation delegations premier premiers',
);
/** Nouns that describe the name after them. */
const DESCRIBING = new Set(
  'colleague friend ally neighbour neighbor country nation state group organisation organization firm company airline leader chief president minister movement party agency body spokesman spokesperson spokeswoman envoy ambassador rival partner counterpart'.split(
    ' ',
  ),
);
const GOVERNMENTS = new Set(
  'government administration country nation people military army ministry department troops force forces parliament cabinet side republic state'.split(
    ' ',
  ),
);
/** Plurals whose members may be named after `including`. */
const COLLECTIONS = new Set(
  'partner power member firm signatory donor business bank institution actor militant rebel politician'.split(
    ' ',
  ),
);
const STATE_BODIES = new Set(
  'government administration military army ministry parliament cabinet'.split(' '),
);
const ORGANISATION_NOUNS = new Set(
  'organization organisation coalition group movement airline company bank agency alliance bloc party body council militia firm union court'.split(
    ' ',
  ),
);

const referent = (m: Mention, id: string, label: EntityLabel): Referent => ({
  ids: [id],
  label,
  how:
    m.kind === 'title'
      ? 'title'
      : m.kind === 'metonym' || m.kind === 'government'
        ? m.kind
        : m.kind === 'people'
          ? 'people'
          : 'named',
  text: m.text,
  start: m.start,
  end: m.end,
  sure: m.kind === 'unknown' ? 0.85 : m.kind === 'title' ? 0.9 : 0.97,
});

/** Finds what noun phrases mean in one sentence, given who was spoken of before. */
export class Resolver {
  private readonly line: Line;
  private readonly focus: Focus;
  private readonly entities: Map<string, Entity>;
  /** Actors named in this sentence before a token, in order. */
  private readonly here: Referent[] = [];
  /** Who says the words at a token; set once attribution is known. */
  voice: (token: number) => readonly Referent[] = () => [];

  private readonly known: (id: string) => unknown;
  private readonly home: (person: string) => string | undefined;

  constructor(
    line: Line,
    focus: Focus,
    entities: Map<string, Entity>,
    home: (person: string) => string | undefined,
    known: (id: string) => unknown,
  ) {
    this.home = home;
    this.known = known;
    this.line = line;
    this.focus = focus;
    this.entities = entities;
    for (const m of line.mentions) {
      if (isActor(m.label) && m.kind !== 'adjective')
        for (const id of m.ids) this.here.push(referent(m, id, m.label));
    }
  }

  group(group: Group | undefined): Meaning {
    if (!group) return NOTHING;
    return merge(group.phrases.map((p) => this.phrase(p, group)));
  }

  phrase(phrase: NounPhrase, group?: Group): Meaning {
    if (phrase.pronoun) return { ...NOTHING, actors: this.pronoun(phrase.pronoun, phrase) };
    const { mention } = phrase;
    if (mention && mention.kind !== 'adjective') {
      const found = mention.ids.map((id) => referent(mention, id, mention.label));
      if (isActor(mention.label)) return { ...NOTHING, actors: found, owners: [] };
      const owners = this.owners(phrase, group);
      return mention.label === 'Place'
        ? { ...NOTHING, places: found, owners }
        : { ...NOTHING, things: found, owners };
    }
    const several = this.several(phrase);
    if (several.length > 0) return { ...NOTHING, actors: several };
    const apposed = this.apposed(phrase, group);
    if (apposed.length > 0) return { ...NOTHING, actors: apposed };
    const government = this.ownGovernment(phrase);
    if (government.length > 0) return { ...NOTHING, actors: government };
    const described = this.described(phrase);
    if (described.length > 0) return { ...NOTHING, actors: described };
    const open = this.line.mentions.find(
      (m) => m.open && m.from >= phrase.from && m.from < phrase.to && m.to > phrase.head,
    );
    const things = open ? open.ids.map((id) => referent(open, id, open.label)) : this.thingInside(phrase);
    return { ...NOTHING, things, owners: this.owners(phrase, group) };
  }

  /** `the two countries`, `both leaders`, `the sides`, `his counterpart`. */
  private several(phrase: NounPhrase): Referent[] {
    const label = GROUP_NOUNS[phrase.lemma];
    if (!label || phrase.owner || phrase.modifiers.some((m) => isActor(m.label))) return [];
    const both = phrase.words.some((w) => w === 'both' || w === 'two');
    if (phrase.lemma === 'counterpart') return this.others(phrase);
    if (!phrase.plural) return [];
    const definite = phrase.determiner === 'the' || both || phrase.possessive === 'our';
    const bare = phrase.words.filter(
      (w) =>
        !['the', 'both', 'two', 'our', 'these', 'all', phrase.lemma].includes(w) &&
        !w.startsWith(phrase.lemma.slice(0, 4)),
    );
    if (!definite || bare.length > 0) return [];
    const pair = this.pair(label, phrase.head);
    return pair.map((r) => ({
      ...r,
      ...this.words(phrase),
      how: `group: ${this.words(phrase).text}`,
      sure: 0.75,
    }));
  }

  /** The other side of the pair than the one that speaks or acts here. */
  private others(phrase: NounPhrase): Referent[] {
    const own = this.here[0]?.ids[0];
    const other = this.focus.pair.filter((r) => r.label === 'Person' && r.ids[0] !== own);
    return other.slice(0, 1).map((r) => ({ ...r, ...this.words(phrase), how: 'counterpart', sure: 0.6 }));
  }

  /** The two last-named of a kind; the document's main pair when it has one of that kind. */
  private pair(label: EntityLabel, before: number): Referent[] {
    const upTo = this.line.sentence.tokens[before]?.start ?? Infinity;
    const main = this.focus.pair.filter((r) => r.label === label);
    const near = lastTwo(this.here.filter((r) => r.end <= upTo && r.label === label));
    if (near.length === 2) return near;
    if (main.length >= 2) return main.slice(0, 2);
    const earlier = this.focus.actors.filter((r) => r.label === label);
    const found = lastTwo([...earlier, ...near]);
    if (found.length === 2) return found;
    return label === 'Person' ? lastTwo(this.focus.actors.filter((r) => r.label === 'Country')) : [];
  }

  /** `our NATO ally, Albania`: the name after the comma is meant. */
  private apposed(phrase: NounPhrase, group: Group | undefined): Referent[] {
    if (!group || group.phrases.length > 1) return [];
    const { items } = this.line.parse;
    const members =
      phrase.plural &&
      (COLLECTIONS.has(phrase.lemma) || GROUP_NOUNS[phrase.lemma] || ORGANISATION_NOUNS.has(phrase.lemma))
        ? this.including(group)
        : [];
    if (members.length > 0 || !DESCRIBING.has(phrase.lemma)) return members;
    const direct = phrase.possessive !== undefined && items[group.item + 1]?.type === 'GROUP';
    const [comma, next] = direct
      ? [{ type: 'COMMA' as const }, items[group.item + 1]]
      : [items[group.item + 1], items[group.item + 2]];
    if (comma?.type !== 'COMMA' || next?.type !== 'GROUP' || next.phrases.length > 1) return [];
    const { mention } = next.phrases[0]!;
    return mention && isActor(mention.label) && mention.kind !== 'adjective'
      ? mention.ids.map((id) => referent(mention, id, mention.label))
      : [];
  }

  /** `allies such as Germany`, `firms including X and Y`: the ones named. */
  private including(group: Group): Referent[] {
    const { items } = this.line.parse;
    let at = group.item + 1;
    const around = items[at];
    // `our partners throughout the region, including X`
    if (
      around?.type === 'P' &&
      (around.lemma === 'throughout' || around.lemma === 'across') &&
      items[at + 1]?.type === 'GROUP'
    )
      at += 2;
    if (items[at]?.type === 'COMMA') at++;
    const [p, next] = [items[at], items[at + 1]];
    if (p?.type !== 'P' || !['including', 'as', 'like'].includes(p.lemma) || next?.type !== 'GROUP')
      return [];
    if (p.lemma === 'as' && this.line.sentence.tokens[p.from - 1]?.norm !== 'such') return [];
    return [...merge(next.phrases.map((x) => this.phrase(x))).actors];
  }

  /** `my Administration`, `his government`, `our country`: the country of the person who is meant. */
  private ownGovernment(phrase: NounPhrase): Referent[] {
    if (!phrase.possessive || !GOVERNMENTS.has(phrase.lemma)) return [];
    return this.pronoun(phrase.possessive, phrase).flatMap((r) => {
      const home = r.label === 'Person' ? this.home(r.ids[0]!) : r.ids[0];
      return home && this.known(home)
        ? [
            {
              ...r,
              ids: [home],
              label: 'Country' as const,
              how: `${phrase.possessive} ${phrase.lemma}`,
              sure: 0.8,
            },
          ]
        : [];
    });
  }

  /** `the airline`, `the group`: the organisation last spoken of. */
  private described(phrase: NounPhrase): Referent[] {
    if (phrase.plural || phrase.owner || phrase.modifiers.length > 0) return [];
    if (
      GOVERNMENTS.has(phrase.lemma) &&
      phrase.determiner === 'the' &&
      phrase.words.length <= 2 &&
      STATE_BODIES.has(phrase.lemma)
    )
      return this.theGovernment(phrase);
    if (!ORGANISATION_NOUNS.has(phrase.lemma) || !['the', 'this', 'that'].includes(phrase.determiner ?? ''))
      return [];
    if (phrase.words.length > 2) return [];
    const last = this.focus.actors.filter((r) => r.label === 'Organization').at(-1);
    return last ? [{ ...last, ...this.words(phrase), how: `the ${phrase.lemma}`, sure: 0.65 }] : [];
  }

  /** Issues or events that a group's own words introduce. */
  coined(group: Group | undefined): Referent[] {
    return group ? coin(this.line, group, this.entities) : [];
  }

  /** The country that a place lies in. */
  countryOf(place: Referent): Referent[] {
    const code = this.entities.get(place.ids[0]!)?.country;
    return code && this.known(`country:${code}`)
      ? [{ ...place, ids: [`country:${code}`], label: 'Country', how: `country of ${place.text}`, sure: 0.8 }]
      : [];
  }

  /** `the government`, `the parliament`: of the country whose government was last spoken of. */
  private theGovernment(phrase: NounPhrase): Referent[] {
    const last =
      this.here.filter((r) => r.how === 'government' && r.label === 'Country').at(-1) ??
      this.focus.government ??
      this.focus.issuers.find((r) => r.label === 'Country');
    return last ? [{ ...last, ...this.words(phrase), how: `the ${phrase.lemma}`, sure: 0.65 }] : [];
  }

  /** An issue or event named by the words before the head: `nuclear programme` in `nuclear programme talks`. */
  private thingInside(phrase: NounPhrase): Referent[] {
    const m = [...phrase.modifiers].reverse().find((x) => x.label === 'Issue' || x.label === 'Event');
    return m ? m.ids.map((id) => referent(m, id, m.label)) : [];
  }

  /** Whose it is: possessor, possessive pronoun, adjective of a country, `of X` after it. */
  owners(phrase: NounPhrase, group?: Group): Referent[] {
    if (phrase.owner) {
      const { actors, owners } = this.phrase(phrase.owner);
      return [...(actors.length > 0 ? actors : owners)];
    }
    if (phrase.possessive) return this.pronoun(phrase.possessive, phrase);
    const named = phrase.modifiers.filter((m) => isActor(m.label) && m.kind !== 'title');
    if (named.length > 0) return named.flatMap((m) => m.ids.map((id) => referent(m, id, m.label)));
    return group ? [...this.of(group)] : [];
  }

  /** Actors of the `of` or `by` phrase right after a group; of what that one is of, when it names nobody. */
  of(group: Group, depth = 0): readonly Referent[] {
    const items: readonly Item[] = this.line.parse.items;
    const [first, time] = [items[group.item + 1], items[group.item + 2]];
    // `a tweet on Monday by X`
    const skip =
      first?.type === 'P' &&
      time?.type === 'GROUP' &&
      time.phrases.every((x) => !x.mention && isTime(x.lemma))
        ? 2
        : 0;
    const [p, next] = [items[group.item + 1 + skip], items[group.item + 2 + skip]];
    if (p?.type !== 'P' || (p.lemma !== 'of' && p.lemma !== 'by') || next?.type !== 'GROUP') return [];
    const { actors, owners } = merge(next.phrases.map((x) => this.phrase(x)));
    if (actors.length > 0) return actors;
    return depth > 1 ? owners : owners.length > 0 ? owners : this.of(next, depth + 1);
  }

  pronoun(word: string, phrase: NounPhrase): Referent[] {
    const at = this.words(phrase);
    const take = (r: Referent | undefined, how: string, sure: number): Referent[] =>
      r ? [{ ...r, ...at, how, sure }] : [];
    if (/^(?:i|we|our|my|us|me)$/.test(word)) {
      return this.speakers(phrase.from).flatMap((r) => take(r, `first person: ${word}`, 0.85));
    }
    if (/^(?:he|his|him|himself|she|her|herself)$/.test(word))
      return take(this.person(word, at.start), `pronoun: ${word}`, 0.8);
    if (/^(?:it|its|itself)$/.test(word)) return take(this.body(at.start), `pronoun: ${word}`, 0.7);
    if (/^(?:they|their|them)$/.test(word))
      return this.they(at.start).flatMap((r) => take(r, `pronoun: ${word}`, 0.65));
    return [];
  }

  /** Who says the words at a token; the issuer of the document when nobody else does. */
  speakers(token: number): readonly Referent[] {
    const voices = this.voice(token);
    return voices.length > 0 ? voices : this.focus.issuers;
  }

  private person(word: string, before: number): Referent | undefined {
    const sex = /^(?:she|her)/.test(word) ? 'f' : 'm';
    const fits = (r: Referent): boolean => {
      const known = this.entities.get(r.ids[0]!)?.sex;
      return (
        r.label === 'Person' &&
        (known === undefined || known === sex) &&
        !this.focus.speakers.some((s) => s.ids[0] === r.ids[0])
      );
    };
    const here = this.here.filter((r) => r.end <= before && r.label === 'Person');
    // `In his meeting with X, Y said …`: he is Y.
    const ahead = this.line.parse.clauses.find((c) =>
      c.fronted.some((p) => this.tokenStart(p.group.from) <= before && before < this.tokenStart(p.group.to)),
    );
    const subject = here.length === 0 && ahead ? this.group(ahead.subject).actors.find(fits) : undefined;
    if (subject) return subject;
    // A person of the same sentence is meant even where the pronoun does not suit what we know of them.
    return (
      here.filter(fits).at(-1) ??
      here.filter((r) => !this.focus.speakers.some((s) => s.ids[0] === r.ids[0])).at(-1) ??
      this.focus.subjects.filter(fits).at(-1) ??
      this.focus.actors.filter(fits).at(-1)
    );
  }

  private tokenStart(token: number): number {
    return this.line.sentence.tokens[token]?.start ?? Infinity;
  }

  private body(before: number): Referent | undefined {
    const fits = (r: Referent): boolean => r.label !== 'Person';
    // `Russia and Iran advocate its implementation`: a plural subject is not `it`.
    if (
      this.line.parse.clauses.some(
        (c) => c.subject && c.subject.phrases.length > 1 && this.tokenStart(c.subject.from) < before,
      )
    )
      return undefined;
    return this.here.filter((r) => r.end <= before && fits(r))[0] ?? this.focus.subjects.filter(fits).at(-1);
  }

  private they(before: number): Referent[] {
    const subject = this.line.parse.clauses.find(
      (c) =>
        c.subject &&
        c.subject.phrases.length > 1 &&
        this.line.sentence.tokens[c.subject.to - 1]!.end <= before,
    );
    if (subject?.subject) return [...this.group(subject.subject).actors];
    return [];
  }

  private words(phrase: NounPhrase): { text: string; start: number; end: number } {
    const { tokens } = this.line.sentence;
    const [first, last] = [tokens[phrase.from]!, tokens[phrase.to - 1]!];
    const from = phrase.possessive && !phrase.pronoun ? first : tokens[phrase.from]!;
    return {
      text: tokens
        .slice(phrase.from, phrase.to)
        .map((t) => t.text)
        .join(' '),
      start: from.start,
      end: last.end,
    };
  }
}

function merge(parts: readonly Meaning[]): Meaning {
  if (parts.length === 1) return parts[0]!;
  return {
    actors: parts.flatMap((p) => p.actors),
    things: parts.flatMap((p) => p.things),
    places: parts.flatMap((p) => p.places),
    owners: parts.flatMap((p) => p.owners),
  };
}

/** The last two different ones. */
function lastTwo(list: readonly Referent[]): Referent[] {
  const out: Referent[] = [];
  for (let i = list.length - 1; i >= 0 && out.length < 2; i--) {
    if (!out.some((r) => r.ids[0] === list[i]!.ids[0])) out.unshift(list[i]!);
  }
  return out;
}
