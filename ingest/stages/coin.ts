import { entityId } from '../../graph/ids.ts';
import { areKin, hasRole, qualifies } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group, Item } from '../text/clauses.ts';
import { isTime } from '../text/time.ts';
import type { Entity, Line, Referent } from '../types.ts';

const CHAIN = new Set(['of', 'on', 'against', 'for', 'in', 'to', 'by', 'with', 'between', 'at']);
/** Tokens of the longest name. */
const LONGEST = 18;
const HAPPENING = new Set(['occur', 'happen', 'take', 'unfold', 'erupt']);

/**
 * Makes an issue or event of a noun phrase that a stance is about and no lexicon knows: `the mass detentions`,
 * `the deployment of offensive weapons`. A head alone, or one that says nothing, is no issue.
 */
export function coin(line: Line, group: Group, entities: Map<string, Entity>): Referent[] {
  return group.phrases.flatMap((phrase, n) => {
    const last = n === group.phrases.length - 1;
    const span = extent(line, phrase, last ? group : undefined);
    if (!span) return [];
    const [from, to] = span;
    const { tokens } = line.sentence;
    const where = last ? happened(line, group) : undefined;
    const name = textOf(line, from, to) + (where ? ` in ${textOf(line, where.from, where.to)}` : '');
    const label = hasRole(phrase.lemma, 'event') ? 'Event' : 'Issue';
    const about = aboutOf(line, from, Math.max(to, where?.to ?? 0));
    const entity =
      same(entities, label, phrase.lemma, about) ?? make(entities, label, name, phrase.lemma, about);
    call(entity, name);
    return [
      {
        ids: [entity.id],
        label,
        how: 'introduced by the wording',
        text: textOf(line, from, to),
        start: tokens[from]!.start,
        end: tokens[to - 1]!.end,
        sure: 0.8,
      },
    ];
  });
}

/** A further name of the entity; what is not in capitals throughout is the better one. */
function call(entity: Entity, name: string): void {
  if (name === entity.name) return;
  const shouted = entity.coined && entity.name === entity.name.toUpperCase();
  entity.aliases.add(shouted ? entity.name : name);
  if (shouted) entity.name = name;
}

function make(
  entities: Map<string, Entity>,
  label: 'Event' | 'Issue',
  name: string,
  head: string,
  about: readonly string[],
): Entity {
  const id = entityId(label, name);
  const there = entities.get(id);
  if (there) return there;
  const entity: Entity = { id, label, name, aliases: new Set(), coined: { head, about } };
  entities.set(id, entity);
  return entity;
}

/** The event or issue that the document has spoken of already: of the same kind, about the same actors and places. */
function same(
  entities: Map<string, Entity>,
  label: 'Event' | 'Issue',
  head: string,
  about: readonly string[],
): Entity | undefined {
  if (about.length === 0) return undefined;
  const within = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id));
  for (const e of entities.values()) {
    if (e.label !== label) continue;
    if (e.coined) {
      const { coined } = e;
      const kin = label === 'Event' ? areKin(coined.head, head) : coined.head === head;
      if (kin && coined.about.length > 0 && (within(about, coined.about) || within(coined.about, about)))
        return e;
    } else if (label === 'Event' && isCalled(entities, e, head, about)) return e;
  }
  return undefined;
}

/** A known event of the kind, in whose names all those occur that the words name. */
function isCalled(
  entities: Map<string, Entity>,
  { name, aliases, kind = '' }: Entity,
  head: string,
  about: readonly string[],
): boolean {
  const names = [name, ...aliases];
  return (
    (areKin(kind, head) || names.some((n) => n.endsWith(head))) &&
    about.every((id) => {
      const family = entities.get(id)?.name.split(' ').at(-1);
      return family !== undefined && names.some((n) => n.includes(family));
    })
  );
}

const aboutOf = (line: Line, from: number, to: number): string[] =>
  line.mentions
    .filter((m) => m.to > from && m.to <= to && m.label !== 'Issue' && m.label !== 'Event')
    .flatMap((m) => m.ids);

/** The words of a stretch of tokens, as they are written. */
export function textOf({ sentence: { tokens } }: Line, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((t, i) => (i === 0 || t.glued ? '' : ' ') + t.text)
    .join('');
}

/** Token range of the phrase without what only judges or counts, with the prepositional phrases that complete it. */
export function extent(
  line: Line,
  phrase: NounPhrase,
  group: Group | undefined,
): readonly [number, number] | undefined {
  if (phrase.pronoun || isName(phrase) || hasRole(phrase.lemma, 'empty')) return undefined;
  const { tokens } = line.sentence;
  const from = opening(line, phrase);
  let to = phrase.to;
  const items: readonly Item[] = line.parse.items;
  for (let i = (group?.item ?? Infinity) + 1; i + 1 < items.length; i += 2) {
    const [p, next] = [items[i]!, items[i + 1]!];
    if (p.type !== 'P' || !CHAIN.has(p.lemma) || next.type !== 'GROUP') break;
    if (next.phrases[0]?.pronoun || next.phrases[0]?.possessive) break;
    const end = partOf(next);
    if (
      end - from > LONGEST ||
      next.phrases.some((x) => isTime(tokens[x.head]!.norm) || /^\d+$/.test(x.lemma))
    )
      break;
    to = end;
    if (end < next.to) break;
  }
  const content = tokens.slice(from, to).filter((t) => t.word).length;
  return content >= 2 ? [from, to] : undefined;
}

/** A name of the lexicons is no new thing, unless it is what such events are called in general. */
const isName = ({ mention, lemma }: NounPhrase): boolean =>
  mention !== undefined && !(mention.label === 'Issue' && hasRole(lemma, 'event'));

/** Where the name begins: at a known owner, else after determiners, numbers and words that judge. */
function opening(line: Line, phrase: NounPhrase): number {
  const { tokens } = line.sentence;
  if (phrase.owner?.mention && phrase.owner.mention.kind !== 'unknown')
    return tokens[phrase.owner.from]!.norm === 'the' ? phrase.owner.from + 1 : phrase.owner.from;
  let from = phrase.owner ? phrase.owner.to + 1 : phrase.from;
  const idle = (i: number): boolean =>
    /^(?:DT|PRP\$|CD|RB|CC)$/.test(line.tagged[i]!.tag) || qualifies(tokens[i]!.norm, 'judging');
  while (from < phrase.head && idle(from)) from++;
  return from;
}

/** Of `X and Y and the Agreement` only the names: another event begins something else. */
function partOf(group: Group): number {
  const other = group.phrases.findIndex((p) => !p.mention && hasRole(p.lemma, 'event'));
  return other > 0 && group.phrases[0]!.mention ? group.phrases[other - 1]!.to : group.to;
}

/** `bombings that happened in Kabul`: where it was. */
function happened(line: Line, group: Group): Group | undefined {
  const clause = line.parse.clauses.find(
    (c) => c.link === 'rel' && c.subject?.item === group.item && HAPPENING.has(c.verb.lemma),
  );
  const place = clause?.prepositions.find((p) => p.prep === 'in' || p.prep === 'at')?.group;
  return place?.phrases.every((p) => p.mention) ? place : undefined;
}
