import type { EntityNode, Extraction } from '../model.ts';
import type { Backend, Rows, Run } from '../store/backend.ts';
import { closedError } from '../store/errors.ts';
import * as q from '../store/queries.ts';
import { homesOf } from './homes.ts';
import { loadTable, reloadStatements, takeNode } from './load.ts';
import type { Table } from './table.ts';

/** All edges by column, and the country of each node (homes.ts). */
export interface Snapshot {
  readonly table: Table;
  readonly home: Uint32Array;
}

/** Keeps the columns equal to the database. */
export interface Keeper {
  /** Read at first use; what was saved before is in it. Rejects with a GraphError when the database cannot be read. */
  current(): Promise<Snapshot>;
  /** To be called after every change that this process commits. */
  changed(written: readonly Written[], removed: readonly string[]): void;
  /** To be called when a change may have been committed or not: all is read anew at next use. */
  forget(): void;
  /** Stops reading; resolves when nothing is read any more. */
  close(): Promise<void>;
}
/** What a saved extraction says in the graph, and what tells whether that changed. */
export interface Written extends Extraction {
  readonly state: string;
}

/** Other processes may write to a shared database: it is asked for changes at most this often, and less when that takes long. */
const CHECK_EVERY_MS = 2_000;
const CHECK_SHARE = 20;
/** A check that takes longer than this is not waited for. */
const QUICK_MS = 100;
/** More changed statements than this are not worth singling out. */
const MANY = 1_000;

export function createKeeper(db: Backend): Keeper {
  let closed = false;
  const open = (): void => {
    if (closed) throw closedError();
  };
  const read: Run = (cypher, parameters) => (open(), db.read(cypher, parameters));
  const rows: Rows = (cypher) => (open(), db.rows(cypher));
  const columns = createColumns(read, rows);
  const check = db.capabilities.shared ? createCheck(read, columns) : undefined;
  return {
    async current() {
      // Before the first reading: what is written meanwhile is then noticed the next time.
      await check?.run();
      await columns.ready();
      await columns.refreshNodes();
      return columns.snapshot();
    },
    changed(written, removed) {
      check?.saw(written, removed);
      columns.change(written, removed);
    },
    forget: () => columns.forget(),
    async close() {
      closed = true;
      await columns.settled();
    },
  };
}

type Columns = ReturnType<typeof createColumns>;

function createColumns(read: Run, rows: Rows) {
  let table: Table | undefined;
  let home: Uint32Array | undefined;
  let loading: Promise<void> | undefined;
  let dropped = 0;
  let changes = 0;
  /** Changes committed while the columns were being read, which may or may not have seen them. */
  let pending: (() => void)[] = [];
  /** Nodes whose name or label may have changed. */
  const stale = new Set<string>();

  const drop = (into: Table, ids: readonly string[]): void => {
    const known = ids.filter((id) => into.statements.find(id) !== undefined);
    if (known.length === 0) return;
    const before = into.count;
    into.drop(known);
    dropped += before - into.count;
  };
  const load = async (): Promise<void> => {
    pending = [];
    const next = await loadTable(rows);
    [table, home, dropped] = [next, undefined, 0];
    for (const apply of pending.splice(0)) apply();
  };
  const columns = {
    ready(): Promise<void> {
      // Names of what was dropped stay behind: begin anew before they outweigh what is there.
      if (table && dropped <= table.count + 1000) return Promise.resolve();
      loading ??= load().finally(() => (loading = undefined));
      return loading;
    },
    /** When nothing is being read. A failure has been told to who asked. */
    settled: async (): Promise<void> => loading?.catch(() => undefined),
    forget(): void {
      table = undefined;
    },
    change(written: readonly Extraction[], removed: readonly string[]): void {
      changes += 1;
      if (loading) return void pending.push(() => columns.change(written, removed));
      if (!table) return;
      home = undefined;
      drop(table, [...removed, ...written.map((x) => x.statement.id)]);
      for (const extraction of written) add(table, extraction, stale);
    },
    async reread(ids: readonly string[]): Promise<void> {
      if (!table) return;
      let seen: number;
      let apply: (into: Table) => readonly string[];
      do {
        // What this process commits while it reads may be newer than what it reads.
        seen = changes;
        apply = await reloadStatements(read, ids);
      } while (seen !== changes);
      home = undefined;
      for (const id of apply(table)) stale.add(id);
    },
    async refreshNodes(): Promise<void> {
      if (stale.size === 0 || !table) return;
      const ids = [...stale];
      stale.clear();
      for (const row of await read(q.NODES_BY_ID, { ids })) takeNode(table, row);
      home = undefined;
    },
    snapshot(): Snapshot {
      if (!table) throw new Error('the columns are not read yet');
      home ??= homesOf(table);
      return { table, home };
    },
  };
  return columns;
}

function add(table: Table, { statement, nodes, edges }: Extraction, stale: Set<string>): void {
  table.addStatement(statement);
  const known = new Map<string, EntityNode>(nodes.map((node) => [node.id, node]));
  for (const node of nodes) {
    stale.add(node.id);
    if (node.label === 'Issue') table.addIssue(statement.id, node.id);
  }
  for (const edge of edges) {
    if (!known.has(edge.source) || !known.has(edge.target)) continue;
    table.addEdge({ ...edge, date: edge.date ?? statement.date });
  }
}

/** Finds out what others wrote, by the states of all statements. */
function createCheck(read: Run, columns: Columns) {
  let states: Map<string, string> | undefined;
  let running: Promise<void> | undefined;
  let [nextAt, lastMs] = [0, 0];

  const check = async (): Promise<void> => {
    const began = performance.now();
    const rows = await read(q.ALL_STATES);
    const now = new Map(rows.map((row) => [String(row['id']), String(row['state'])]));
    const before = states;
    states = now;
    const changed = before ? differences(before, now) : [];
    if (changed.length > MANY) {
      columns.forget();
      await columns.ready();
    } else if (changed.length > 0) await columns.reread(changed);
    lastMs = performance.now() - began;
    nextAt = performance.now() + Math.max(CHECK_EVERY_MS, CHECK_SHARE * lastMs);
  };
  return {
    async run(): Promise<void> {
      if (performance.now() < nextAt && !running) return;
      running ??= check().finally(() => (running = undefined));
      // Unheard, a failure shows at the next read.
      if (states && lastMs > QUICK_MS) running.catch(() => undefined);
      else await running;
    },
    saw(written: readonly Written[], removed: readonly string[]): void {
      for (const id of removed) states?.delete(id);
      for (const { statement, state } of written) states?.set(statement.id, state);
    },
  };
}

function differences(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const gone = [...before.keys()].filter((id) => !now.has(id));
  return [...gone, ...[...now].filter(([id, state]) => before.get(id) !== state).map(([id]) => id)];
}
