import { ENTITY_LABELS } from '../model.ts';
import type { Edge, EdgeType, EntityNode, Extraction } from '../model.ts';
import { byCodeUnit, byId } from '../ids.ts';
import type { Backend, Row } from './backend.ts';
import * as q from './queries.ts';
import { digest, edgesOf, entityOf, mentionedEntity, toStatement, toSummary } from './records.ts';
import type { Properties } from './records.ts';
import { chunks, lastOfEach, removeStatements, saveChunk, unchangedIds } from './save.ts';
import { rank, words } from './search.ts';
import type { GraphStore, SaveReport, Stats, Subgraph, SubgraphFilter } from './store.ts';
import { lookUp, streamAll, streamPart } from './stream.ts';
import { countTies, edgesByRef, evidenceOf, nodesById } from './ties.ts';
import { checkExtraction, checkQuery } from './validate.ts';

/** The store of a database that speaks Cypher: all that is the same whichever database it is. */
export function createCypherStore(db: Backend): GraphStore {
  return {
    kind: db.kind,
    capabilities: db.capabilities,
    ping: () => db.ping(),
    save: (extractions) => save(db, extractions),
    deleteStatement: (id) => deleteStatement(db, id),
    getNode: async (id) => entityOf((await db.read(q.ENTITY, { id }))[0]),
    getEdge: async (id) => edgesOf(await db.read(q.EDGE, { id }))[0],
    getStatement: (id) => getStatement(db, id),
    listStatements: async (page) => {
      const [count] = await db.read(q.STATEMENT_COUNT);
      const items = await db.read(q.STATEMENTS, { limit: page.limit, offset: page.offset });
      return { items: items.map(toSummary), total: Number(count?.['total'] ?? 0) };
    },
    neighbours: (id, { limit, types }) => neighbours(db, id, limit, q.betweenEntities(types)),
    subgraph: (filter) => subgraph(db, filter),
    ties: (filter) => countTies(db, filter),
    evidence: (ties, filter) => evidenceOf(db, ties, filter),
    edges: (refs) => edgesByRef(db, refs),
    nodes: (ids) => nodesById(db, ids),
    search: async (text, { limit, labels }) => {
      const question = [...new Set(words(text))];
      if (question.length === 0 || limit < 1) return [];
      return rank(text, await db.candidates(question, labels?.length ? labels : ENTITY_LABELS), limit);
    },
    query: async (cypher, parameters, limits) => {
      checkQuery(cypher);
      return db.query(cypher, parameters, limits);
    },
    stream: (filter) => (filter === undefined ? streamAll(db) : streamPart(db, filter)),
    lookUp: (ids) => lookUp(db, ids),
    stats: () => stats(db),
    schema: async () => {
      const { statements, nodes, edges } = await stats(db);
      const labels = [...Object.keys(nodes), ...(statements > 0 ? ['Statement'] : [])];
      if (Object.keys(nodes).length > 0) labels.push('Entity');
      const keys = (await db.read(q.PROPERTY_KEYS)).map((r) => String(r['key']));
      return {
        labels: labels.sort(byCodeUnit),
        relationshipTypes: Object.keys(edges),
        propertyKeys: keys.filter((k) => !k.startsWith('_')).sort(byCodeUnit),
      };
    },
    close: () => db.close(),
  };
}

async function save(db: Backend, extractions: readonly Extraction[]): Promise<SaveReport> {
  const all = chunks(extractions);
  // All are checked before the first is written. The pauses let others work while a large batch is checked.
  for (const chunk of all) {
    chunk.forEach(checkExtraction);
    await pause();
  }
  const last = lastOfEach(extractions);
  const report = { added: 0, replaced: 0, unchanged: extractions.length - last.length };
  for (const chunk of chunks(last)) {
    const digested = chunk.map((x) => ({ ...x, digest: digest(x) }));
    const same = await unchangedIds(db.read, digested);
    const changed = digested.filter((x) => !same.has(x.statement.id));
    report.unchanged += same.size;
    if (changed.length === 0) continue;
    const written = await db.write((run) => saveChunk(run, changed));
    report.added += written.added;
    report.replaced += written.replaced;
    report.unchanged += written.unchanged;
  }
  const sum = (f: (x: Extraction) => number): number => last.reduce((n, x) => n + f(x), 0);
  return { ...report, nodes: sum((x) => x.nodes.length), edges: sum((x) => x.edges.length) };
}

const pause = (): Promise<void> => new Promise((next) => setImmediate(next));

async function deleteStatement(db: Backend, id: string): Promise<boolean> {
  if ((await db.read(q.STATEMENT, { id })).length === 0) return false;
  await db.write((run) => removeStatements(run, [id]));
  return true;
}

async function getStatement(db: Backend, id: string): Promise<Extraction | undefined> {
  const [row] = await db.read(q.STATEMENT, { id });
  if (!row) return undefined;
  const rows = await db.read(q.STATEMENT_EDGES, { id });
  const nodes = rows.flatMap((r) =>
    r['type'] === 'MENTIONS'
      ? (mentionedEntity(String(r['target']), r['properties'] as Properties) ?? [])
      : [],
  );
  return {
    statement: toStatement(row['properties'] as Properties),
    nodes: nodes.sort(byId),
    edges: [...edgesOf(rows)].sort(byId),
  };
}

async function neighbours(
  db: Backend,
  id: string,
  limit: number,
  types: readonly EdgeType[],
): Promise<Subgraph | undefined> {
  const node = entityOf((await db.read(q.ENTITY, { id }))[0]);
  if (!node) return undefined;
  if (types.length === 0) return { nodes: [node], edges: [], totalEdges: 0 };
  const [count] = await db.read(q.neighbourCount(types), { id });
  const found = await db.read(q.neighbours(types), { id, limit });
  const rows = await byType(found, (type, of) => db.read(q.edgesBetween(type), { rows: of }));
  const order = new Map(found.map((r, i) => [r['id'], i]));
  const edges = [...edgesOf(rows)].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const nodes = await endsOf(db, edges, [id]);
  return { nodes, edges, totalEdges: Number(count?.['total'] ?? 0) };
}

/** The strongest ties first, each with all its evidence: a cut graph then shows what many statements say. */
async function subgraph(db: Backend, filter: SubgraphFilter): Promise<Subgraph> {
  const types = q.betweenEntities(filter.types);
  const labels = (filter.labels ?? []).filter((l) => l !== 'Statement');
  if (types.length === 0 || (filter.labels?.length && labels.length === 0))
    return { nodes: [], edges: [], totalEdges: 0 };
  const byLabel = labels.length > 0;
  const parameters = { from: filter.from ?? null, to: filter.to ?? null, labels, limit: filter.limit };
  const [count] = await db.read(q.filteredCount(types, byLabel), parameters);
  const ties: Row[] = [];
  let found = 0;
  for (const tie of await db.read(q.strongestTies(types, byLabel), parameters)) {
    if (found >= filter.limit) break;
    ties.push({ ...tie, rank: ties.length });
    found += Number(tie['n']);
  }
  const rows = await byType(ties, (type, of) => db.read(q.edgesOfTies(type), { ...parameters, rows: of }));
  const edges = rows
    .map((r) => ({ rank: Number(r['rank']), edge: edgesOf([r])[0]! }))
    .sort((a, b) => a.rank - b.rank || b.edge.confidence - a.edge.confidence || byId(a.edge, b.edge))
    .slice(0, filter.limit)
    .map((x) => x.edge);
  return { nodes: await endsOf(db, edges), edges, totalEdges: Number(count?.['total'] ?? 0) };
}

/** A type cannot be a parameter, so rows are asked for type by type. */
async function byType(
  rows: readonly Row[],
  read: (type: EdgeType, rows: readonly Row[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const groups = new Map<EdgeType, Row[]>();
  for (const row of rows) {
    const type = row['type'] as EdgeType;
    groups.set(type, [...(groups.get(type) ?? []), row]);
  }
  const out: Row[] = [];
  for (const [type, of] of groups) out.push(...(await read(type, of)));
  return out;
}

async function stats(db: Backend): Promise<Stats> {
  const counts = (rows: readonly Row[]): Record<string, number> =>
    Object.fromEntries(
      rows
        .map((r): [string, number] => [String(r['name']), Number(r['n'])])
        .filter(([, n]) => n > 0)
        .sort(([a], [b]) => byCodeUnit(a, b)),
    );
  const [statements] = await db.read(q.STATEMENT_COUNT);
  return {
    statements: Number(statements?.['total'] ?? 0),
    nodes: counts(await db.read(q.COUNT_LABELS)),
    edges: counts(await db.read(q.COUNT_TYPES)),
  };
}

async function endsOf(
  db: Backend,
  edges: readonly Edge[],
  more: readonly string[] = [],
): Promise<EntityNode[]> {
  const ids = [...new Set([...more, ...edges.flatMap((e) => [e.source, e.target])])].sort(byCodeUnit);
  if (ids.length === 0) return [];
  return (await db.read(q.ENTITIES, { ids })).map((r) => entityOf(r)!).sort(byId);
}
