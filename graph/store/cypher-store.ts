import { ENTITY_LABELS } from '../model.ts';
import type { Extraction } from '../model.ts';
import { createKeeper } from '../columns/keeper.ts';
import type { Keeper } from '../columns/keeper.ts';
import { byCodeUnit, byId } from '../ids.ts';
import type { Backend, Row } from './backend.ts';
import { GraphError } from './errors.ts';
import { fetchEdges, fetchNodes } from './fetch.ts';
import { filteredOperations } from './filtered.ts';
import { listEdges, listStatements } from './listing.ts';
import * as q from './queries.ts';
import { findExamples, readCandidates } from './candidates.ts';
import { decide, decidedIn, readExtractions } from './decide.ts';
import { createDecisionReader, writeByDecisions } from './decisions.ts';
import type { ReadDecisions } from './decisions.ts';
import { digest, edgesOf, entityOf } from './records.ts';
import { chunks, countTypes, lastOfEach, removeStatements, saveChunk, unchangedIds } from './save.ts';
import { rank, words } from './search.ts';
import type { GraphStore, SaveReport, Stats } from './store.ts';
import { lookUp, streamAll, streamPart } from './stream.ts';
import { checkExtraction, checkQuery } from './validate.ts';

/** The store of a database that speaks Cypher: all that is the same whichever database it is. */
export function createCypherStore(backend: Backend): GraphStore {
  const keeper = createKeeper(backend);
  const db = backend.capabilities.shared ? backend : mindful(backend, keeper);
  const decisions = createDecisionReader();
  return {
    kind: db.kind,
    capabilities: db.capabilities,
    ping: () => db.ping(),
    save: (extractions) => save(db, keeper, decisions, extractions),
    deleteStatement: (id) => deleteStatement(db, keeper, id),
    getNode: async (id) => {
      const found = entityOf((await db.read(q.ENTITY, { id }))[0]);
      if (found) return found;
      const now = (await decisions(db.read)).identities.of(id);
      return now === id ? undefined : entityOf((await db.read(q.ENTITY, { id: now }))[0]);
    },
    getEdge: async (id) => edgesOf(await db.read(q.EDGE, { id }))[0],
    statementIds: async () => (await db.read(q.STATEMENT_IDS)).map((r) => String(r['id'])),
    getStatement: async (id) => (await readExtractions(db.read, [id], 'decided'))[0],
    savedExtractions: (ids) => readExtractions(db.read, ids, 'saved'),
    identityCandidates: async () => readCandidates(db.read, await keeper.current()),
    examples: async (ids, each) => findExamples(db.read, await keeper.current(), ids, each),
    decisions: async () => (await decisions(db.read)).identities.decisions,
    decide: (given, withdrawn = []) => decide(db, keeper, given, withdrawn),
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
      checkQuery(cypher, parameters);
      return db.query(cypher, parameters, limits);
    },
    stream: (filter) => (filter === undefined ? streamAll(db) : streamPart(db, keeper, filter)),
    lookUp: (ids) => lookUp(db, ids),
    stats: () => stats(db),
    schema: async () => {
      const { statements, nodes, edges } = await stats(db);
      const labels = [...Object.keys(nodes), ...(statements > 0 ? ['Statement'] : [])];
      if (Object.keys(nodes).length > 0) labels.push('Entity');
      return {
        labels: labels.sort(byCodeUnit),
        relationshipTypes: Object.keys(edges),
        propertyKeys: await propertyKeys(db),
      };
    },
    propertyKeys: () => propertyKeys(db),
    procedures: () => db.procedures(),
    backup: (file) => db.backup(file),
    close: async () => {
      await keeper.close();
      await db.close();
    },
  };
}

/** A database that broke down while it wrote may have committed before it could say so. A shared one is asked anyway. */
const mindful = (db: Backend, keeper: Keeper): Backend => ({
  ...db,
  write: (work) =>
    db.write(work).catch((error: unknown) => {
      if (error instanceof GraphError && error.code === 'UNAVAILABLE') keeper.forget();
      throw error;
    }),
});

async function save(
  db: Backend,
  keeper: Keeper,
  decisions: ReadDecisions,
  extractions: readonly Extraction[],
): Promise<SaveReport> {
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
    const [written, identities] = await writeByDecisions(db, decisions, async (run, known) => {
      return [await saveChunk(run, changed, known.identities), known.identities] as const;
    });
    keeper.changed(changed.map(decidedIn(identities)), written.removed);
    report.added += written.added;
    report.replaced += written.replaced;
    report.unchanged += written.unchanged;
  }
  const edges = last.flatMap((x) => x.edges);
  const nodes = last.reduce((n, x) => n + x.nodes.length, 0);
  return { ...report, nodes, edges: edges.length, relations: countTypes(edges) };
}

const pause = (): Promise<void> => new Promise((next) => setImmediate(next));

async function deleteStatement(db: Backend, keeper: Keeper, id: string): Promise<boolean> {
  if ((await db.read(q.STATEMENT, { id })).length === 0) return false;
  await db.write((run) => removeStatements(run, [id]));
  keeper.changed([], [id]);
  return true;
}

async function propertyKeys(db: Backend): Promise<readonly string[]> {
  const keys = (await db.read(q.PROPERTY_KEYS)).map((r) => String(r['key']));
  return keys.filter((k) => !k.startsWith('_')).sort(byCodeUnit);
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
