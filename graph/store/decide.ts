import type { Keeper, Written } from '../columns/keeper.ts';
import { applyDecisions } from '../identity/apply.ts';
import type { Decision } from '../identity/decisions.ts';
import { bearersOf } from '../identity/identities.ts';
import type { Identities } from '../identity/identities.ts';
import { byId } from '../ids.ts';
import type { EntityNode, Extraction } from '../model.ts';
import type { Backend, Row, Run } from './backend.ts';
import { changedIds, writeDecisions } from './decisions.ts';
import { GraphError } from './errors.ts';
import { mergeViews } from './merge.ts';
import * as q from './queries.ts';
import { digest, edgesOf, mentionedEntity, stateOf, toReadEdge, toStatement } from './records.ts';
import type { Digested, Properties } from './records.ts';
import { resaveChunk } from './save.ts';
import type { DecideReport } from './store.ts';

/** Statements read and written at once. */
const CHUNK = 200;

/** @see GraphStore.decide */
export async function decide(
  db: Backend,
  keeper: Keeper,
  given: readonly Decision[],
  withdrawn: readonly Decision[],
): Promise<DecideReport> {
  if (given.length + withdrawn.length === 0) return { decided: 0, withdrawn: 0, statements: 0 };
  const { change, written } = await db.write(async (run) => {
    const change = await writeDecisions(run, given, withdrawn);
    const written = await resay(run, change);
    return { change, written };
  });
  keeper.changed(written.map(decidedIn(change.now)), []);
  return { decided: change.decided, withdrawn: change.withdrawn, statements: written.length };
}

/** Writes the statements anew that speak of somebody who is somebody else now; gives what they say as it was read. */
async function resay(
  run: Run,
  { before, now }: { before: Identities; now: Identities },
): Promise<Digested[]> {
  const ids = changedIds({ before, now });
  if (ids.length === 0) return [];
  const touched = [...new Set(ids.flatMap((id) => [id, before.of(id), now.of(id)]))].sort();
  // Whoever saves a statement about them waits, and sees what was decided; what was saved before is seen here.
  const labels = (await run(q.LOCK_ENTITIES, { ids: touched })).map(toLabelled);
  refuseMixture(now, labels);
  const found = await run(q.MENTIONING, { rows: await placesOf(run, before, ids) });
  const statements = [...new Set(found.map((r) => String(r['id'])))].sort();
  const all: Digested[] = [];
  for (let at = 0; at < statements.length; at += CHUNK) {
    const read = await readExtractions(run, statements.slice(at, at + CHUNK), 'saved');
    const changed = read
      .filter((x) => says(x, before) !== says(x, now))
      .map((x) => ({ ...x, digest: digest(x) }));
    if (changed.length > 0) await resaveChunk(run, changed, now);
    all.push(...changed);
  }
  await run(q.DELETE_UNSAID, { ids: touched });
  return all;
}

/** Where the statements that say these ids hang now, and by which id they were read. */
async function placesOf(
  run: Run,
  before: Identities,
  ids: readonly string[],
): Promise<{ readonly node: string; readonly read: string }[]> {
  const names = ids.filter((id) => before.isApart(id));
  const bearers =
    names.length === 0 ? [] : await run(q.BEARERS, { prefixes: names.map((name) => bearersOf(name)) });
  const all = [...new Set([...ids, ...bearers.map((r) => String(r['id']))])];
  return all.map((id) => ({ node: before.of(id), read: before.nameOf(id) }));
}

const says = (x: Extraction, identities: Identities): string => applyDecisions(x, identities).changes;

type Labelled = readonly [id: string, label: string | undefined];
const toLabelled = (row: Row): Labelled => [
  String(row['id']),
  (row['labels'] as readonly string[]).find((label) => label !== 'Entity'),
];

/** @throws GraphError INVALID when a person would become a country, or the like. */
function refuseMixture(now: Identities, labelled: readonly Labelled[]): void {
  const groups = new Map<string, Labelled>();
  for (const [id, label] of labelled) {
    if (label === undefined) continue;
    const [other, before] = groups.get(now.of(id)) ?? [id, label];
    groups.set(now.of(id), [other, before]);
    if (before !== label)
      throw new GraphError(
        'INVALID',
        `${id} is of the kind ${label} and ${other} of the kind ${String(before)}: they cannot be the same`,
      );
  }
}

/** What a statement says in the graph. */
export const decidedIn =
  (identities: Identities) =>
  (x: Digested): Written => {
    const applied = applyDecisions(x, identities);
    const state = stateOf(x.digest, applied.changes);
    if (applied.changes === '') return { ...x, state };
    return { ...x, state, nodes: mergeViews(applied.nodes), edges: applied.edges.map(({ edge }) => edge) };
  };

/** Statements with what they say, as it was saved or as it was decided; nodes and edges sorted by id. */
export async function readExtractions(
  run: Run,
  ids: readonly string[],
  as: 'saved' | 'decided',
): Promise<Extraction[]> {
  const found = await run(q.STATEMENTS_OF, { ids });
  if (found.length === 0) return [];
  const edges = new Map<unknown, Row[]>();
  for (const row of await edgesOfStatements(run, ids)) {
    const of = edges.get(row['statement']);
    if (of) of.push(row);
    else edges.set(row['statement'], [row]);
  }
  return found
    .map((row) => toStatement(row['properties'] as Properties))
    .map((statement) => extractionOf(statement, edges.get(statement.id) ?? [], as))
    .sort((a, b) => byId(a.statement, b.statement));
}

/** One statement's edges are found by its id, which a database may have an index for. */
const edgesOfStatements = async (run: Run, ids: readonly string[]): Promise<readonly Row[]> => {
  const [id] = ids;
  if (ids.length > 1) return run(q.EDGES_OF_STATEMENTS, { ids });
  return (await run(q.STATEMENT_EDGES, { id })).map((row) => ({ ...row, statement: id }));
};

function extractionOf(
  statement: Extraction['statement'],
  rows: readonly Row[],
  as: 'saved' | 'decided',
): Extraction {
  const named = rows.flatMap((r) => {
    if (r['type'] !== 'MENTIONS') return [];
    const node = mentionedEntity(String(r['target']), r['properties'] as Properties);
    return node ? [{ as: String(r['target']), node }] : [];
  });
  const nodes: EntityNode[] = as === 'saved' ? named.map(({ node }) => node).sort(byId) : mergeViews(named);
  const edges = as === 'saved' ? rows.map(toReadEdge) : edgesOf(rows);
  return { statement, nodes, edges: [...edges].sort(byId) };
}
