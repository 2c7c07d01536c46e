import { ENTITY_LABELS, RELATIONS, UNDIRECTED, isActor } from '../../graph/model.ts';
import type { EdgeType, EntityLabel, Extraction, Relation } from '../../graph/model.ts';
import { likeness } from './names.ts';
import { tally } from './tally.ts';
import type { Tally } from './tally.ts';

/** A document's graph as annotated by hand, see ontology.md. */
export interface GoldGraph {
  readonly document: string;
  readonly nodes: readonly {
    id: string;
    type: EntityLabel;
    name: string;
    aliases?: string[];
    arguable?: boolean;
  }[];
  readonly edges: readonly { source: string; type: EdgeType; target: string; arguable?: boolean }[];
}

/** `relations` join actors, `stances` are towards an issue or event; `country` sees the countries behind the actors. */
export const LEVELS = ['relations', 'stances', 'structure', 'country'] as const;
export type Level = (typeof LEVELS)[number];

/** One edge found, and whether the annotation has it. An arguable one is neither right nor wrong. */
export interface Judged {
  readonly level: Level;
  readonly key: string;
  readonly type: EdgeType;
  readonly confidence: number;
  readonly verdict: 'right' | 'wrong' | 'arguable';
}
export interface Missed {
  readonly level: Level;
  readonly key: string;
  readonly type: EdgeType;
}
export interface DocumentScore {
  readonly document: string;
  readonly nodes: Readonly<Record<EntityLabel, Tally>>;
  readonly levels: Readonly<Record<Level, Tally>>;
  readonly found: readonly Judged[];
  readonly missed: readonly Missed[];
  readonly quotes: { readonly verbatim: number; readonly all: number };
}

interface Tie {
  readonly source: string;
  readonly type: EdgeType;
  readonly target: string;
  readonly confidence: number;
  readonly arguable: boolean;
}

const FIFTEEN: ReadonlySet<string> = new Set<Relation>(RELATIONS);
const STRUCTURE: ReadonlySet<string> = new Set(['REPRESENTS', 'MEMBER_OF', 'PARTICIPATED_IN', 'LOCATED_IN']);
/** How alike two names must be for one thing: long descriptions of events and issues vary. */
const ALIKE: Readonly<Record<EntityLabel, number>> = {
  Person: 0.66,
  Country: 0.8,
  Organization: 0.8,
  Event: 0.6,
  Issue: 0.6,
  Place: 0.8,
};

/** Compares what was extracted from a document with its annotation. */
export function scoreDocument(gold: GoldGraph, { statement, nodes, edges }: Extraction): DocumentScore {
  const names = align(gold, nodes);
  const labels = new Map<string, EntityLabel>(gold.nodes.map((n) => [n.id, n.type]));
  for (const n of nodes) if (!names.has(n.id)) labels.set(`?${n.id}`, n.label);
  const known = (id: string): string => names.get(id) ?? `?${id}`;
  const found = edges
    .map((e) => ({ ...e, source: known(e.source), target: known(e.target), arguable: false }))
    .filter((e) => labels.has(e.source) && labels.has(e.target));
  const annotated = gold.edges.map((e) => ({ ...e, confidence: 1, arguable: e.arguable ?? false }));
  const judged = LEVELS.map((level) => judge(level, annotated, found, labels));
  const quotes = edges.filter((e) => FIFTEEN.has(e.type));
  return {
    document: gold.document,
    nodes: scoreNodes(gold, nodes, names),
    levels: Object.fromEntries(LEVELS.map((level, n) => [level, countsOf(judged[n]!)])) as Record<
      Level,
      Tally
    >,
    found: judged.flatMap((j) => j.found),
    missed: judged.flatMap((j) => j.missed),
    quotes: {
      verbatim: quotes.filter((e) => e.quote !== '' && statement.text.includes(e.quote)).length,
      all: quotes.length,
    },
  };
}

/** Which annotated node each extracted one is: the likeliest pairs first, each node once. */
function align(gold: GoldGraph, nodes: Extraction['nodes']): Map<string, string> {
  const pairs = gold.nodes.flatMap((g) =>
    nodes
      .filter((n) => n.label === g.type)
      .map((n) => ({
        gold: g.id,
        node: n.id,
        like: likeness([g.name, ...(g.aliases ?? [])], [n.name, ...n.aliases]),
        label: n.label,
      }))
      .filter((p) => p.like >= ALIKE[p.label]),
  );
  const out = new Map<string, string>();
  const taken = new Set<string>();
  for (const pair of pairs.sort((a, b) => b.like - a.like)) {
    if (out.has(pair.node) || taken.has(pair.gold)) continue;
    out.set(pair.node, pair.gold);
    taken.add(pair.gold);
  }
  return out;
}

function scoreNodes(
  gold: GoldGraph,
  nodes: Extraction['nodes'],
  names: ReadonlyMap<string, string>,
): Record<EntityLabel, Tally> {
  const arguable = new Set(gold.nodes.filter((n) => n.arguable).map((n) => n.id));
  const out = Object.fromEntries(ENTITY_LABELS.map((l) => [l, tally()])) as Record<EntityLabel, Tally>;
  for (const n of nodes) {
    const match = names.get(n.id);
    if (match === undefined) out[n.label].wrong++;
    else if (!arguable.has(match)) out[n.label].right++;
  }
  const matched = new Set(names.values());
  for (const g of gold.nodes) if (!g.arguable && !matched.has(g.id)) out[g.type].missed++;
  return out;
}

interface LevelJudgement {
  readonly found: Judged[];
  readonly missed: Missed[];
}

function judge(
  level: Level,
  annotated: readonly Tie[],
  found: readonly Tie[],
  labels: ReadonlyMap<string, EntityLabel>,
): LevelJudgement {
  const home = level === 'country' ? homes([...annotated, ...found], labels) : new Map<string, string>();
  const lift = (id: string): string => home.get(id) ?? id;
  const keyed = (ties: readonly Tie[]): Map<string, Tie> => {
    const out = new Map<string, Tie>();
    for (const tie of ties) {
      if (!belongs(level, tie, labels)) continue;
      const [a, b] = [lift(tie.source), lift(tie.target)];
      if (level === 'country' && a === b) continue;
      const key = UNDIRECTED.has(tie.type) && b < a ? `${b} ${tie.type} ${a}` : `${a} ${tie.type} ${b}`;
      const there = out.get(key);
      // Of one and the same edge said twice the surer one counts; it is arguable only if it always is.
      out.set(
        key,
        there
          ? {
              ...there,
              confidence: Math.max(there.confidence, tie.confidence),
              arguable: there.arguable && tie.arguable,
            }
          : tie,
      );
    }
    return out;
  };
  const [gold, predicted] = [keyed(annotated), keyed(found)];
  return {
    found: [...predicted].map(([key, { type, confidence }]) => {
      const there = gold.get(key);
      return {
        level,
        key,
        type,
        confidence,
        verdict: !there ? 'wrong' : there.arguable ? 'arguable' : 'right',
      };
    }),
    missed: [...gold]
      .filter(([key, tie]) => !tie.arguable && !predicted.has(key))
      .map(([key, { type }]) => ({ level, key, type })),
  };
}

function belongs(
  level: Level,
  { source, type, target }: Tie,
  labels: ReadonlyMap<string, EntityLabel>,
): boolean {
  if (level === 'structure') return STRUCTURE.has(type);
  if (!FIFTEEN.has(type) || !isActor(labels.get(source)!)) return false;
  return isActor(labels.get(target)!) === (level !== 'stances');
}

/** The country (else the body) that each person stands for. */
function homes(ties: readonly Tie[], labels: ReadonlyMap<string, EntityLabel>): Map<string, string> {
  const out = new Map<string, string>();
  for (const { type, source, target } of ties) {
    if (type !== 'REPRESENTS') continue;
    const there = out.get(source);
    const better = labels.get(target) === 'Country' && there !== undefined && labels.get(there) !== 'Country';
    if (there === undefined || better) out.set(source, target);
  }
  return out;
}

const countsOf = ({ found, missed }: LevelJudgement): Tally => ({
  right: found.filter((f) => f.verdict === 'right').length,
  wrong: found.filter((f) => f.verdict === 'wrong').length,
  missed: missed.length,
});
