import { entityId } from '../../graph/ids.ts';
import type { NounPhrase } from '../text/chunk.ts';
import type { Group, Item } from '../text/clauses.ts';
import type { Entity, Line, Referent } from '../types.ts';

/** Nouns of things that happen at a time; with a modifier they name an event. */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  'attack bombing strike airstrike assault offensive invasion raid shelling massacre killing assassination explosion blast war conflict battle coup election referendum vote resolution treaty agreement accord deal pact ceasefire truce summit conference meeting visit talk negotiation protest demonstration crackdown annexation cyberattack hijacking kidnapping execution trial ruling verdict decision plan initiative roadmap memorandum declaration incident launch test exercise withdrawal recognition ban detention dialogue'.split(
    ' ',
  ),
);
/** Heads that say nothing without what they are about. */
const EMPTY = new Set(
  'head director leader minister president chief deputy adviser ambassador mayor governor colleague counterpart astronaut soldier troop team expert force military army police government implementation comprehensive strength pleasure severity effort role commitment word statement position action step move measure way issue thing fact matter question point view time day year side part number kind sort lot use need desire willingness intention readiness hope concern opinion idea goal aim objective result progress work help support assistance condolence sympathy greeting thank congratulation request call appeal it this that people member one man woman child victim family individual person official comment remark claim allegation charge accusation report news conduct behaviour behavior act deed importance value fellow friend possibility opportunity intent determination resolve response reaction attempt'.split(
    ' ',
  ),
);
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
    const label = EVENT_NOUNS.has(phrase.lemma) ? 'Event' : 'Issue';
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
  if (phrase.pronoun || phrase.mention || EMPTY.has(phrase.lemma)) return undefined;
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
