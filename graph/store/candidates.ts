import type { Snapshot } from '../columns/keeper.ts';
import { NONE } from '../columns/table.ts';
import { COMPARED } from '../identity/candidates.ts';
import type { Candidate, Candidates, Home } from '../identity/candidates.ts';
import { byCodeUnit } from '../ids.ts';
import { EDGE_TYPES, ENTITY_LABELS } from '../model.ts';
import type { Edge, EdgeType } from '../model.ts';
import type { Row, Run } from './backend.ts';
import { fetchEdges } from './fetch.ts';
import type { EdgeKey } from './fetch.ts';
import * as q from './queries.ts';
import { edgesOf, toSummary } from './records.ts';
import type { Examples } from './store.ts';

/** @see GraphStore.identityCandidates */
export async function readCandidates(read: Run, { table }: Snapshot): Promise<Candidates> {
  const homes = homesOf([...(await read(q.PERSON_HOMES)), ...(await read(q.BODY_HOMES))]);
  const years = yearsOf(table);
  const candidates: Candidate[] = [];
  for (const label of COMPARED) {
    for (const row of await read(q.namesOf(label))) {
      const id = String(row['id']);
      const active = years.get(table.nodes.find(id) ?? NONE);
      candidates.push({
        id,
        label,
        name: String(row['name']),
        aliases: (row['aliases'] ?? []) as readonly string[],
        mentions: Number(row['mentions'] ?? 0),
        homes: homes.get(id) ?? countryOf(row['country']),
        ...(active ? { years: active } : {}),
      });
    }
  }
  return { candidates: candidates.sort((a, b) => byCodeUnit(a.id, b.id)), tied: tiedPairs(table) };
}

const countryOf = (code: unknown): Home[] =>
  typeof code === 'string' && code !== ''
    ? [{ id: `country:${code}`, name: code, statements: 1, roles: [] }]
    : [];

function homesOf(rows: readonly Row[]): Map<string, Home[]> {
  const homes = new Map<
    string,
    Map<string, { name: string; statements: Set<unknown>; roles: Set<string> }>
  >();
  for (const row of rows) {
    const [id, home] = [String(row['id']), String(row['home'])];
    const of =
      homes.get(id) ?? new Map<string, { name: string; statements: Set<unknown>; roles: Set<string> }>();
    homes.set(id, of);
    const known = of.get(home) ?? {
      name: String(row['name']),
      statements: new Set(),
      roles: new Set<string>(),
    };
    of.set(home, known);
    known.statements.add(row['statement']);
    if (typeof row['role'] === 'string') known.roles.add(row['role']);
  }
  const listed = (of: NonNullable<ReturnType<typeof homes.get>>): Home[] =>
    [...of]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, { name, statements, roles }]) => ({
        id,
        name,
        statements: statements.size,
        roles: [...roles].sort(byCodeUnit),
      }));
  return new Map([...homes].map(([id, of]) => [id, listed(of)]));
}

/** First and last year of the statements that say something of a node, by its place in the table. */
function yearsOf({
  edges,
  count,
  statementDate,
  dates,
}: Snapshot['table']): Map<number, readonly [number, number]> {
  const years = new Map<number, readonly [number, number]>();
  for (let row = 0; row < count; row++) {
    const said = statementDate[edges.statement[row]!] ?? NONE;
    if (said === NONE) continue;
    const year = Number(dates.at(said).slice(0, 4));
    if (!Number.isInteger(year)) continue;
    for (const end of [edges.source[row]!, edges.target[row]!]) {
      const [first, last] = years.get(end) ?? [year, year];
      if (year <= first || year >= last) years.set(end, [Math.min(first, year), Math.max(last, year)]);
    }
  }
  return years;
}

const COMPARED_LABELS: ReadonlySet<number> = new Set(COMPARED.map((label) => ENTITY_LABELS.indexOf(label)));

/** Two of a kind that an edge joins, each pair once. */
function tiedPairs({ edges, count, label, nodes }: Snapshot['table']): (readonly [string, string])[] {
  const seen = new Set<string>();
  const pairs: (readonly [string, string])[] = [];
  for (let row = 0; row < count; row++) {
    const [source, target] = [edges.source[row]!, edges.target[row]!];
    if (source === target || label[source] !== label[target] || !COMPARED_LABELS.has(label[source]!))
      continue;
    const key = source < target ? `${source} ${target}` : `${target} ${source}`;
    if (seen.has(key)) continue;
    seen.add(key);
    pairs.push([nodes.at(source), nodes.at(target)]);
  }
  return pairs;
}

/** @see GraphStore.examples */
export async function findExamples(
  read: Run,
  { table }: Snapshot,
  ids: readonly string[],
  each: number,
): Promise<Examples> {
  const keys = bestRows(table, ids, each);
  const fetched = new Map(
    (await fetchEdges(read, [...keys.values()].flat())).map((edge) => [edge.id, edge] as const),
  );
  const edges = new Map<string, readonly Edge[]>();
  for (const [id, of] of keys)
    edges.set(
      id,
      of.flatMap((key) => fetched.get(key.id) ?? []),
    );
  const bare = [...new Set(ids)].filter((id) => !edges.get(id)?.length).sort(byCodeUnit);
  for (const edge of edgesOf(bare.length === 0 ? [] : await read(q.MENTIONS_OF, { ids: bare })))
    edges.set(edge.target, [...(edges.get(edge.target) ?? []), edge]);
  for (const id of bare)
    edges.set(
      id,
      (edges.get(id) ?? [])
        .slice()
        .sort((a, b) => byCodeUnit(a.id, b.id))
        .slice(0, each),
    );
  const said = [...new Set([...edges.values()].flat().map((edge) => edge.statement))].sort(byCodeUnit);
  const page = { ids: said, limit: said.length, offset: 0, afterDate: null, afterId: '' };
  const statements = said.length === 0 ? [] : (await read(q.STATEMENTS_AMONG, page)).map(toSummary);
  return { edges, statements: statements.sort((a, b) => byCodeUnit(a.id, b.id)) };
}

/** Offices first, for they tell who somebody is; then what is most surely right. One pass over all edges. */
function bestRows(table: Snapshot['table'], ids: readonly string[], each: number): Map<string, EdgeKey[]> {
  const { edges, edgeIds, count, nodes } = table;
  const wanted = new Map<number, number[]>();
  for (const id of ids) {
    const at = nodes.find(id);
    if (at !== undefined) wanted.set(at, []);
  }
  for (let row = 0; row < count; row++) {
    wanted.get(edges.source[row]!)?.push(row);
    if (edges.target[row] !== edges.source[row]) wanted.get(edges.target[row]!)?.push(row);
  }
  const office = EDGE_TYPES.indexOf('REPRESENTS');
  const order = (a: number, b: number): number =>
    Number(edges.type[b] === office) - Number(edges.type[a] === office) ||
    edges.confidence[b]! - edges.confidence[a]! ||
    byCodeUnit(edgeIds[a]!, edgeIds[b]!);
  const key = (row: number): EdgeKey => ({
    id: edgeIds[row]!,
    type: EDGE_TYPES[edges.type[row]!] as EdgeType,
    source: nodes.at(edges.source[row]!),
  });
  /** Different sentences tell more than one sentence twice. */
  const distinct = (rows: readonly number[]): number[] => {
    const quotes = new Set<number>();
    return rows.filter((row) => !quotes.has(edges.quote[row]!) && quotes.add(edges.quote[row]!));
  };
  return new Map(
    [...wanted].map(([at, rows]) => [nodes.at(at), distinct(rows.sort(order)).slice(0, each).map(key)]),
  );
}
