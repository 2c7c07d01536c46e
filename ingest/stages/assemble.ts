import { byCodeUnit, byId, edgeId } from '../../graph/ids.ts';
import { isActor } from '../../graph/model.ts';
import type { Edge, EdgeType, EntityNode, Extraction, Modality } from '../../graph/model.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Assertion, Document, Referent } from '../types.ts';
import type { Structural } from './structure.ts';
import type { Thing } from './things.ts';

const MOOD: Readonly<Record<Modality, number>> = {
  asserted: 1,
  intended: 0.92,
  urged: 0.8,
  hypothetical: 0.6,
};
/** How much less often a stance on an issue or event is right than a relation between actors, measured on annotated documents. */
const STANCE = 0.75;

/** Turns what was found into nodes and edges with stable ids, in order. */
export function assemble(
  doc: Document,
  assertions: readonly Assertion[],
  structural: readonly Structural[],
  things: readonly Thing[],
  issuers: readonly string[],
  extractor: string,
  k: Knowledge,
  home: (person: string) => string | undefined,
): Extraction {
  const edges = new Map<string, Edge>();
  const put = (edge: Edge): void => {
    const there = edges.get(edge.id);
    if (!there || edge.confidence > there.confidence) edges.set(edge.id, edge);
  };
  for (const a of assertions) for (const edge of assertionEdges(doc, a, extractor, k, home)) put(edge);
  for (const s of once(structural)) put(structuralEdge(doc, s, extractor));
  dropDiscussed(edges);
  const used = new Set(
    [...edges.values()].flatMap((e) => [e.source, e.target, ...(e.speaker ? [e.speaker] : [])]),
  );
  for (const id of named(doc)) used.add(id);
  for (const { id } of things) used.add(id);
  for (const edge of mentions(doc, used, things, assertions, extractor)) put(edge);
  for (const issuer of issuers) if (used.has(issuer)) put(issued(doc, issuer, extractor));
  const nodes = [...used].flatMap((id) => node(doc, id));
  return { statement: doc.statement, nodes: nodes.sort(byId), edges: [...edges.values()].sort(byId) };
}

/** What a state does against somebody, be it one who held its office. */
const AGAINST = new Set<string>(['COERCES', 'CALLS_ON', 'PROTESTS', 'ATTACKS', 'SANCTIONS', 'THREATENS']);

function assertionEdges(
  doc: Document,
  a: Assertion,
  extractor: string,
  k: Knowledge,
  home: (person: string) => string | undefined,
): Edge[] {
  const out: Edge[] = [];
  for (const source of a.sources) {
    for (const target of a.targets) {
      const [s, t] = [source.ids[0]!, target.ids[0]!];
      // A person and their own country are one side, unless the country acts against the person.
      const own = target.label === 'Person' && home(t) === s && !AGAINST.has(a.type);
      if (s === t || home(s) === t || own) continue;
      out.push(edge(doc, a, source, target, extractor, k));
    }
  }
  return out;
}

function edge(
  doc: Document,
  a: Assertion,
  source: Referent,
  target: Referent,
  extractor: string,
  k: Knowledge,
): Edge {
  const [s, t] = [source.ids[0]!, target.ids[0]!];
  const at = {
    statement: doc.statement.id,
    start: a.start,
    end: a.end,
    type: a.type as EdgeType,
    source: s,
    target: t,
  };
  const aim = isActor(target.label) ? 1 : STANCE;
  const confidence =
    Math.round(100 * Math.min(0.97, 0.98 * a.score * source.sure * target.sure * aim * MOOD[a.modality])) /
    100;
  return {
    id: edgeId(at),
    ...at,
    quote: doc.statement.text.slice(a.start, a.end),
    sourceText: source.text,
    targetText: target.text,
    trigger: a.trigger,
    modality: a.modality,
    confidence,
    context: contexts(a, t, k),
    extractor,
    why: {
      rule: a.rule,
      source: `${source.how} (${source.text})`,
      target: `${target.how} (${target.text})`,
      ...(a.notes.length > 0 && { notes: a.notes }),
    },
    ...(a.speaker && a.speaker !== s && { speaker: a.speaker }),
    ...(a.date && { date: a.date }),
  };
}

/** PLOVER contexts: of the issues that the sentence names, and of the target. */
function contexts(a: Assertion, target: string, k: Knowledge): string[] {
  const found = new Set(k.facts.get(target)?.contexts ?? []);
  for (const m of a.line.mentions) {
    if (m.label === 'Issue' && m.start >= a.start && m.end <= a.end)
      for (const c of k.facts.get(m.ids[0]!)?.contexts ?? []) found.add(c);
  }
  return [...found].sort(byCodeUnit);
}

function structuralEdge(doc: Document, s: Structural, extractor: string): Edge {
  const at = {
    statement: doc.statement.id,
    start: s.start,
    end: s.end,
    type: s.type as EdgeType,
    source: s.source,
    target: s.target,
  };
  return {
    id: edgeId(at),
    ...at,
    quote: doc.statement.text.slice(s.start, s.end),
    modality: s.modality,
    confidence: s.confidence,
    context: [],
    extractor,
    why: { rule: s.rule, source: 'named', target: 'named' },
    ...(s.date && { date: s.date }),
    ...(s.role && { role: s.role }),
    ...(s.from && { from: s.from }),
    ...(s.to && { to: s.to }),
  };
}

/** The first words that say a structural fact are enough. */
function once(structural: readonly Structural[]): Structural[] {
  const seen = new Map<string, Structural>();
  for (const s of structural) {
    const key = `${s.type} ${s.source} ${s.target}`;
    const there = seen.get(key);
    if (!there || s.confidence > there.confidence) seen.set(key, s);
  }
  return [...seen.values()];
}

/** DISCUSSES holds only where none of the fifteen does between the same two. */
function dropDiscussed(edges: Map<string, Edge>): void {
  const taken = new Set<string>();
  for (const e of edges.values()) if (e.type !== 'DISCUSSES') taken.add(`${e.source} ${e.target}`);
  for (const e of [...edges.values()])
    if (e.type === 'DISCUSSES' && taken.has(`${e.source} ${e.target}`)) edges.delete(e.id);
}

/** Entities that are nodes because the document names them. */
function named(doc: Document): Set<string> {
  return new Set(doc.lines.flatMap((l) => l.mentions.flatMap((m) => [...m.ids, ...(m.inner ?? [])])));
}

function mentions(
  doc: Document,
  used: ReadonlySet<string>,
  things: readonly Thing[],
  assertions: readonly Assertion[],
  extractor: string,
): Edge[] {
  const first = new Map<string, { readonly start: number; readonly end: number }>();
  for (const line of doc.lines) {
    for (const m of line.mentions) {
      for (const id of [...m.ids, ...(m.inner ?? []), ...(m.of ? [m.of] : []), ...(m.place ? [m.place] : [])])
        if (!first.has(id)) first.set(id, m);
    }
  }
  for (const thing of things) if (!first.has(thing.id)) first.set(thing.id, thing);
  for (const a of assertions)
    for (const t of a.targets)
      if (!first.has(t.ids[0]!) && t.start >= a.start && t.end <= a.end) first.set(t.ids[0]!, t);
  return [...used].flatMap((id) => {
    const m = first.get(id) ?? fallback(doc);
    return m ? [mentionEdge(doc, id, m.start, m.end, extractor)] : [];
  });
}

/** An event that the document describes without naming it is mentioned by its first sentence. */
const fallback = (doc: Document): { start: number; end: number } | undefined => {
  const line = doc.lines.find((l) => !l.headline) ?? doc.lines[0];
  return line && { start: line.sentence.start, end: line.sentence.end };
};

function mentionEdge(doc: Document, target: string, start: number, end: number, extractor: string): Edge {
  const at = {
    statement: doc.statement.id,
    start,
    end,
    type: 'MENTIONS' as const,
    source: doc.statement.id,
    target,
  };
  return {
    id: edgeId(at),
    ...at,
    quote: doc.statement.text.slice(start, end),
    modality: 'asserted',
    confidence: 1,
    context: [],
    extractor,
    why: { rule: 'mention', source: 'document', target: 'named' },
  };
}

function issued(doc: Document, issuer: string, extractor: string): Edge {
  const text = doc.statement.text;
  const end = Math.min(text.length, Math.max(1, text.indexOf('\n')));
  const at = {
    statement: doc.statement.id,
    start: 0,
    end,
    type: 'ISSUED' as const,
    source: issuer,
    target: doc.statement.id,
  };
  return {
    id: edgeId(at),
    ...at,
    quote: text.slice(0, end),
    modality: 'asserted',
    confidence: 0.9,
    context: [],
    extractor,
    why: { rule: 'issuer', source: 'header', target: 'document' },
  };
}

function node(doc: Document, id: string): EntityNode[] {
  const e = doc.entities.get(id);
  if (!e) return [];
  return [
    {
      id,
      label: e.label,
      name: e.name,
      aliases: [...e.aliases].filter((a) => a !== e.name).sort(byCodeUnit),
      ...(e.kind && { kind: e.kind }),
      ...(e.date && { date: e.date }),
      ...(e.country && { country: e.country }),
    },
  ];
}
