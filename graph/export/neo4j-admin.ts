import type { Edge, EntityNode, Statement } from '../model.ts';
import { tidy } from '../serialise.ts';
import { csvRow } from './csv.ts';
import type { Piece } from './parts.ts';
import type { ExportSource } from './source.ts';

interface Column<T> {
  /** As `neo4j-admin database import` reads it: name and type of a property, or what else the column is. */
  readonly header: string;
  readonly of: (thing: T) => string | number | undefined;
}

/** Between the values of a list: no text holds it. The command in IMPORT names it, too. */
const UNIT_SEPARATOR = '\u001F';
const list = (values: readonly string[]): string => values.join(UNIT_SEPARATOR);

const ENTITY: readonly Column<EntityNode>[] = [
  { header: 'id:ID', of: (n) => n.id },
  { header: 'name', of: (n) => n.name },
  { header: 'aliases:string[]', of: (n) => list(n.aliases) },
  { header: 'kind', of: (n) => n.kind },
  { header: 'date', of: (n) => n.date },
  { header: 'country', of: (n) => n.country },
  { header: ':LABEL', of: (n) => list(['Entity', n.label]) },
];
const STATEMENT: readonly Column<Statement>[] = [
  { header: 'id:ID', of: (s) => s.id },
  { header: 'title', of: (s) => s.title },
  { header: 'date', of: (s) => s.date },
  { header: 'source', of: (s) => s.source },
  { header: 'speaker', of: (s) => s.speaker },
  { header: 'kind', of: (s) => s.kind },
  { header: 'language', of: (s) => s.language },
  { header: 'url', of: (s) => s.url },
  { header: 'original', of: (s) => s.original },
  { header: 'repeats', of: (s) => s.repeats },
  { header: 'text', of: (s) => s.text },
  { header: ':LABEL', of: () => 'Statement' },
];
const EDGE: readonly Column<Edge>[] = [
  { header: ':START_ID', of: (e) => e.source },
  { header: ':END_ID', of: (e) => e.target },
  { header: ':TYPE', of: (e) => e.type },
  { header: 'id', of: (e) => e.id },
  { header: 'statement', of: (e) => e.statement },
  { header: 'quote', of: (e) => e.quote },
  { header: 'start:int', of: (e) => e.start },
  { header: 'end:int', of: (e) => e.end },
  { header: 'sourceText', of: (e) => e.sourceText },
  { header: 'targetText', of: (e) => e.targetText },
  { header: 'trigger', of: (e) => e.trigger },
  { header: 'speaker', of: (e) => e.speaker },
  { header: 'date', of: (e) => e.date },
  { header: 'modality', of: (e) => e.modality },
  { header: 'confidence:double', of: (e) => e.confidence },
  { header: 'context:string[]', of: (e) => list(e.context) },
  { header: 'role', of: (e) => e.role },
  { header: 'from', of: (e) => e.from },
  { header: 'to', of: (e) => e.to },
  { header: 'extractor', of: (e) => e.extractor },
  { header: 'why', of: (e) => JSON.stringify(tidy({ ...e.why })) },
];

const IMPORT = `#!/bin/sh
# Into a new database of a Neo4j 5 that is stopped; run it in this folder.
neo4j-admin database import full neo4j --overwrite-destination \\
  --multiline-fields=true --array-delimiter=U+001F --id-type=string \\
  --nodes=entities-header.csv,entities.csv \\
  --nodes=statements-header.csv,statements.csv \\
  --relationships=edges-header.csv,edges.csv
# Then, for look-ups by id, once in cypher-shell:
#   CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
#   CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
`;

/** Tables and headers for \`neo4j-admin database import\`, which fills a new database faster than any query. */
export async function* writeNeo4jAdmin({ items, cut }: ExportSource): AsyncGenerator<Piece> {
  const say = cut === undefined ? '' : `# Cut: ${cut.replace(/\s+/g, ' ')}\n`;
  yield { file: 'import.sh' };
  yield IMPORT + say;
  yield* header('entities', ENTITY);
  yield* header('statements', STATEMENT);
  yield* header('edges', EDGE);
  let current: string | undefined;
  for await (const item of items) {
    const file = FILE[item.kind];
    if (file !== current) yield { file };
    current = file;
    if (item.kind === 'node') yield row(ENTITY, item.node);
    else if (item.kind === 'statement') yield row(STATEMENT, item.statement);
    else yield row(EDGE, item.edge);
  }
  // The command names all three.
  for (const file of Object.values(FILE)) if (!written(current, file)) yield { file };
}

const FILE = { node: 'entities.csv', statement: 'statements.csv', edge: 'edges.csv' } as const;
const ORDER: readonly string[] = Object.values(FILE);
const written = (last: string | undefined, file: string): boolean =>
  last !== undefined && ORDER.indexOf(file) <= ORDER.indexOf(last);

function* header<T>(name: string, columns: readonly Column<T>[]): Generator<Piece> {
  yield { file: `${name}-header.csv` };
  yield csvRow(columns.map((c) => c.header));
}

const row = <T>(columns: readonly Column<T>[], thing: T): string => csvRow(columns.map((c) => c.of(thing)));
