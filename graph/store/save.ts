import { byCodeUnit } from '../ids.ts';
import { applyDecisions } from '../identity/apply.ts';
import type { Applied } from '../identity/apply.ts';
import type { Identities } from '../identity/identities.ts';
import type { Edge, EntityLabel, EntityNode, Extraction } from '../model.ts';
import type { Run } from './backend.ts';
import { GraphError } from './errors.ts';
import type { Tally, View } from './merge.ts';
import { EMPTY_TALLY, countViews, merged, readTally, viewsById } from './merge.ts';
import * as q from './queries.ts';
import {
  edgeKeys,
  edgeProperties,
  entityProperties,
  isRare,
  mentionedEntity,
  originKey,
  statementProperties,
} from './records.ts';
import type { Digested, Properties } from './records.ts';

/** What one transaction did. */
export interface Written {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** Statements whose origin says something else now. */
  readonly removed: readonly string[];
}

/**
 * Of several extractions of the same statement or origin in one batch, only the last: as if they were saved one by one.
 */
export function lastOfEach(extractions: readonly Extraction[]): Extraction[] {
  const seen = new Set<string>();
  const kept = [...extractions].reverse().filter(({ statement: { id, origin } }) => {
    const known = seen.has(id) || (origin !== undefined && seen.has(`origin ${origin}`));
    seen.add(id);
    if (origin !== undefined) seen.add(`origin ${origin}`);
    return !known;
  });
  return kept.reverse();
}

/**
 * Splits a batch into transactions of at most about this many edges; an extraction is never split. Larger ones write an
 * entity that many statements name less often, and ask a server less often; much larger ones would hold up other work.
 */
export function chunks(extractions: readonly Extraction[], edges = 6000, statements = 100): Extraction[][] {
  const out: Extraction[][] = [];
  let size = Infinity;
  for (const x of extractions) {
    const last = out.at(-1);
    if (!last || size + x.edges.length > edges || last.length >= statements) {
      out.push([x]);
      size = x.edges.length;
    } else {
      last.push(x);
      size += x.edges.length;
    }
  }
  return out;
}

/** How many edges there are of each type. */
export function countTypes(edges: readonly Pick<Edge, 'type'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of edges) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Which of these are stored already, word for word. Reads only, so that saving again writes nothing. */
export async function unchangedIds(run: Run, extractions: readonly Digested[]): Promise<Set<string>> {
  const rows = await run(q.DIGESTS, { ids: extractions.map((x) => x.statement.id) });
  const stored = new Map(rows.map((r) => [r['id'], r]));
  return new Set(
    extractions
      .filter((x) => {
        const row = stored.get(x.statement.id);
        const { origin } = x.statement;
        return row?.['digest'] === x.digest && (origin === undefined || row['origin'] === origin);
      })
      .map((x) => x.statement.id),
  );
}

/** Saves a chunk inside one transaction, by what is decided about who is who. */
export async function saveChunk(
  run: Run,
  chunk: readonly Digested[],
  identities: Identities,
): Promise<Written> {
  const ids = chunk.map((x) => x.statement.id).sort(byCodeUnit);
  const stored = new Map(
    (await run(q.LOCK_STATEMENTS, { ids })).map((r) => [r['id'], r['digest'] ?? undefined]),
  );
  const moved = chunk.filter((x) => stored.get(x.statement.id) === x.digest);
  const fresh = chunk.filter((x) => !moved.includes(x));
  const replaced = fresh.filter((x) => stored.get(x.statement.id) !== undefined).map((x) => x.statement.id);
  // The bearers of one name may have no nodes yet that could be locked against a change of what was decided.
  if (fresh.some((x) => x.nodes.some((n) => identities.isApart(n.id)))) await run(q.LOCK_DECISIONS);
  const origins = chunk.flatMap(({ statement: { id, origin } }) =>
    origin === undefined ? [] : [{ id, origin, key: originKey(origin) }],
  );
  const successors = await run(q.SAME_ORIGIN, { rows: origins });
  const superseded = [...new Set(successors.map((r) => String(r['id'])))]
    .filter((id) => !ids.includes(id))
    .sort(byCodeUnit);
  if (superseded.length > 0) await run(q.LOCK_STATEMENTS, { ids: superseded });

  await run(q.WRITE_ORIGINS, { rows: origins });
  await rewrite(run, [...replaced, ...superseded], superseded, fresh.map(ready(identities)));
  const changed = new Set([...replaced, ...successors.map((r) => String(r['successor']))]);
  const replacing = fresh.filter((x) => changed.has(x.statement.id)).length;
  return {
    added: fresh.length - replacing,
    replaced: replacing,
    unchanged: moved.length,
    removed: superseded,
  };
}

/** Takes statements back inside one transaction. */
export async function removeStatements(run: Run, ids: readonly string[]): Promise<void> {
  await run(q.LOCK_STATEMENTS, { ids });
  await rewrite(run, ids, ids, []);
}

/** An extraction with what it says by the decisions. */
interface Ready extends Digested {
  readonly applied: Applied;
}
const ready =
  (identities: Identities) =>
  (x: Digested): Ready => ({ ...x, applied: applyDecisions(x, identities) });

/** Writes stored statements anew, inside one transaction, after something else was decided. */
export async function resaveChunk(
  run: Run,
  chunk: readonly Digested[],
  identities: Identities,
): Promise<void> {
  const ids = chunk.map((x) => x.statement.id).sort(byCodeUnit);
  await run(q.LOCK_STATEMENTS, { ids });
  await rewrite(run, ids, [], chunk.map(ready(identities)));
}

/** Takes back what `old` statements say, removes `gone` ones, and writes what `fresh` ones say. */
async function rewrite(
  run: Run,
  old: readonly string[],
  gone: readonly string[],
  fresh: readonly Ready[],
): Promise<void> {
  const before = old.length === 0 ? [] : await mentionedBy(run, old);
  if (old.length > 0) await run(q.DELETE_EDGES, { ids: old });
  if (gone.length > 0) await run(q.DELETE_STATEMENTS, { ids: gone });
  await writeEntities(run, before, fresh.flatMap(told));
  if (fresh.length === 0) return;
  await run(q.WRITE_STATEMENTS, {
    rows: fresh.map((x) => ({ id: x.statement.id, properties: statementProperties(x, x.applied.changes) })),
  });
  await writeEdges(run, fresh);
}

/** What one statement knows of an entity, by the id that it has in the graph. */
interface Told {
  readonly id: string;
  readonly views: readonly View[];
}

const told = ({ applied }: Ready): Told[] => together(applied.nodes);

/** An entity that a statement names under several ids is mentioned once. */
const together = (nodes: Applied['nodes']): Told[] =>
  [...viewsById(nodes)].map(([id, views]) => ({ id, views }));

async function mentionedBy(run: Run, ids: readonly string[]): Promise<Told[]> {
  const rows = await run(q.MENTIONED, { ids });
  const statements = new Map<unknown, { as: string; node: EntityNode }[]>();
  for (const row of rows) {
    const p = row['properties'] as Properties;
    const as = String(row['id']);
    const node = mentionedEntity(as, p);
    if (!node) continue;
    const list = statements.get(p['statement']);
    if (list) list.push({ as, node });
    else statements.set(p['statement'], [{ as, node }]);
  }
  return [...statements.values()].flatMap(together);
}

/** Brings the merged properties of all touched entities up to date and removes those that nothing mentions any more. */
async function writeEntities(run: Run, before: readonly Told[], now: readonly Told[]): Promise<void> {
  const ids = [...new Set([...before, ...now].map((n) => n.id))].sort(byCodeUnit);
  if (ids.length === 0) return;
  const locked = await run(q.LOCK_ENTITIES, { ids });
  const tallies = new Map<string, Tally>(locked.map((r) => [String(r['id']), readTally(r['tally'])]));
  const labels = new Map(locked.map((r) => [String(r['id']), r['labels'] as readonly string[]]));
  const add = ({ id, views }: Told, by: 1 | -1): unknown =>
    tallies.set(id, countViews(tallies.get(id) ?? EMPTY_TALLY, views, by));
  for (const one of before) add(one, -1);
  for (const one of now) add(one, 1);

  const dead = ids.filter((id) => tallies.get(id)?.total === 0);
  const alive = ids.filter((id) => !dead.includes(id));
  if (dead.length > 0) await run(q.DELETE_ENTITIES, { ids: dead });
  const rows: { id: string; properties: Properties }[] = [];
  const relabel = new Map<EntityLabel, string[]>();
  for (const id of alive) {
    const tally = tallies.get(id)!;
    const { label } = merged(id, tally);
    if (!labels.get(id)?.includes(label)) relabel.set(label, [...(relabel.get(label) ?? []), id]);
    rows.push({ id, properties: entityProperties(id, tally) });
  }
  if (rows.length > 0) await run(q.WRITE_ENTITIES, { rows });
  for (const [label, of] of relabel) await run(q.writeLabel(label), { ids: of });
}

/** Edges that one query can write. */
interface EdgeGroup {
  readonly cypher: string;
  readonly keys: readonly string[];
  readonly rows: (readonly unknown[])[];
}

async function writeEdges(run: Run, fresh: readonly Ready[]): Promise<void> {
  const groups = new Map<string, EdgeGroup>();
  for (const extraction of fresh) groupEdges(extraction, groups);
  for (const { cypher, rows } of groups.values()) {
    const [result] = await run(cypher, { rows });
    if (result?.['n'] !== rows.length) {
      throw new GraphError(
        'INTERNAL',
        `the store wrote ${String(result?.['n'])} of ${rows.length} edges and took them back`,
      );
    }
  }
}

function groupEdges({ statement, applied }: Ready, groups: Map<string, EdgeGroup>): void {
  const unmentioned = new Map(applied.nodes.map(({ node }) => [node.id, node]));
  const end = (id: string): q.End => (id === statement.id ? 'Statement' : 'Entity');
  for (const { edge, read } of applied.edges) {
    const { source, target, type } = edge;
    const named = read.target ?? target;
    const mentioned = type === 'MENTIONS' ? unmentioned.get(named) : undefined;
    if (mentioned) unmentioned.delete(named);
    const properties = edgeProperties(edge, statement, mentioned, read);
    const [from, to, rare] = [end(source), end(target), isRare(type, properties)];
    const kind = `${type} ${from} ${to} ${rare}`;
    let group = groups.get(kind);
    if (!group) {
      const keys = edgeKeys(type, rare);
      group = { cypher: q.createEdges(type, from, to, keys), keys, rows: [] };
      groups.set(kind, group);
    }
    group.rows.push([source, target, ...group.keys.map((key) => properties[key] ?? null)]);
  }
}
