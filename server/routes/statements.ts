import { Router } from 'express';
import type { Extraction, Statement } from '../../graph/model.ts';
import type { SaveReport } from '../../graph/store/store.ts';
import { readStatement } from '../../ingest/index.ts';
import type { PublicStatement, SavedStatement, StatementList, StatementWithGraph } from '../contract.ts';
import { writeCursor } from '../cursor.ts';
import { notFound } from '../errors.ts';
import { fileToRead, newStatement, statementsQuery } from '../schemas.ts';
import type { Context } from './context.ts';

/** /api/statements: the documents, and what each of them says. */
export function statementRoutes({ store, extractor, reading }: Context): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const { limit, offset, cursor, ...filter } = statementsQuery.parse(request.query);
    const [date, id] = cursor ?? [];
    const after = id === undefined ? {} : { after: { id, ...(date ? { date } : {}) } };
    const narrowed = Object.keys(filter).length > 0 ? { filter } : {};
    const { items, total } = await store.listStatements({ limit, offset, ...after, ...narrowed });
    const last = items.length === limit ? items.at(-1) : undefined;
    const next = last ? { next: writeCursor([last.date ?? '', last.id]) } : {};
    response.json({ items, total, limit, offset, ...next } satisfies StatementList);
  });
  router.post('/', async (request, response) => {
    const { text, ...fields } = newStatement.parse(request.body);
    const extraction = await extractor.extract(readStatement(text, fields));
    const report = await store.save([extraction]);
    const { id } = extraction.statement;
    const answer: SavedStatement = { id, outcome: outcome(report), ...withGraph(extraction) };
    response
      .status(201)
      .location(`/api/statements/${encodeURIComponent(id)}`)
      .json(answer);
  });
  router.post('/preview', async (request, response) => {
    const { text, ...fields } = newStatement.parse(request.body);
    response.json(withGraph(await extractor.extract(readStatement(text, fields))));
  });
  router.post('/read', async (request, response) => {
    const { name, content } = fileToRead.parse(request.body);
    response.json(await reading.read(name, Buffer.from(content, 'base64')));
  });
  router.get('/:id', async ({ params: { id } }, response) => {
    const found = await store.getStatement(id);
    if (!found) throw notFound('statement', id);
    response.json(withGraph(found));
  });
  router.delete('/:id', async ({ params: { id } }, response) => {
    if (!(await store.deleteStatement(id))) throw notFound('statement', id);
    response.status(204).end();
  });
  return router;
}

const outcome = (report: SaveReport): SavedStatement['outcome'] =>
  report.added > 0 ? 'added' : report.replaced > 0 ? 'replaced' : 'unchanged';

/** The origin is a path of the machine that ingested: it is not told. */
export const publicStatement = ({ origin: _origin, ...rest }: Statement): PublicStatement => rest;

const withGraph = ({ statement, nodes, edges }: Extraction): StatementWithGraph => ({
  statement: publicStatement(statement),
  graph: { nodes, edges },
});
