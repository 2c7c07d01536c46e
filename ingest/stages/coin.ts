import { entityId } from '../../graph/ids.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group, Item } from '../text/clauses.ts';
import type { Entity, Line, Referent } from '../types.ts';

const CHAIN = new Set(['of', 'on', 'against', 'for', 'in', 'to', 'by', 'with', 'between', 'at']);
const LONGEST = 9;

/**
 * Makes an issue or event of a noun phrase that a stance is about and no lexicon knows: `the mass detentions`,
 * `the deployment of offensive weapons`. A head alone, or one that says nothing, is no issue.
 */
export function coin(line: Line, group: Group, entities: Map<string, Entity>): Referent[] {
  return group.phrases.flatMap((phrase, n) => {
    const span = extent(line, phrase, n === group.phrases.length - 1 ? group : undefined);
    if (!span) return [];
    const label = hasRole(phrase.lemma, 'event') ? 'Event' : 'Issue';
    const { tokens } = line.sentence;
    const words = tokens.slice(span[0], span[1]);
    const name = words.map((t, i) => (i === 0 || t.glued ? '' : ' ') + t.text).join('');
    const id = entityId(label, name);
    if (!entities.has(id)) entities.set(id, { id, label, name, aliases: new Set() });
    return [
      {
        ids: [id],
        label,
        how: 'introduced by the wording',
        text: name,
        start: words[0]!.start,
        end: words.at(-1)!.end,
        sure: 0.8,
      },
    ];
  });
}

/** Token range of the phrase without its determiner, with the prepositional phrases that complete it. */
function extent(
  line: Line,
  phrase: NounPhrase,
  group: Group | undefined,
): readonly [number, number] | undefined {
  if (phrase.pronoun || phrase.mention || hasRole(phrase.lemma, 'empty')) return undefined;
  const { tokens } = line.sentence;
  let from = phrase.owner ? phrase.owner.to + 1 : phrase.from;
  while (
    from < phrase.head &&
    (line.tagged[from]!.tag === 'DT' || line.tagged[from]!.tag === 'PRP$' || line.tagged[from]!.tag === 'CD')
  )
    from++;
  if (phrase.owner?.mention && phrase.owner.mention.kind !== 'unknown') from = phrase.owner.from;
  if (tokens[from]?.norm === 'the') from++;
  let to = phrase.to;
  const items: readonly Item[] = line.parse.items;
  for (let i = (group?.item ?? Infinity) + 1; i + 1 < items.length; i += 2) {
    const [p, next] = [items[i]!, items[i + 1]!];
    if (
      p.type !== 'P' ||
      !CHAIN.has(p.lemma) ||
      next.type !== 'GROUP' ||
      next.to - from > LONGEST ||
      next.phrases[0]?.pronoun
    )
      break;
    if (isTime(next, line)) break;
    to = next.to;
  }
  const content = tokens.slice(from, to).filter((t) => t.word).length;
  return content >= 2 ? [from, to] : undefined;
}

const isTime = (group: Group, line: Line): boolean =>
  group.phrases.some((p) =>
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|\d+|week|month|year|day|today|yesterday)$/.test(
      line.sentence.tokens[p.head]!.norm,
    ),
  );
