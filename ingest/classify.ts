import type { Relation } from '../graph/model.ts';
import { knowledge } from './knowledge/knowledge.ts';
import { readLine } from './pipeline.ts';
import { Identities } from './stages/identify.ts';
import { Matcher } from './stages/match.ts';
import type { Hit, Loose } from './stages/match.ts';
import { findPieces } from './stages/mentions.ts';
import { noFocus } from './stages/focus.ts';
import { Resolver } from './stages/resolve.ts';
import { UNDIRECTED } from '../graph/model.ts';
import { paragraphs, sentencesOf } from './text/sentences.ts';
import type { Sentence } from './text/sentences.ts';
import type { Mention } from './types.ts';

export interface Pair {
  readonly text: string;
  readonly source: string;
  readonly target: string;
}
export interface Classification {
  readonly type: Relation | null;
  readonly confidence: number;
  /** The frame or fall-back that decided, and on which words. */
  readonly why: string;
}

const SOURCE = 'given:source';
const TARGET = 'given:target';
const NONE: Classification = {
  type: null,
  confidence: 0,
  why: 'no frame joins the two, and no word of the sentence says a relation',
};
const COOPERATION = new Set<Relation>(['MET_WITH', 'SUPPORTS', 'COOPERATES_WITH', 'AIDS', 'YIELDS_TO']);
const DEEDS = new Set<Relation>(['PROTESTS', 'SANCTIONS', 'MOBILIZES_AGAINST', 'COERCES', 'ATTACKS']);

/**
 * Which relation holds from `source` to `target` in this sentence, by the same frames and clauses as extraction. Where no
 * frame joins the two, a looser reading decides and says so in `why`; `type` is null when nothing does.
 *
 * One sentence gets one type, so what extraction keeps as modality is read as PLOVER's codebook reads it: cooperation still
 * to come is AGREE and a hostile deed still to come THREATEN; cooperation denied is REJECT and a hostile deed ended YIELD.
 */
export function classify(pair: Pair): Classification {
  const readings = read(pair);
  for (const r of readings) {
    const hit = r.hits.filter((h) => joins(h) && type(h) !== null).sort((a, b) => b.fit - a.fit)[0];
    if (hit) return answer(hit, 0.9 * hit.fit, 'frame');
  }
  for (const r of readings) {
    const loose = looser(r);
    if (loose) return loose;
  }
  return NONE;
}

/** The one type of a relation with its mood. */
function type({
  frame,
  modality,
  negated,
}: Pick<Hit, 'frame' | 'modality'> & { negated?: boolean }): Relation | null {
  const { relation } = frame;
  if (relation === null || relation === 'DISCUSSES') return null;
  if (negated)
    return DEEDS.has(relation)
      ? 'YIELDS_TO'
      : COOPERATION.has(relation) || relation === 'AGREES_WITH'
        ? 'REJECTS'
        : null;
  const future = modality === 'intended' || modality === 'hypothetical';
  if (future && COOPERATION.has(relation)) return 'AGREES_WITH';
  if (future && DEEDS.has(relation)) return 'THREATENS';
  return relation;
}

interface Reading {
  readonly matcher: Matcher;
  readonly hits: readonly Hit[];
}

function read({ text, source, target }: Pair): Reading[] {
  const k = knowledge();
  const [s, t] = [span(text, source), span(text, target)];
  const identities = new Identities(k, text, undefined);
  const out: Reading[] = [];
  for (const paragraph of paragraphs(text, 0)) {
    for (const sentence of sentencesOf(text, paragraph, out.length)) {
      const found = {
        tokens: sentence.tokens,
        pieces: findPieces(sentence.tokens, k, false),
        headline: false,
      };
      const named = identities.mentions(found);
      const given = [party(sentence, text, s, SOURCE, named), party(sentence, text, t, TARGET, named)].filter(
        (m) => m !== undefined,
      );
      const others = named.filter((m) => given.every((g) => m.to <= g.from || g.to <= m.from));
      const line = readLine(
        sentence,
        false,
        [...others, ...given].sort((a, b) => a.from - b.from),
        k,
      );
      const focus = noFocus();
      const matcher = new Matcher(
        line,
        new Resolver(
          line,
          focus,
          identities.entities,
          () => undefined,
          (id) => identities.entity(id),
        ),
        k.frames,
      );
      out.push({ matcher, hits: matcher.match(true) });
    }
  }
  return out;
}

/** Where the words of a party stand; without their case if need be. */
function span(text: string, words: string): readonly [number, number] {
  const at = text.indexOf(words);
  const start = at >= 0 ? at : text.toLowerCase().indexOf(words.toLowerCase());
  return start < 0 ? [-1, -1] : [start, start + words.length];
}

/** A party as a mention of its own, whatever the lexicons would make of its words. */
function party(
  sentence: Sentence,
  text: string,
  [start, end]: readonly [number, number],
  id: string,
  named: readonly Mention[],
): Mention | undefined {
  const from = sentence.tokens.findIndex((t) => t.end > start && t.start >= start);
  let to = from;
  while (to >= 0 && to < sentence.tokens.length && sentence.tokens[to]!.start < end) to++;
  if (start < 0 || from < 0 || to <= from) return undefined;
  const label = named.find((m) => m.from < to && from < m.to && m.label === 'Person')
    ? 'Person'
    : 'Organization';
  return { from, to, start, end, text: text.slice(start, end), kind: 'name', label, ids: [id] };
}

function joins(h: Hit): boolean {
  const forth = has(h.sources, SOURCE) && has(h.targets, TARGET);
  const back =
    UNDIRECTED.has(h.frame.relation as Relation) && has(h.sources, TARGET) && has(h.targets, SOURCE);
  return forth || back;
}
const has = (refs: Hit['sources'], id: string): boolean => refs.some((r) => r.ids.includes(id));

const answer = (
  found: Pick<Hit, 'frame' | 'modality'> & { negated?: boolean },
  confidence: number,
  how: string,
): Classification => ({
  type: type(found),
  confidence: Math.round(100 * confidence) / 100,
  why: `${how} ${found.frame.id}${found.negated ? ', negated' : found.modality === 'asserted' ? '' : `, ${found.modality}`}`,
});

/** No frame joins the two: what the source does at all, what is done to the target, then any word that says a relation. */
function looser({ matcher, hits }: Reading): Classification | undefined {
  const usable = hits.filter((h) => type(h) !== null && !h.frame.source.includes('voice'));
  const bySource = usable.find((h) => has(h.sources, SOURCE));
  if (bySource) return answer(bySource, 0.6, 'the source of');
  if (matcher.demands(SOURCE))
    return { type: 'CALLS_ON', confidence: 0.6, why: 'the source says what must be done' };
  const started = matcher.loose(SOURCE).find(usableFrame);
  if (started) return answer(started, 0.55, 'what the source does:');
  const done = usable.find((h) => has(h.targets, TARGET));
  if (done) return answer(done, 0.5, 'done to the target:');
  const word = matcher.words().find(usableFrame);
  return word && answer(word, 0.35, 'only a word of the sentence, by fall-back:');
}

const usableFrame = (l: Loose): boolean => type(l) !== null && !l.frame.source.includes('voice');
