import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphError } from '../../graph/store/errors.ts';
import { ApiError, PROBLEMS } from '../errors.ts';
import type { ProblemCode } from '../errors.ts';
import { PACKAGE_ROOT } from '../package-info.ts';
import { DOCUMENT, disagreements, operationOf } from '../testing/described.ts';
import { apiOf, openTempStore } from '../testing/temp-store.ts';
import type { TempStore } from '../testing/temp-store.ts';
import { OPERATIONS } from './operations.ts';

const TEXT = 'Iran condemns Cuba, while France supports Japan. Japan supports Cuba.';
let temp: TempStore;
let api: ReturnType<typeof apiOf>;
let statement = '';
let edge = { id: '', type: '', source: '', target: '' };
let job = '';
beforeAll(async () => {
  temp = await openTempStore();
  api = apiOf(temp.store);
  const saved = await api.post('/api/statements').send({ text: TEXT, date: '2023-05' });
  const { id, graph } = saved.body as { id: string; graph: { edges: (typeof edge)[] } };
  statement = id;
  const { id: edgeId, type, source, target } = graph.edges.find((e) => e.type === 'CONDEMNS')!;
  edge = { id: edgeId, type, source, target };
  job = (
    (await api.post('/api/jobs').send({ statements: [{ text: 'Chad supports Japan.' }] })).body as {
      id: string;
    }
  ).id;
});
afterAll(() => temp.close());

type Method = 'get' | 'post' | 'delete';
const send = (method: Method, path: string, body?: object): Promise<Response> =>
  body ? api[method](path).send(body) : api[method](path);

it('is a valid OpenAPI 3.1 document', async () => {
  const result = await new Validator().validate(
    JSON.parse(JSON.stringify(DOCUMENT)) as Record<string, unknown>,
  );
  expect(result).toMatchObject({ valid: true });
  const ids = OPERATIONS.map((o) => `${o.method} ${o.path}`);
  expect(new Set(ids).size).toBe(ids.length);
});

it('describes every route, and no other', () => {
  const folder = join(PACKAGE_ROOT, 'server', 'routes');
  const routes = readdirSync(folder).flatMap((file) => {
    const prefix = file === 'health.ts' ? '' : file === 'statements.ts' ? '/api/statements' : '/api';
    const found = readFileSync(join(folder, file), 'utf8').matchAll(
      /router\.(get|post|put|delete)\(\s*'([^']+)'/g,
    );
    return [...found].map(([, method, path = '']) => `${method} ${prefix}${path.replace(/^\/$/, '')}`);
  });
  const described = OPERATIONS.map((o) => `${o.method} ${o.path}`);
  // The description does not describe itself.
  expect(described.sort()).toEqual(routes.filter((r) => !/docs$|openapi\.json$/.test(r)).sort());
});

it('is served, and as a page without scripts', async () => {
  expect((await api.get('/api/openapi.json')).body).toMatchObject({
    openapi: '3.1.0',
    paths: DOCUMENT.paths,
  });
  const { text, headers } = await api.get('/api/docs');
  expect(headers['content-type']).toContain('text/html');
  for (const path of Object.keys(DOCUMENT.paths)) expect(text).toContain(path);
  expect(text).not.toContain('<script');
});

it('refuses parameters that an operation does not know, wherever they are put', async () => {
  for (const { method, path } of OPERATIONS.filter((o) => o.path !== '/health')) {
    const address = `${path.replace(/:\w+/g, 'x')}/?colour=red`;
    const response = await api[method](address).type('application/json');
    expect([path, response.status, response.body]).toMatchObject([path, 400, { code: 'INVALID_REQUEST' }]);
    expect(response.body).toMatchObject({ errors: [{ path: 'colour' }] });
    expect(disagreements(method, path, response)).toEqual([]);
  }
  const { detail } = (await api.get('/api/search?q=ira&type=x')).body as { detail: string };
  expect(detail).toBe('"type": no parameter of GET /api/search; known are q, limit, labels');
});

/** A graph of one node, that of another store. */
const EXPORT = JSON.stringify({
  nodes: [{ key: 'country:CUB', attributes: { label: 'Country', name: 'Kuba', aliases: [] } }],
  edges: [],
});

/** A request for every operation that succeeds, and its status. */
const successes = (): [Method, string, number, object?][] => [
  ['get', '/health', 200],
  ['get', '/api/schema', 200],
  ['get', '/api/graph?types=CONDEMNS,SUPPORTS&limit=1', 200],
  ['get', '/api/nodes/country:IRN', 200],
  ['get', '/api/nodes/country:IRN/neighbors', 200],
  ['get', '/api/nodes/country:IRN/neighbors?nodes=3', 200],
  ['get', '/api/edges?limit=1&types=CONDEMNS,SUPPORTS', 200],
  ['get', '/api/quotes?q=condemns', 200],
  ['get', '/api/facets?countries=IRN', 200],
  ['get', '/api/timeline', 200],
  ['get', '/api/compare?beforeTo=2022&afterFrom=2023', 200],
  ['get', `/api/edges/${edge.id}`, 200],
  ['get', '/api/search?q=ira', 200],
  [
    'post',
    '/api/cypher',
    200,
    { query: 'MATCH p = (a)-[r]->(b) RETURN a, r, p, 1.5, null, [b] LIMIT 3', graph: true },
  ],
  ['get', '/api/cypher/schema', 200],
  ['get', '/api/questions', 200],
  ['get', '/api/backup', 200],
  ['get', '/api/statements', 200],
  [
    'post',
    '/api/statements',
    201,
    { text: 'Chad condemns Japan.', title: 'T', url: 'https://example.org/a' },
  ],
  ['post', '/api/statements/preview', 200, { text: TEXT }],
  [
    'post',
    '/api/statements/read',
    200,
    { name: 'a.html', content: Buffer.from(`<html><title>T</title><p>${TEXT}`).toString('base64') },
  ],
  ['get', `/api/statements/${statement}`, 200],
  [
    'post',
    '/api/import',
    200,
    {
      format: 'csv',
      dataset: 'd',
      content: 'source,target,type\nIran,Cuba,AID\nX,Y,Z\n',
      skipProblems: true,
    },
  ],
  ['post', '/api/jobs', 202, { statements: [{ text: 'Japan supports Chad.' }, { text: ' ' }] }],
  ['get', `/api/jobs/${job}`, 200],
  ['get', `/api/jobs/${job}/events`, 200],
  ['delete', `/api/jobs/${job}`, 202],
  ['post', '/api/diff', 200, { before: { content: EXPORT }, after: { store: true }, limit: 2 }],
  ['get', '/api/merges?label=Person', 200],
  [
    'post',
    '/api/merges/decisions',
    200,
    { decisions: [{ verdict: 'different', id: 'country:IRN', other: 'country:CUB', note: 'n' }] },
  ],
  ['get', '/api/merges/decisions', 200],
  ['get', '/api/merges/file', 200],
  ['post', '/api/merges/file', 200, { content: 'verdict\tid\tother\tnote\napart\tperson:david-johnston\n' }],
  ['get', '/api/analysis', 200],
  ['get', '/api/matrix?on=actors', 200],
  ['get', '/api/paths?source=country:IRN&target=country:JPN', 200],
  ['get', '/api/evidence?source=country:IRN&target=country:CUB', 200],
  ['get', '/api/export?format=turtle', 200],
  ['post', '/api/export', 200, { format: 'csv', what: 'all', query: 'MATCH ()-[r]->() RETURN r' }],
  ['post', '/api/export/part', 200, { format: 'gexf', nodes: ['country:JPN'], edges: [edge] }],
  ['delete', `/api/statements/${statement}`, 204],
];

it('answers every operation as described', async () => {
  const asked = new Set<string>();
  for (const [method, path, status, body] of successes()) {
    const response = await send(method, path, body);
    expect(response.status, `${method} ${path}: ${JSON.stringify(response.body)}`).toBe(status);
    expect(disagreements(method, path, response)).toEqual([]);
    asked.add(operationOf(method, path)!.described.operationId);
  }
  expect(asked.size).toBe(OPERATIONS.length);
}, 90_000);

describe('errors', () => {
  it.each([
    ['get', '/api/graph?limit=0', 'INVALID_REQUEST'],
    ['get', '/api/nodes/nobody', 'NOT_FOUND'],
    ['get', '/api/nodes/nobody/neighbors', 'NOT_FOUND'],
    ['get', '/api/nodes/%E0%A4%A', 'INVALID_REQUEST'],
    ['get', '/api/edges/none', 'NOT_FOUND'],
    ['get', '/api/search', 'INVALID_REQUEST'],
    ['get', '/api/statements/none', 'NOT_FOUND'],
    ['delete', '/api/statements/none', 'NOT_FOUND'],
    ['get', '/api/jobs/none', 'NOT_FOUND'],
    ['get', '/api/jobs/none/events', 'NOT_FOUND'],
    ['delete', '/api/jobs/none', 'NOT_FOUND'],
    ['post', '/api/diff', 'INVALID_REQUEST', { before: { content: 'no graph' }, after: { store: true } }],
    ['post', '/api/diff', 'INVALID_REQUEST', { before: {}, after: { store: true } }],
    ['get', '/api/merges?label=Country', 'INVALID_REQUEST'],
    ['post', '/api/merges/decisions', 'INVALID_REQUEST', { decisions: [{ verdict: 'perhaps', id: 'a' }] }],
    [
      'post',
      '/api/merges/decisions',
      'INVALID',
      { decisions: [{ verdict: 'same', id: 'person:a', other: 'person:a' }] },
    ],
    ['post', '/api/merges/file', 'INVALID_REQUEST', { content: 'who is who' }],
    ['get', '/api/analysis?blocs=99', 'INVALID_REQUEST'],
    ['get', '/api/matrix?on=Weather', 'INVALID_REQUEST'],
    ['get', '/api/paths?source=a&target=b', 'NOT_FOUND'],
    ['get', '/api/evidence', 'INVALID_REQUEST'],
    ['get', '/api/export?format=pdf', 'INVALID_REQUEST'],
    ['post', '/api/export', 'INVALID_REQUEST', { format: 'json', query: 'RETURN 1 AS one' }],
    ['post', '/api/export', 'READ_ONLY', { format: 'json', query: 'CREATE (n)' }],
    ['post', '/api/export/part', 'INVALID_REQUEST', { format: 'json' }],
    ['post', '/api/cypher', 'SYNTAX', { query: 'MTCH (n)' }],
    ['post', '/api/cypher', 'INVALID', { query: 'RETURN 1 AS x', params: { 'a\u0000b': 1 } }],
    ['post', '/api/cypher', 'READ_ONLY', { query: 'MATCH (n) DELETE n' }],
    ['post', '/api/cypher', 'UNSUPPORTED', { query: 'MATCH (n:A|B) RETURN n' }],
    ['post', '/api/statements', 'REJECTED_EMPTY', { text: ' ' }],
    ['post', '/api/statements/preview', 'REJECTED_BINARY', { text: 'a\u0000b' }],
    ['post', '/api/jobs', 'INVALID_REQUEST', { statements: [] }],
    [
      'post',
      '/api/import',
      'INVALID_REQUEST',
      { format: 'csv', dataset: 'd', content: 'source,target\nX,Y\n' },
    ],
    ['post', '/api/import', 'INVALID_REQUEST', { format: 'gexf', dataset: 'd', content: '<gexf><' }],
  ] as [Method, string, ProblemCode, object?][])('%s %s: %s', async (method, path, code, body) => {
    const response = await send(method, path, body);
    expect(response.body).toMatchObject({ code });
    expect(disagreements(method, path, response)).toEqual([]);
  });

  it('of the store, of whatever kind, have their status and say nothing of this machine', async () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      const error = isOfStore(code)
        ? new GraphError(code, 'what happened')
        : new ApiError(code, 'what happened');
      const failing = apiOf({ ...temp.store, listStatements: () => Promise.reject(error) });
      const response = await failing.get('/api/statements');
      expect(response.status).toBe(PROBLEMS[code].status);
      expect(response.headers['content-type']).toContain('application/problem+json');
      expect(JSON.stringify(response.body)).not.toMatch(/node_modules|\.ts:\d|\/home\//);
    }
  });
});

const isOfStore = (code: ProblemCode): code is GraphError['code'] =>
  ['UNAVAILABLE', 'AUTH', 'LOCKED', 'DAMAGED', 'INTERNAL', 'BUSY'].includes(code);

describe('pages', () => {
  const all = async (path: string): Promise<string[]> => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await api.get(`${path}${cursor}`);
      const { items, next } = body as { items: { id: string }[]; next?: string };
      ids.push(...items.map((item) => item.id));
      cursor = next === undefined ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    return ids;
  };
  it('come one after the other, each item once', async () => {
    for (const date of ['2020', '2021-03', '2021-04', ''])
      await api
        .post('/api/statements')
        .send({ text: `France supports Japan. ${date}`, date: date || undefined });
    const statements = await all('/api/statements?limit=2');
    expect(new Set(statements).size).toBe(statements.length);
    expect(statements).toEqual(
      ((await api.get('/api/statements?limit=500')).body as { items: { id: string }[] }).items.map(
        (s) => s.id,
      ),
    );
    const edges = await all('/api/edges?limit=1&types=SUPPORTS');
    expect(edges).toEqual([...edges].sort());
    expect(edges.length).toBe(((await api.get('/api/edges?types=SUPPORTS')).body as { total: number }).total);
    const said = await all('/api/statements?limit=1&types=SUPPORTS&from=2021');
    expect(said.length).toBeGreaterThanOrEqual(2);
    expect(statements.filter((id) => said.includes(id))).toEqual(said);
  });
  it('refuse a cursor of another list', async () => {
    const { body } = await api.get('/api/edges?cursor=WyJhIiwiYiJd');
    expect(body).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ path: 'cursor' }] });
  });
});

describe('conditional requests', () => {
  it('are answered with 304 while nothing changed', async () => {
    const first = await api.get('/api/search?q=jap');
    const { etag = '' } = first.headers as Record<string, string>;
    expect(etag).not.toBe('');
    const again = await api.get('/api/search?q=jap').set('If-None-Match', etag);
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await api.get('/api/search?q=cub').set('If-None-Match', etag)).status).toBe(200);
  });
});

describe('other origins', () => {
  const from = (origin: string, options = {}) =>
    apiOf(temp.store, options).get('/api/search?q=ira').set('Origin', origin);
  it('are told nothing unless they are named', async () => {
    expect((await from('https://a.example')).headers['access-control-allow-origin']).toBeUndefined();
    const options = { corsOrigins: ['https://a.example'] };
    expect((await from('https://a.example', options)).headers['access-control-allow-origin']).toBe(
      'https://a.example',
    );
    expect((await from('https://b.example', options)).headers['access-control-allow-origin']).toBeUndefined();
  });
  it('may change things when they are named, and no others', async () => {
    const named = apiOf(temp.store, { corsOrigins: ['https://a.example'], token: 'a'.repeat(20) });
    const preflight = await named
      .options('/api/cypher')
      .set({ Origin: 'https://a.example', 'Access-Control-Request-Method': 'POST' });
    expect(preflight.status).toBe(204);
    const query = (origin: string) =>
      named
        .post('/api/cypher')
        .set({ Origin: origin, Authorization: `Bearer ${'a'.repeat(20)}` })
        .send({ query: 'RETURN 1 AS x' });
    expect((await query('https://a.example')).status).toBe(200);
    expect((await query('https://b.example')).body).toMatchObject({ code: 'FORBIDDEN_ORIGIN' });
  });
});
