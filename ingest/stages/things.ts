import { isActor } from '../../graph/model.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group, Item } from '../text/clauses.ts';
import type { Entity, Line, Referent } from '../types.ts';
import { coin } from './coin.ts';
import { referents } from './meaning.ts';
import type { Resolver } from './resolve.ts';
import type { Structural } from './structure.ts';

const TYING = new Set(['of', 'in', 'around', 'between', 'on', 'against', 'with', 'at']);
const PLACES = new Set(['in', 'at']);

/** An issue or event that a sentence names by itself, with where it stands. */
export interface Thing {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the issues and events that no lexicon knows but the words tie to a country, body or place, with who took part and
 * where: `the referendum in Crimea`, `the situation around Ukraine`.
 */
export function findThings(
  line: Line,
  resolver: Resolver,
  entities: Map<string, Entity>,
): { things: Thing[]; structural: Structural[] } {
  const things: Thing[] = [];
  const structural: Structural[] = [];
  for (const item of line.parse.items) {
    if (item.type !== 'GROUP') continue;
    for (const phrase of item.phrases) {
      structural.push(...ofKnown(line, phrase, item, resolver));
      const event = hasRole(phrase.lemma, 'event');
      if (
        phrase.mention ||
        phrase.pronoun ||
        hasRole(phrase.lemma, 'meeting') ||
        isKnown(line, phrase) ||
        (!event && !hasRole(phrase.lemma, 'issue')) ||
        !isTied(line, phrase, item)
      )
        continue;
      const [made] = coin(line, { ...item, phrases: [phrase] }, entities);
      if (!made) continue;
      things.push({ id: made.ids[0]!, start: made.start, end: made.end });
      if (event) structural.push(...circumstances(line, phrase, item, made, resolver));
    }
  }
  return { things, structural };
}

/** Where a known event was, and between whom, as the words after its name say. */
function ofKnown(line: Line, phrase: NounPhrase, group: Group, resolver: Resolver): Structural[] {
  const m =
    phrase.mention ??
    line.mentions.find((x) => x.open && x.from >= phrase.from && x.to > phrase.head && x.from < phrase.to);
  return m?.label === 'Event' ? circumstances(line, phrase, group, referents(m)[0]!, resolver) : [];
}

/** An issue or event of the lexicons begins in the phrase and names actors of its own. */
const isKnown = (line: Line, phrase: NounPhrase): boolean =>
  line.mentions.some((m) => m.open && m.from < phrase.to && m.to > phrase.from);

/** Does a name go with the noun: before it, or in the phrase that follows? */
function isTied(line: Line, phrase: NounPhrase, group: Group): boolean {
  if (phrase.owner?.mention || phrase.modifiers.some((m) => isActor(m.label) || m.label === 'Place'))
    return true;
  return tiedAfter(line, group, 2);
}

/** A name in the phrases that follow: `the explosion in the port of Beirut`. */
function tiedAfter(line: Line, group: Group, depth: number): boolean {
  const items: readonly Item[] = line.parse.items;
  const [p, next] = [items[group.item + 1], items[group.item + 2]];
  if (p?.type !== 'P' || !TYING.has(p.lemma) || next?.type !== 'GROUP') return false;
  const named = next.phrases.some(
    (x) => x.mention && (isActor(x.mention.label) || x.mention.label === 'Place'),
  );
  return named || (depth > 1 && tiedAfter(line, next, depth - 1));
}

function circumstances(
  line: Line,
  phrase: NounPhrase,
  group: Group,
  event: Referent,
  resolver: Resolver,
): Structural[] {
  const out: Structural[] = [];
  const tie = (type: Structural['type'], source: string, target: string, rule: string): void => {
    out.push({
      type,
      source,
      target,
      start: event.start,
      end: event.end,
      rule,
      confidence: 0.7,
      modality: 'asserted',
    });
  };
  const items = line.parse.items;
  const parties: Referent[] = [...resolver.owners(phrase)];
  for (let i = group.item + 1; i + 1 < items.length; i += 2) {
    const [p, next] = [items[i]!, items[i + 1]!];
    if (p.type !== 'P' || next.type !== 'GROUP') break;
    const { actors, places } = resolver.group(next);
    if (PLACES.has(p.lemma))
      for (const place of [...places, ...actors.filter((a) => a.label === 'Country')])
        tie('LOCATED_IN', event.ids[0]!, place.ids[0]!, 'event.place');
    if (
      p.lemma === 'by' ||
      p.lemma === 'between' ||
      p.lemma === 'with' ||
      (hasRole(phrase.lemma, 'victim') && (p.lemma === 'on' || p.lemma === 'against' || p.lemma === 'of'))
    )
      parties.push(...actors);
  }
  for (const party of parties)
    if (isActor(party.label)) tie('PARTICIPATED_IN', party.ids[0]!, event.ids[0]!, 'event.party');
  return out;
}
