import { byId, edgeId, entityId, statementId } from '../../ids.ts';
import type { Edge, EdgeType, EntityLabel, EntityNode, Extraction } from '../../model.ts';
import { MODALITIES } from '../../model.ts';
import { ontology } from '../../ontology/ontology.ts';

export interface GenerateOptions {
  readonly nodes: number;
  /** Edges between entities; MENTIONS come on top. */
  readonly edges: number;
  readonly seed: number;
}

/** Shares of the labels among nodes, about as read from news: few countries, very many people. */
const SHARES: readonly (readonly [EntityLabel, number])[] = [
  ['Country', 0.01],
  ['Issue', 0.02],
  ['Place', 0.05],
  ['Organization', 0.12],
  ['Event', 0.2],
  ['Person', 0.6],
];
const SAYS: readonly (readonly [EdgeType, number])[] = [
  ['MET_WITH', 18],
  ['AGREES_WITH', 12],
  ['SUPPORTS', 16],
  ['COOPERATES_WITH', 8],
  ['AIDS', 4],
  ['YIELDS_TO', 1],
  ['CALLS_ON', 12],
  ['CONDEMNS', 14],
  ['REJECTS', 5],
  ['THREATENS', 3],
  ['SANCTIONS', 3],
  ['COERCES', 2],
  ['ATTACKS', 2],
];
const CLAIMS = 8;
const PUBLISHERS = 40;
const CODE_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** mulberry32: the same numbers from the same seed on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
type Random = () => number;

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
/** A few are named again and again, most hardly ever. */
const pickKnown = <T>(list: readonly T[], random: Random): T =>
  list[Math.floor(random() ** 3 * list.length)]!;

function pickWeighted<T>(list: readonly (readonly [T, number])[], random: Random): T {
  let left = random() * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of list) if ((left -= weight) < 0) return value;
  return list[0]![0];
}

/** Codes that ISO 3166 leaves to users (QMA, QMB, …, XAA, …), so that no real country is spoken of. */
const countryCode = (i: number): string =>
  `${'QX'[Math.floor(i / 676) % 2]}${CODE_LETTERS[Math.floor(i / 26) % 26]}${CODE_LETTERS[i % 26]}`;

function makeEntities(count: number): ReadonlyMap<EntityLabel, readonly EntityNode[]> {
  const left = new Map(SHARES.map(([label, share]) => [label, Math.max(1, Math.round(share * count))]));
  const others = [...left].reduce((sum, [label, n]) => (label === 'Person' ? sum : sum + n), 0);
  left.set('Person', Math.max(1, count - others));
  const countries = left.get('Country') ?? 1;
  const make = (label: EntityLabel, i: number): EntityNode => {
    const name = `${label} ${String(i).padStart(5, '0')}`;
    const home = countryCode((i * 7) % countries);
    if (label === 'Country')
      return { id: `country:${countryCode(i)}`, label, name, aliases: [], country: countryCode(i) };
    const base = { id: entityId(label, name), label, name, aliases: [`${label[0]}. ${i}`] };
    if (label === 'Event') return { ...base, kind: 'meeting', date: `${1990 + (i % 36)}-0${1 + (i % 9)}` };
    return label === 'Organization' || label === 'Place' ? { ...base, country: home } : base;
  };
  return new Map([...left].map(([label, n]) => [label, Array.from({ length: n }, (_, i) => make(label, i))]));
}

interface Claim {
  readonly source: EntityNode;
  readonly type: EdgeType;
  readonly target: EntityNode;
}

/** What one sentence says; `fresh` has not been named before and takes part if it can. */
function makeClaim(
  of: (label: EntityLabel) => readonly EntityNode[],
  fresh: EntityNode | undefined,
  random: Random,
): Claim {
  const actor = (): EntityNode =>
    pickKnown(
      of(
        pickWeighted([['Country', 6] as const, ['Person', 3] as const, ['Organization', 2] as const], random),
      ),
      random,
    );
  const source = fresh && ontology.labels[fresh.label]?.actor ? fresh : actor();
  if (fresh?.label === 'Event') return { source, type: 'PARTICIPATED_IN', target: fresh };
  if (fresh?.label === 'Place')
    return { source: fresh, type: 'LOCATED_IN', target: pickKnown(of('Country'), random) };
  if (fresh?.label === 'Issue') return { source, type: 'DISCUSSES', target: fresh };
  if (fresh?.label === 'Person' && random() < 0.5)
    return { source: fresh, type: 'REPRESENTS', target: pickKnown(of('Country'), random) };
  if (random() < 0.2)
    return {
      source,
      type: pick(['SUPPORTS', 'CONDEMNS', 'DISCUSSES'], random),
      target: pickKnown(of('Issue'), random),
    };
  let target = actor();
  while (target.id === source.id) target = actor();
  return { source, type: pickWeighted(SAYS, random), target };
}

const phraseOf = (type: EdgeType): string =>
  (ontology.relations[type] ?? ontology.structural[type])?.phrase ?? type;

function dateOf(random: Random): string {
  const year = 1990 + Math.floor(Math.sqrt(random()) * 36);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  return random() < 0.05 ? `${year}` : `${year}-${month}-${day}`;
}

function makeStatement(claims: readonly Claim[], issue: EntityNode, n: number, random: Random): Extraction {
  const sentences = claims.map(
    ({ source, type, target }) => `${source.name} ${phraseOf(type)} ${target.name}.`,
  );
  const text = [`Report ${n} on ${issue.name}.`, ...sentences].join('\n');
  const fields = {
    text,
    title: `Report ${n}`,
    date: dateOf(random),
    source: `Publisher ${Math.floor(random() ** 2 * PUBLISHERS)}`,
  };
  const statement = { id: statementId(fields), language: 'en', ...fields };
  const edge = (type: EdgeType, source: string, target: string, start: number, end: number): Edge => {
    const place = { statement: statement.id, start, end, type, source, target };
    const rule = `${type.toLowerCase()}.v`;
    return {
      id: edgeId(place),
      ...place,
      quote: text.slice(start, end),
      modality: pickWeighted(
        MODALITIES.map((m, i) => [m, 8 / (1 + i * i)] as const),
        random,
      ),
      confidence: Math.round((0.5 + 0.45 * random()) * 100) / 100,
      context: [],
      extractor: 'generated 1',
      why: { rule, source: 'named', target: 'named' },
      ...(random() < 0.3 && type in ontology.relations ? { speaker: claims[0]!.source.id } : {}),
      ...(random() < 0.3 ? { date: dateOf(random) } : {}),
    };
  };
  let at = text.indexOf('\n') + 1;
  const said = claims.map(({ source, type, target }, i) => {
    const start = at;
    at += sentences[i]!.length + 1;
    return edge(type, source.id, target.id, start, at - 1);
  });
  const nodes = [
    ...new Map([issue, ...claims.flatMap((c) => [c.source, c.target])].map((x) => [x.id, x])).values(),
  ].sort(byId);
  const mentions = nodes.map((node) =>
    edge(
      'MENTIONS',
      statement.id,
      node.id,
      text.indexOf(node.name),
      text.indexOf(node.name) + node.name.length,
    ),
  );
  return { statement, nodes, edges: [...said, ...mentions].sort(byId) };
}

/**
 * Statements of a made-up world of the shape that real ones have: few actors in most edges, most nodes in one or two;
 * no real country or person is in it. The same options give the same statements.
 */
export function* generate({ nodes, edges, seed }: GenerateOptions): Generator<Extraction> {
  const random = createRandom(seed);
  const entities = makeEntities(nodes);
  const of = (label: EntityLabel): readonly EntityNode[] => entities.get(label) ?? [];
  const unseen = [...entities.values()].flat();
  for (let n = 0, made = 0; made < edges; n++) {
    const claims: Claim[] = [];
    const used = new Set<string>();
    while (claims.length < CLAIMS && made < edges) {
      // Spread over all edges, so that every node is named by the end.
      const fresh = unseen.length > ((edges - made - 1) / edges) * nodes ? unseen.pop() : undefined;
      const claim = makeClaim(of, fresh, random);
      const key = `${claim.source.id} ${claim.type} ${claim.target.id}`;
      if (used.has(key)) continue;
      used.add(key);
      claims.push(claim);
      made += 1;
    }
    yield makeStatement(claims, pickKnown(of('Issue'), random), n, random);
  }
}
