import { readFileSync } from 'node:fs';
import { readQuestions, valuesFor } from '../../../questions/questions.ts';
import type { Extraction } from '../../../model.ts';

/** A query of a file of queries, with what is said above it. */
export interface ListedQuery {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What a store does other than expected, `CODE words of its message`, by its kind. */
  readonly differs: Readonly<Record<string, string>>;
  /** Rows that the embedded store wrongly gives. */
  readonly embeddedRows?: readonly (readonly unknown[])[];
}

const textOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The graph that the queries are asked on: the examples, as read by version 0.1.0; kept so that answers stay. */
export const fixedGraph = (): Extraction[] =>
  textOf('graph.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Extraction);

/** Reads a file of queries; reading.cypher and writing.cypher say how it is written. */
export function listedQueries(name: string): ListedQuery[] {
  return textOf(name)
    .split(/;\n/u)
    .filter((part) => part.trim() !== '')
    .map(queryOf);
}

/** The queries of docs/cypher.md; those marked `neo4j` are lacked by the embedded store. */
export const documentedQueries = (): { readonly cypher: string; readonly only: string }[] =>
  [...textOf('../../../../docs/cypher.md').matchAll(/^```cypher ?(\w*)\n([\s\S]*?)```$/gmu)].map(
    ([, only = '', cypher = '']) => ({ cypher, only }),
  );

/** The ready questions with the values they propose. */
export const questionQueries = (): (ListedQuery & { readonly title: string; readonly empty: boolean })[] =>
  readQuestions().map((q) => ({
    title: q.title,
    empty: q.empty,
    cypher: q.cypher,
    parameters: valuesFor(q),
    differs: {},
  }));

function queryOf(part: string): ListedQuery {
  const lines = part.split('\n');
  const begin = lines.findIndex((l) => l.trim() !== '' && !l.startsWith('// '));
  const said = (what: string): string | undefined => {
    const line = lines.slice(0, begin).find((l) => l.startsWith(`// ${what}: `));
    return line?.slice(what.length + 5);
  };
  const rows = said('embedded rows');
  const differs = ['embedded', 'neo4j'].flatMap((kind) => {
    const how = said(kind);
    return how ? [[kind, how]] : [];
  });
  return {
    cypher: lines.slice(begin).join('\n'),
    parameters: JSON.parse(said('params') ?? '{}') as Record<string, unknown>,
    differs: Object.fromEntries(differs) as Record<string, string>,
    ...(rows ? { embeddedRows: JSON.parse(rows) as unknown[][] } : {}),
  };
}

/** What a query gave: in its own order where it orders, else sorted. */
export interface RecordedAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}
export function comparable(cypher: string, { columns, rows }: RecordedAnswer): RecordedAnswer {
  if (/\bORDER BY\b/u.test(cypher)) return { columns, rows };
  const key = (row: readonly unknown[]): string => JSON.stringify(row);
  return { columns, rows: [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

export const recordedAnswers = (): Record<string, RecordedAnswer> =>
  JSON.parse(textOf('answers.json')) as Record<string, RecordedAnswer>;
