import { byId } from '../ids.ts';
import type { Edge, EntityNode, Extraction, Statement } from '../model.ts';
import { readCsv } from './csv.ts';
import { readForeign } from './foreign.ts';
import type { Resolve } from './foreign.ts';
import { readJson } from './json.ts';
import type { Mapping } from './mapping.ts';
import type { ImportFormat } from './names.ts';
import { assemble, isOwn, readEntity, readOwn, readStatements } from './own.ts';
import { pause } from './row.ts';
import type { Row, Rows } from './row.ts';
import { readGexf, readGraphml } from './xml.ts';

export interface ImportFile {
  readonly format: ImportFormat;
  /** What the data is called: it marks every edge that is not Entente's own. */
  readonly dataset: string;
  readonly content: string;
  /** Of csv: the table of nodes, when there is one. */
  readonly nodes?: string;
  readonly mapping: Mapping;
}

/** What a file holds, and what of it cannot be taken, row by row. */
export interface ImportPlan {
  readonly rows: number;
  readonly extractions: readonly Extraction[];
  readonly problems: readonly { readonly at: string; readonly problem: string }[];
}

/**
 * Reads a file of a graph. Edges of Entente's own, whose statements come along, are taken as they are; others become statements
 * that hold their records (foreign.ts). Nothing is saved.
 * @throws ImportError when the file cannot be read at all
 */
export async function planImport(file: ImportFile, resolve: Resolve): Promise<ImportPlan> {
  const { nodes, edges, head } = await readRows(file);
  const problems: { at: string; problem: string }[] = [];
  const statements = readStatements(nodes);
  const foreignNodes = new Map(nodes.map((row) => [row.fields['id'] ?? '', row]));
  const context = { ...file, resolve, nodes: foreignNodes, head };
  const own: Edge[] = [];
  const foreign: Extraction[] = [];
  for (const [i, row] of edges.entries()) {
    if (i % 500 === 499) await pause();
    try {
      if (isOwn(row, statements)) own.push(readOwn(row, statements));
      else foreign.push(readForeign(row, context));
    } catch (error) {
      problems.push({ at: row.at, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  const whole = gather(own, statements, entitiesOf(nodes, own, problems), problems);
  return { rows: edges.length, extractions: [...whole, ...foreign], problems };
}

async function readRows({ format, content, nodes }: ImportFile): Promise<Rows> {
  if (format === 'json') return readJson(content);
  if (format === 'gexf') return readGexf(content);
  if (format === 'graphml') return readGraphml(content);
  const table = await readCsv(content);
  return nodes === undefined ? table : { ...table, nodes: (await readCsv(nodes, 'nodes')).nodes };
}

type Problems = { at: string; problem: string }[];

function entitiesOf(
  rows: readonly Row[],
  edges: readonly Edge[],
  problems: Problems,
): Map<string, EntityNode> {
  const wanted = new Set(edges.flatMap((e) => [e.source, e.target]));
  const entities = new Map<string, EntityNode>();
  for (const row of rows) {
    if (row.fields['label'] === 'Statement' || !wanted.has(row.fields['id'] ?? '')) continue;
    try {
      const entity = readEntity(row);
      entities.set(entity.id, entity);
    } catch (error) {
      problems.push({ at: row.at, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return entities;
}

function gather(
  edges: readonly Edge[],
  statements: ReadonlyMap<string, Statement>,
  entities: ReadonlyMap<string, EntityNode>,
  problems: Problems,
): Extraction[] {
  const of = new Map<string, Edge[]>([...statements.keys()].map((id) => [id, []]));
  for (const edge of edges) {
    const lost = [edge.source, edge.target].find((id) => !entities.has(id) && id !== edge.statement);
    if (lost === undefined) of.get(edge.statement)?.push(edge);
    else problems.push({ at: `edge ${edge.id}`, problem: `its end ${lost} is not among the nodes` });
  }
  return [...statements.values()].sort(byId).map((s) => assemble(s, of.get(s.id) ?? [], entities));
}
