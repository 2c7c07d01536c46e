import { ENTITY_LABELS } from '../model.ts';
import type { Extraction } from '../model.ts';
import { createKeeper } from '../columns/keeper.ts';
import type { Keeper } from '../columns/keeper.ts';
import { byCodeUnit, byId } from '../ids.ts';
import type { Backend, Row } from './backend.ts';
import { fetchEdges, fetchNodes } from './fetch.ts';
import { filteredOperations } from './filtered.ts';
import { listEdges, listStatements } from './listing.ts';
import * as q from './queries.ts';
import { digest, edgesOf, entityOf, mentionedEntity, toStatement } from './records.ts';
import type { Properties } from './records.ts';
import { chunks, lastOfEach, removeStatements, saveChunk, unchangedIds } from './save.ts';
import { rank, words } from './search.ts';
import type { GraphStore, SaveReport, Stats } from './store.ts';
import { lookUp, streamAll, streamPart } from './stream.ts';
import { checkExtraction, checkQuery } from './validate.ts';

/** The store of a database that speaks Cypher: all that is the same whichever database it is. */
export function createCypherStore(db: Backend): GraphStore {
  const keeper = createKeeper(db);
  return {
    kind: db.kind,
    capabilities: db.capabilities,
    ping: () => db.ping(),
    save: (extractions) => save(db, keeper, extractions),
    deleteStatement: (id) => deleteStatement(db, keeper, id),
    getNode: async (id) => entityOf((await db.read(q.ENTITY, { id }))[0]),
    getEdge: async (id) => edgesOf(await db.read(q.EDGE, { id }))[0],
    statementIds: async () => (await db.read(q.STATEMENT_IDS)).map((r) => String(r['id'])),
    getStatement: async (id) => (await getStatements(db, [id]))[0],
    getStatements: (ids) => getStatements(db, ids),
    digests: async ({ after, limit }) =>
      (await db.read(q.DIGESTS_AFTER, { after, limit })).map((r) => ({
        id: String(r['id']),
        digest: String(r['digest']),
      })),
    listStatements: (page) => listStatements(db, keeper, page),
    listEdges: (filter, page) => listEdges(db, keeper, filter, page),
    ...filteredOperations(db.read, keeper),
    edges: async (refs) => (await fetchEdges(db.read, refs)).sort(byId),
    nodes: (ids) => fetchNodes(db.read, ids),
    search: async (text, { limit, labels }) => {
      const question = [...new Set(words(text))];
      if (question.length === 0 || limit < 1) return [];
      return rank(text, await db.candidates(question, labels?.length ? labels : ENTITY_LABELS), limit);
    },
    query: async (cypher, parameters, limits) => {
      checkQuery(cypher);
      return db.query(cypher, parameters, limits);
    },
    stream: (filter) => (filter === undefined ? streamAll(db) : streamPart(db, keeper, filter)),
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
    procedures: () => db.procedures(),
    backup: (file) => db.backup(file),
    close: async () => {
      await keeper.close();
      await db.close();
    },
  };
}

async function save(db: Backend, keeper: Keeper, extractions: readonly Extraction[]): Promise<SaveReport> {
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
    keeper.changed(changed, written.removed);
    report.added += written.added;
    report.replaced += written.replaced;
    report.unchanged += written.unchanged;
  }
  const sum = (f: (x: Extraction) => number): number => last.reduce((n, x) => n + f(x), 0);
  return { ...report, nodes: sum((x) => x.nodes.length), edges: sum((x) => x.edges.length) };
}

const pause = (): Promise<void> => new Promise((next) => setImmediate(next));

async function deleteStatement(db: Backend, keeper: Keeper, id: string): Promise<boolean> {
  if ((await db.read(q.STATEMENT, { id })).length === 0) return false;
  await db.write((run) => removeStatements(run, [id]));
  keeper.changed([], [id]);
  return true;
}

async function getStatements(db: Backend, ids: readonly string[]): Promise<Extraction[]> {
  const found = await db.read(q.STATEMENTS_OF, { ids });
  if (found.length === 0) return [];
  const edges = new Map<unknown, Row[]>();
  for (const row of await edgesOfStatements(db, ids)) {
    const of = edges.get(row['statement']);
    if (of) of.push(row);
    else edges.set(row['statement'], [row]);
  }
  return found
    .map((row) => toStatement(row['properties'] as Properties))
    .map((statement) => extractionOf(statement, edges.get(statement.id) ?? []))
    .sort((a, b) => byId(a.statement, b.statement));
}

/** One statement's edges are found by its id, which a database may have an index for. */
const edgesOfStatements = async (db: Backend, ids: readonly string[]): Promise<readonly Row[]> => {
  const [id] = ids;
  if (ids.length > 1) return db.read(q.EDGES_OF_STATEMENTS, { ids });
  return (await db.read(q.STATEMENT_EDGES, { id })).map((row) => ({ ...row, statement: id }));
};

function extractionOf(statement: Extraction['statement'], rows: readonly Row[]): Extraction {
  const nodes = rows.flatMap((r) =>
    r['type'] === 'MENTIONS'
      ? (mentionedEntity(String(r['target']), r['properties'] as Properties) ?? [])
      : [],
  );
  return { statement, nodes: nodes.sort(byId), edges: [...edgesOf(rows)].sort(byId) };
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
