import type { EdgeType, EntityLabel, Modality } from '../model.ts';
import { EDGE_TYPES, ENTITY_LABELS, MODALITIES, UNDIRECTED } from '../model.ts';
import { words } from '../store/search.ts';
import type { Names } from './names.ts';
import { createNames } from './names.ts';

/** What of an edge can be filtered by. */
export interface EdgeRow {
  readonly id: string;
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  readonly statement: string;
  /** Its own date, else its statement's. */
  readonly date?: string | undefined;
  readonly speaker?: string | undefined;
  readonly modality: Modality;
  readonly confidence: number;
  readonly quote: string;
}
export interface NodeRow {
  readonly id: string;
  readonly label: EntityLabel;
  readonly name: string;
  readonly country?: string | undefined;
}
export interface StatementRow {
  readonly id: string;
  readonly source?: string | undefined;
  readonly date?: string | undefined;
}

/** No value: of columns that point into Names. */
export const NONE = 0xffffffff;

/** Columns of edges; rows at and beyond `count` are spare. */
interface EdgeColumns {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly type: Uint8Array;
  readonly tie: Uint32Array;
  readonly statement: Uint32Array;
  readonly date: Uint32Array;
  readonly speaker: Uint32Array;
  readonly modality: Uint8Array;
  readonly confidence: Float32Array;
  readonly quote: Uint32Array;
}

const columnsFor = (rows: number): EdgeColumns => ({
  source: new Uint32Array(rows),
  target: new Uint32Array(rows),
  type: new Uint8Array(rows),
  tie: new Uint32Array(rows),
  statement: new Uint32Array(rows),
  date: new Uint32Array(rows),
  speaker: new Uint32Array(rows),
  modality: new Uint8Array(rows),
  confidence: new Float32Array(rows),
  quote: new Uint32Array(rows),
});

/** All edges between entities by column, and what is needed of nodes and statements. About 120 bytes an edge and its words. */
export interface Table {
  readonly count: number;
  readonly edges: EdgeColumns;
  readonly edgeIds: readonly string[];
  readonly nodes: Names;
  readonly statements: Names;
  readonly dates: Names;
  readonly quotes: Names;
  readonly countries: Names;
  readonly publishers: Names;
  /** Two ends and a type, the lesser end first where the relation holds both ways. */
  readonly ties: Names;
  /** By node. */
  readonly label: readonly number[];
  readonly name: readonly string[];
  readonly country: readonly number[];
  /** By statement. */
  readonly publisher: readonly number[];
  readonly statementDate: readonly number[];
  readonly issues: readonly (readonly number[])[];
  addNode(row: NodeRow): void;
  addStatement(row: StatementRow): void;
  /** A statement mentions an issue; both may be new. */
  addIssue(statement: string, issue: string): void;
  addEdge(row: EdgeRow): void;
  /** Takes the edges and issues of these statements away. */
  drop(statements: readonly string[]): void;
}

/** A quote as it is searched: its words, folded, a space before each. */
export const foldQuote = (quote: string): string => ` ${words(quote).join(' ')}`;

const tieKey = ({ type, source, target }: EdgeRow): string =>
  UNDIRECTED.has(type) && target < source ? `${type} ${target} ${source}` : `${type} ${source} ${target}`;

export function createTable(): Table {
  const [nodes, statements, dates, quotes] = [createNames(), createNames(), createNames(), createNames()];
  const [countries, publishers, ties] = [createNames(), createNames(), createNames()];
  const label: number[] = [];
  const name: string[] = [];
  const country: number[] = [];
  const publisher: number[] = [];
  const statementDate: number[] = [];
  const issues: number[][] = [];
  let edgeIds: string[] = [];
  let edges = columnsFor(1024);
  let count = 0;

  const nodeOf = (id: string): number => {
    const at = nodes.add(id);
    if (at === label.length) {
      label.push(0);
      name.push(id);
      country.push(NONE);
    }
    return at;
  };
  const statementOf = (id: string): number => {
    const at = statements.add(id);
    if (at === publisher.length) {
      publisher.push(NONE);
      statementDate.push(NONE);
      issues.push([]);
    }
    return at;
  };
  const optional = (names: Names, text: string | undefined): number =>
    text === undefined || text === '' ? NONE : names.add(text);
  const reserve = (rows: number): void => {
    if (rows <= edges.source.length) return;
    const larger = columnsFor(2 * rows);
    for (const key of Object.keys(larger) as (keyof EdgeColumns)[]) larger[key].set(edges[key]);
    edges = larger;
  };

  return {
    get count() {
      return count;
    },
    get edges() {
      return edges;
    },
    get edgeIds() {
      return edgeIds;
    },
    ...{ nodes, statements, dates, quotes, countries, publishers, ties },
    ...{ label, name, country, publisher, statementDate, issues },
    addNode(row) {
      const at = nodeOf(row.id);
      label[at] = ENTITY_LABELS.indexOf(row.label);
      name[at] = row.name;
      country[at] = optional(countries, row.country);
    },
    addStatement(row) {
      const at = statementOf(row.id);
      publisher[at] = optional(publishers, row.source);
      statementDate[at] = optional(dates, row.date);
    },
    addIssue(statement, issue) {
      const list = issues[statementOf(statement)];
      const at = nodeOf(issue);
      if (!list?.includes(at)) list?.push(at);
    },
    addEdge(row) {
      reserve(count + 1);
      edges.source[count] = nodeOf(row.source);
      edges.target[count] = nodeOf(row.target);
      edges.type[count] = EDGE_TYPES.indexOf(row.type);
      edges.tie[count] = ties.add(tieKey(row));
      edges.statement[count] = statementOf(row.statement);
      edges.date[count] = optional(dates, row.date);
      edges.speaker[count] = row.speaker === undefined ? NONE : nodeOf(row.speaker);
      edges.modality[count] = MODALITIES.indexOf(row.modality);
      edges.confidence[count] = row.confidence;
      edges.quote[count] = quotes.add(foldQuote(row.quote));
      edgeIds.push(row.id);
      count += 1;
    },
    drop(ids) {
      const gone = new Set(ids.flatMap((id) => statements.find(id) ?? []));
      for (const at of gone) issues[at] = [];
      let kept = 0;
      const keptIds: string[] = [];
      for (let row = 0; row < count; row++) {
        if (gone.has(edges.statement[row]!)) continue;
        for (const key of Object.keys(edges) as (keyof EdgeColumns)[]) edges[key][kept] = edges[key][row]!;
        keptIds.push(edgeIds[row]!);
        kept += 1;
      }
      edgeIds = keptIds;
      count = kept;
    },
  };
}
