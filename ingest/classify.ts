import type { Relation } from '../graph/model.ts';
import { knowledge } from './knowledge/knowledge.ts';
import { readLine } from './pipeline.ts';
import { Identities } from './stages/identify.ts';
import { Matcher } from './stages/match.ts';
import { evidence } from './stages/decide.ts';
import type { Hit } from './stages/match.ts';
import { findPieces } from './stages/mentions.ts';
import { noFocus } from './stages/focus.ts';
import { Resolver } from './stages/resolve.ts';
import { UNDIRECTED } from '../graph/model.ts';
import { paragraphs, sentencesOf } from './text/sentences.ts';
import type { Sentence } from './text/sentences.ts';
import type { Line, Mention } from './types.ts';

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
  const found = read(pair).flatMap((r) => [...joined(r), ...loose(r)]);
  const [best] = found.sort((a, b) => b.score - a.score);
  return best ? { type: best.type, confidence: best.confidence, why: best.why } : NONE;
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
  readonly source: Mention | undefined;
  readonly target: Mention | undefined;
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
      const parties = [
        party(sentence, text, s, SOURCE, named),
        party(sentence, text, t, TARGET, named),
      ].filter((m) => m !== undefined);
      const others = named.filter((m) => parties.every((g) => m.to <= g.from || g.to <= m.from));
      const line = readLine(
        sentence,
        false,
        [...others, ...parties].sort((a, b) => a.from - b.from),
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
      out.push({
        matcher,
        hits: matcher.match(true),
        source: given(line, SOURCE),
        target: given(line, TARGET),
      });
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
  const [first, last] = headOf(sentence.tokens, from, to);
  const label = named.find((m) => m.from < to && from < m.to && m.label === 'Person')
    ? 'Person'
    : 'Organization';
  const at = [sentence.tokens[first]!.start, sentence.tokens[last - 1]!.end] as const;
  return {
    from: first,
    to: last,
    start: at[0],
    end: at[1],
    text: text.slice(...at),
    kind: 'name',
    label,
    ids: [id],
  };
}

const given = (line: Line, id: string): Mention | undefined => line.mentions.find((m) => m.ids[0] === id);

/** The words of a party that stand for it: `envoys` of `envoys of South Ossetia`, `parts` of `in some parts of X`. */
function headOf(tokens: Sentence['tokens'], from: number, to: number): readonly [number, number] {
  let first = from;
  while (first < to - 1 && PREPOSITIONS.has(tokens[first]!.norm)) first++;
  let last = first + 1;
  while (last < to && !PREPOSITIONS.has(tokens[last]!.norm) && !/^[,(]$/.test(tokens[last]!.text)) last++;
  return [first, last];
}
const PREPOSITIONS = new Set(
  'of in on at from to with for by about against over under near between who which that'.split(' '),
);

function joins(h: Hit): boolean {
  const forth = has(h.sources, SOURCE) && has(h.targets, TARGET);
  const back =
    UNDIRECTED.has(h.frame.relation as Relation) && has(h.sources, TARGET) && has(h.targets, SOURCE);
  return forth || back;
}
const has = (refs: Hit['sources'], id: string): boolean => refs.some((r) => r.ids.includes(id));

interface Candidate extends Classification {
  readonly score: number;
}

/** Frames whose slots hold the two. */
function joined({ hits, source, target }: Reading): Candidate[] {
  return hits.filter(joins).flatMap((h) => {
    const t = type(h);
    if (t === null) return [];
    const p = {
      ...h,
      negated: h.negated === true,
      doers: h.sources,
      at: h.trigger[0],
      noun: h.phrase !== undefined,
    };
    return [
      {
        type: t,
        confidence: percent(0.9 * h.fit),
        why: `frame ${told(h)}`,
        score: JOINED * h.fit + evidence(p, source, target),
      },
    ];
  });
}

/** Predicates of the sentence whose slots do not hold the two: what speaks for each decides. */
function loose({ matcher, source, target }: Reading): Candidate[] {
  const predicates = matcher.predicates().flatMap((p) => {
    const t = type(p);
    if (t === null) return [];
    const score = evidence(p, source, target);
    return [
      {
        type: t,
        confidence: percent(0.3 + 0.05 * Math.max(0, score)),
        why: `by fall-back, ${told(p)}`,
        score,
      },
    ];
  });
  const demand: Candidate = {
    type: 'CALLS_ON',
    confidence: 0.6,
    why: 'the source says what must be done',
    score: 3.5,
  };
  return matcher.demands(SOURCE) ? [...predicates, demand] : predicates;
}

/** What a filled frame is worth against mere evidence. */
const JOINED = 5;

const percent = (n: number): number => Math.round(100 * Math.min(n, 0.9)) / 100;
const told = ({
  frame,
  modality,
  negated,
}: Pick<Hit, 'frame' | 'modality'> & { negated?: boolean }): string =>
  `${frame.id}${negated ? ', negated' : modality === 'asserted' ? '' : `, ${modality}`}`;
