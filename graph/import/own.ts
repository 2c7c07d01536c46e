import { z } from 'zod';
import { splitList } from '../export/attributes.ts';
import { byCodeUnit, byId, edgeId } from '../ids.ts';
import type { Edge, EntityNode, Extraction, Statement } from '../model.ts';
import { edgeShape, nodeShape, statementShape, whyShape } from '../shapes.ts';
import type { Row } from './row.ts';

/** Rows hold text only: lists, numbers and JSON as exports write them. */
const list = z.string().transform(splitList).default([]);
const place = z.coerce.number().int().min(0);
const why = z.object(whyShape);

const entity = z.object({ ...nodeShape, aliases: list });
const document = z.object({ ...statementShape, id: z.string().startsWith('statement:') });
const assertion = z.object({
  ...edgeShape,
  start: place,
  end: place,
  confidence: z.coerce.number().min(0).max(1),
  context: list,
  why: z.string().transform((text) => why.parse(JSON.parse(text))),
});

/** Is it an edge of Entente's own, whose statement comes along? */
export const isOwn = ({ fields }: Row, statements: ReadonlyMap<string, Statement>): boolean =>
  fields['quote'] !== undefined && statements.has(fields['statement'] ?? '');

export const readStatements = (rows: readonly Row[]): Map<string, Statement> =>
  new Map(
    rows.flatMap(({ fields }) => {
      const read = fields['label'] === 'Statement' ? document.safeParse(fields) : undefined;
      return read?.success ? [[read.data.id, tidy(read.data)] as const] : [];
    }),
  );

/** @throws Error when the row is no such edge, or its quote does not stand at its offsets. */
export function readOwn(row: Row, statements: ReadonlyMap<string, Statement>): Edge {
  const edge = tidy(read(assertion, row.fields)) as Edge;
  const text = statements.get(edge.statement)?.text ?? '';
  if (text.slice(edge.start, edge.end) === edge.quote) return edge;
  throw new Error(`its quote does not stand at ${edge.start}-${edge.end} of ${edge.statement}`);
}

/** @throws Error when the row is no entity of Entente's. */
export const readEntity = (row: Row): EntityNode => tidy(read(entity, row.fields)) as EntityNode;

/** A statement with all of its edges. A node that no MENTIONS edge names, as in a part of a graph, gets one where an edge names it. */
export function assemble(
  statement: Statement,
  edges: readonly Edge[],
  nodes: ReadonlyMap<string, EntityNode>,
): Extraction {
  const mentioned = new Set(edges.filter((e) => e.type === 'MENTIONS').map((e) => e.target));
  const ends = new Map(
    edges.flatMap((e) =>
      [e.source, e.target].filter((id) => id !== statement.id).map((id) => [id, e] as const),
    ),
  );
  const missing = [...ends]
    .filter(([id]) => !mentioned.has(id))
    .map(([id, edge]) => mention(statement, id, edge));
  return {
    statement,
    nodes: [...ends.keys()].sort(byCodeUnit).flatMap((id) => nodes.get(id) ?? []),
    edges: [...edges, ...missing].sort(byId),
  };
}

function mention({ id: statement }: Statement, target: string, { quote, start, end, extractor }: Edge): Edge {
  const place = { statement, start, end, type: 'MENTIONS', source: statement, target } as const;
  const rule = { rule: 'import', source: 'statement', target: 'named by an edge' };
  return {
    id: edgeId(place),
    ...place,
    quote,
    modality: 'asserted',
    confidence: 1,
    context: [],
    extractor,
    why: rule,
  };
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

const tidy = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
