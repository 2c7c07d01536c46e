import { byCodeUnit, byId } from '../ids.ts';
import type { Edge, EdgeType, EntityNode } from '../model.ts';
import type { Backend, Row } from './backend.ts';
import * as q from './queries.ts';
import { toEdge, toEntity } from './records.ts';
import type { Properties } from './records.ts';
import type { EdgeRef, TieCount, TieFilter, TieRef } from './store.ts';

const NODES_AT_ONCE = 5000;

/** @see GraphStore.ties */
export async function countTies(db: Backend, filter: TieFilter): Promise<readonly TieCount[]> {
  const types = q.ENTITY_EDGES.filter((type) => !filter.types?.length || filter.types.includes(type));
  const labels = (filter.labels ?? []).filter((label) => label !== 'Statement');
  if (types.length === 0 || (filter.labels?.length && labels.length === 0)) return [];
  const rows = await db.read(q.tiesByYear(types, labels.length > 0), { ...dates(filter), labels });
  return rows.map(toTieCount).sort(byTie);
}

const dates = ({ from, to }: TieFilter): Row => ({ from: from ?? null, to: to ?? null });

const toTieCount = (row: Row): TieCount => ({
  type: row['type'] as EdgeType,
  source: String(row['source']),
  target: String(row['target']),
  year: String(row['year']),
  edges: Number(row['n']),
});

const byTie = (a: TieCount, b: TieCount): number =>
  byCodeUnit(a.source, b.source) ||
  byCodeUnit(a.target, b.target) ||
  byCodeUnit(a.type, b.type) ||
  byCodeUnit(a.year, b.year);

/** @see GraphStore.evidence */
export async function evidenceOf(
  db: Backend,
  ties: readonly TieRef[],
  filter: TieFilter,
): Promise<readonly Edge[]> {
  const found: Row[] = [];
  for (const [type, rows] of byType(ties)) {
    const ranked = rows.map((row, rank) => ({ source: row.source, target: row.target, rank }));
    found.push(...(await db.read(q.edgesOfTies(type), { ...dates(filter), rows: ranked })));
  }
  return found
    .map((row) => ({ edge: edgeOf(row), date: dateOf(row) }))
    .sort((a, b) => byCodeUnit(a.date, b.date) || byId(a.edge, b.edge))
    .map(({ edge }) => edge);
}

/** @see GraphStore.edges */
export async function edgesByRef(db: Backend, refs: readonly EdgeRef[]): Promise<readonly Edge[]> {
  const edges: Edge[] = [];
  for (const [type, rows] of byType(refs)) {
    const asked = rows.map(({ id, source, target }) => ({ id, source, target }));
    edges.push(...(await db.read(q.edgesBetween(type), { rows: asked })).map(edgeOf));
  }
  return edges.sort(byId);
}

/** @see GraphStore.nodes */
export async function nodesById(db: Backend, ids: Iterable<string>): Promise<readonly EntityNode[]> {
  const wanted = [...new Set(ids)].sort(byCodeUnit);
  const nodes: EntityNode[] = [];
  for (let at = 0; at < wanted.length; at += NODES_AT_ONCE) {
    const rows = await db.read(q.ENTITIES, { ids: wanted.slice(at, at + NODES_AT_ONCE) });
    nodes.push(
      ...rows.map((row) => toEntity(row['properties'] as Properties, row['labels'] as readonly string[])),
    );
  }
  return nodes.sort(byId);
}

/** A type cannot be a parameter, so rows are asked for type by type. */
function byType<T extends { readonly type: EdgeType }>(
  rows: readonly T[],
): ReadonlyMap<EdgeType, readonly T[]> {
  const groups = new Map<EdgeType, T[]>();
  for (const row of rows) {
    const group = groups.get(row.type);
    if (group) group.push(row);
    else groups.set(row.type, [row]);
  }
  return groups;
}

/** Of the edge, else of its statement; what is undated comes last. */
const dateOf = (row: Row): string => String((row['properties'] as Properties)['_date'] ?? '~');

const edgeOf = ({ type, source, target, properties }: Row): Edge =>
  toEdge({ type, source, target, properties });
