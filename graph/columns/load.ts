import type { EntityLabel } from '../model.ts';
import type { Row, Rows, Run } from '../store/backend.ts';
import * as q from '../store/queries.ts';
import { isEntityLabel } from '../store/records.ts';
import type { EdgeRow, Table } from './table.ts';
import { createTable } from './table.ts';

/** Rows taken in before other work gets its turn: folding the words of a quote takes some microseconds. */
const SLICE = 500;

async function each(rows: AsyncIterable<Row>, take: (row: Row) => void): Promise<void> {
  let taken = 0;
  for await (const row of rows) {
    take(row);
    if (++taken % SLICE === 0) await new Promise((next) => setImmediate(next));
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export function takeNode(table: Table, row: Row): void {
  const label = (row['labels'] as readonly unknown[]).find(isEntityLabel) as EntityLabel;
  table.addNode({ id: String(row['id']), label, name: String(row['name']), country: text(row['country']) });
}

const takeEdge = (table: Table, row: Row): void =>
  table.addEdge({
    ...(row as unknown as EdgeRow),
    speaker: text(row['speaker']),
    date: text(row['date']),
  });

const takeStatement = (table: Table, row: Row): void =>
  table.addStatement({ id: String(row['id']), source: text(row['source']), date: text(row['date']) });
const takeIssue = (table: Table, row: Row): void =>
  table.addIssue(String(row['statement']), String(row['issue']));

/** Reads the columns of everything from the database: five times faster than whole nodes and edges would be. */
export async function loadTable(rows: Rows): Promise<Table> {
  const table = createTable();
  await each(rows(q.COLUMN_NODES), (row) => takeNode(table, row));
  await each(rows(q.columnStatements(false)), (row) => takeStatement(table, row));
  await each(rows(q.columnIssues(false)), (row) => takeIssue(table, row));
  for (const type of q.ENTITY_EDGES)
    await each(rows(q.columnEdges([type], false)), (row) => takeEdge(table, row));
  return table;
}

/** Reads what these statements say now. What it returns puts that in the place of what they said; and gives the nodes that they tie. */
export async function reloadStatements(
  read: Run,
  ids: readonly string[],
): Promise<(table: Table) => readonly string[]> {
  const parameters = { ids };
  const [statements, issues, edges] = [
    await read(q.columnStatements(true), parameters),
    await read(q.columnIssues(true), parameters),
    await read(q.columnEdges(q.ENTITY_EDGES, true), parameters),
  ];
  return (table) => {
    table.drop(ids);
    for (const row of statements) takeStatement(table, row);
    for (const row of issues) takeIssue(table, row);
    for (const row of edges) takeEdge(table, row);
    return edges.flatMap((row) => [String(row['source']), String(row['target'])]);
  };
}
