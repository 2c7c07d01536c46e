import { z } from 'zod';
import { isDeeperThan } from '../depth.ts';
import { joinList } from '../export/attributes.ts';
import { ImportError } from './row.ts';
import type { Row, Rows } from './row.ts';

const DEEPEST = 100;
const attributes = z.record(z.string(), z.unknown()).default({});
const key = z.union([z.string(), z.number()]).transform(String);
const graph = z.object({
  nodes: z.array(z.object({ key, attributes })),
  edges: z.array(z.object({ key: key.optional(), source: key, target: key, attributes })),
});

/** graphology's serialised form, Entente's own or anybody's. */
export function readJson(text: string): Rows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ImportError(`this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = graph.safeParse(value);
  if (!read.success)
    throw new ImportError(
      `this is not graphology's serialised form {nodes, edges}: ${z.prettifyError(read.error)}`,
    );
  if (isDeeperThan(DEEPEST, value))
    throw new ImportError(`this is nested more than ${DEEPEST} deep, which no graph of nodes and edges is`);
  return {
    nodes: read.data.nodes.map((node): Row => {
      const fields = { ...fieldsOf(node.attributes), id: node.key };
      return { at: `node ${node.key}`, fields, raw: JSON.stringify(node) };
    }),
    edges: read.data.edges.map((edge, i): Row => {
      const id = edge.key ?? String(i + 1);
      const fields = { ...fieldsOf(edge.attributes), id, source: edge.source, target: edge.target };
      return { at: `edge ${id}`, fields, raw: JSON.stringify(edge) };
    }),
  };
}

function fieldsOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(values).map(([name, value]) => [name, textOf(value)] as const);
  return Object.fromEntries(
    texts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value) && value.every((x) => typeof x === 'string')) return joinList(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
