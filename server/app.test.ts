import { unzipSync } from 'fflate';
import type { Response } from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GraphError } from '../graph/store/errors.ts';
import type { GraphStore } from '../graph/store/store.ts';
import type { CypherResponse, GraphResponse, Problem, SavedStatement } from './contract.ts';
import { FORMAT_NAMES } from '../graph/export/names.ts';
import type { SerialisedGraph } from '../graph/serialise.ts';
import { apiOf, openTempStore } from './testing/temp-store.ts';
import type { TempStore } from './testing/temp-store.ts';

const TEXT = 'Iran condemns Cuba, while France supports Japan.';
let temp: TempStore;
let store: GraphStore;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  temp = await openTempStore();
  store = temp.store;
  api = apiOf(store);
});
afterEach(() => temp.close());
const post = (body: object) => api.post('/api/statements').send(body);
const problem = (response: Response): Problem => {
  expect(response.headers['content-type']).toContain('application/problem+json');
  const body = response.body as Problem;
  expect(body).toMatchObject({
    status: response.status,
    type: expect.stringMatching(/^urn:entente:problem:/) as string,
  });
  expect(body.title && body.detail && body.code).toBeTruthy();
  return body;
};

describe('statements', () => {
  it('takes one and answers with its id and graph', async () => {
    const response = await post({ text: TEXT, title: 'T', date: '2023-05' });
    expect(response.status).toBe(201);
    const body = response.body as SavedStatement;
    expect(body).toMatchObject({ outcome: 'added', statement: { id: body.id, title: 'T', date: '2023-05' } });
    expect(body.graph.nodes.map((n) => n.id)).toContain('country:IRN');
    expect(body.graph.edges.map((e) => e.quote)).toContain('Iran condemns Cuba');
    const again = await post({ text: TEXT, title: 'T', date: '2023-05' });
    expect(again.body).toMatchObject({ id: body.id, outcome: 'unchanged' });
    const found = await api.get(response.headers['location'] ?? '');
    expect(found.body).toMatchObject({ statement: { id: body.id } });
  });
  it('never tells the origin', async () => {
    const { body } = await post({ text: TEXT, origin: '/home/someone/a.txt' });
    expect(JSON.stringify([body, (await api.get('/api/statements')).body])).not.toContain('/home/someone');
  });
  it('deletes one, once', async () => {
    const { id } = (await post({ text: TEXT })).body as SavedStatement;
    expect((await api.delete(`/api/statements/${encodeURIComponent(id)}`)).status).toBe(204);
    expect(problem(await api.delete(`/api/statements/${id}`)).code).toBe('NOT_FOUND');
  });
  it.each([
    [{ text: ' ' }, 422, 'REJECTED_EMPTY'],
    [{ text: 'a\u0000b' }, 422, 'REJECTED_BINARY'],
    [{ text: TEXT, date: 'yesterday' }, 422, 'REJECTED_INVALID'],
    [{}, 400, 'INVALID_REQUEST'],
    [{ text: TEXT, txet: 1 }, 400, 'INVALID_REQUEST'],
  ])('refuses %j with %i', async (body, status, code) => {
    expect(problem(await post(body))).toMatchObject({ status, code });
    expect((await store.stats()).statements).toBe(0);
  });
});

describe('errors', () => {
  it.each([
    ['get', '/api/nodes/person:nobody', 404, 'NOT_FOUND'],
    ['get', '/api/edges/edge:0', 404, 'NOT_FOUND'],
    ['get', '/api/nodes/x/neighbors', 404, 'NOT_FOUND'],
    ['get', '/api/nowhere', 404, 'NO_SUCH_ROUTE'],
    ['put', '/api/graph', 405, 'METHOD'],
    ['delete', '/api/statements', 405, 'METHOD'],
    ['get', '/api/nodes/%E0%A4%A', 400, 'INVALID_REQUEST'],
    ['get', '/api/graph?limit=0', 400, 'INVALID_REQUEST'],
    ['get', '/api/graph?limit=5001', 400, 'INVALID_REQUEST'],
    ['get', '/api/graph?types=LOVES', 400, 'INVALID_REQUEST'],
    ['get', '/api/graph?from=2024&to=2023', 400, 'INVALID_REQUEST'],
    ['get', '/api/search', 400, 'INVALID_REQUEST'],
    ['get', '/api/export?format=pdf', 400, 'INVALID_REQUEST'],
  ] as const)('%s %s -> %i', async (method, path, status, code) => {
    expect(problem(await api[method](path))).toMatchObject({ status, code });
  });
  it('tells what is missing from what is too long', async () => {
    const long = 'a'.repeat(301);
    expect(problem(await api.get('/api/search')).detail).toBe('q: q, the words to look for, is missing');
    for (const path of [`/api/search?q=${long}`, `/api/paths?source=${long}&target=${long}`])
      expect(problem(await api.get(path)).detail).toMatch(/Too big/);
    const query = `RETURN '${'a'.repeat(100_000)}'`;
    expect(problem(await api.post('/api/cypher').send({ query })).detail).toMatch(/^query: Too big/);
  });
  it('says where Cypher is broken', async () => {
    const response = await api.post('/api/cypher').send({ query: 'MTCH (n) RETURN n' });
    expect(problem(response)).toMatchObject({
      status: 400,
      code: 'SYNTAX',
      position: { line: 1, column: 1 },
    });
  });
  it('refuses writing, broken JSON, other media types and bodies too large', async () => {
    expect(problem(await api.post('/api/cypher').send({ query: 'CREATE (n)' })).status).toBe(403);
    const raw = (type: string, body: string) => api.post('/api/cypher').set('Content-Type', type).send(body);
    expect(problem(await raw('application/json', '{')).code).toBe('INVALID_JSON');
    expect(problem(await raw('text/plain', 'x')).status).toBe(415);
    expect(
      problem(await raw('application/json', JSON.stringify({ query: 'x'.repeat(1_100_000) }))).status,
    ).toBe(413);
  });
  it('says when to try again while the database is away', async () => {
    const away = () => Promise.reject(new GraphError('UNAVAILABLE', 'no route to the database'));
    api = apiOf({ ...store, ping: away, listStatements: away });
    const response = await api.get('/api/statements');
    expect(problem(response)).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    const health = await api.get('/health');
    expect(health.status).toBe(200);
    expect(health.body).toMatchObject({
      status: 'degraded',
      store: { status: 'unavailable', detail: 'no route to the database' },
    });
  });
  it('keeps unexpected errors to itself', async () => {
    api = apiOf({ ...store, listStatements: () => Promise.reject(new Error('secret /path')) });
    const answer = problem(await api.get('/api/statements'));
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.detail).not.toContain('secret');
  });
});

describe('reading', () => {
  beforeEach(() => post({ text: TEXT, date: '2023-05-07' }));
  it('gives a bounded graph and says when it is cut', async () => {
    const { body } = await api.get(
      '/api/graph?limit=1&types=CONDEMNS,SUPPORTS&labels=Country&from=2020&to=2024-05',
    );
    expect(body).toMatchObject({ truncated: true, edges: [{}], totalEdges: 2 });
    expect((await api.get('/api/graph?types=SUPPORTS')).body).toMatchObject({
      truncated: false,
      totalEdges: 1,
    });
    expect((await api.get('/api/graph?from=2024')).body).toMatchObject({
      totalEdges: 0,
      edges: [],
      nodes: [],
    });
  });
  it('gives a node, its neighbours, and an edge with its evidence', async () => {
    expect((await api.get('/api/nodes/country%3AIRN')).body).toMatchObject({ node: { name: 'Iran' } });
    const { edges } = (await api.get('/api/nodes/country:IRN/neighbors')).body as SavedStatement['graph'];
    const id = edges.find((e) => e.type === 'CONDEMNS')?.id ?? '';
    const { body } = await api.get(`/api/edges/${encodeURIComponent(id)}`);
    expect(body).toMatchObject({
      edge: { id },
      source: { name: 'Iran' },
      target: { name: 'Cuba' },
      speaker: null,
      statement: { text: TEXT },
    });
  });
  it('searches, and tells the schema', async () => {
    expect((await api.get('/api/search?q=fra')).body).toMatchObject({ hits: [{ id: 'country:FRA' }] });
    expect((await api.get('/api/schema')).body).toMatchObject({
      relations: { CONDEMNS: { score: -2.5 } },
      stats: { statements: 1 },
    });
  });
  it('exports all formats', async () => {
    for (const format of FORMAT_NAMES) {
      const response = await api.get(`/api/export?format=${format}`).responseType('blob');
      expect(response.status).toBe(200);
      expect(response.headers['content-disposition']).toMatch(
        /^attachment; filename="?entente[-a-z0-9]*\.\w+"?$/,
      );
      const body = response.body as Buffer;
      const held = Object.values(body.subarray(0, 2).toString() === 'PK' ? unzipSync(body) : [body]);
      expect(held.map((file) => Buffer.from(file).toString()).join('')).toContain('country:IRN');
    }
    expect((await api.get('/api/export?format=csv&what=nodes')).text).toMatch(/^id,label,name,aliases/);
  });
  it('exports the edges that pass a filter, with their ends and statement', async () => {
    const { body } = await api.get('/api/export?format=jsonl&types=CONDEMNS&from=2023').responseType('blob');
    const kinds = String(body)
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string; key: string }).kind);
    expect(kinds).toEqual(['node', 'node', 'statement', 'edge']);
  });
  it('does not read on when only the headers of an export are asked for', async () => {
    let reading = true;
    const stream: GraphStore['stream'] = async function* () {
      try {
        for (;;) yield* store.stream();
      } finally {
        reading = false;
      }
    };
    const { headers, status } = await apiOf({ ...store, stream }).head('/api/export?format=jsonl');
    expect([status, headers['content-type'], reading]).toEqual([200, 'application/jsonl', false]);
  });
  it('exports what a query finds without a warning of node', async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error): void => void warnings.push(warning);
    process.on('warning', hear);
    const query = 'MATCH ()-[r:CONDEMNS]->() RETURN r';
    expect((await api.post('/api/export').send({ format: 'json', query })).status).toBe(200);
    process.off('warning', hear);
    expect(warnings).toEqual([]);
  });
  it('exports what a query finds, and says when that is cut', async () => {
    const ask = (query: string, more: object = {}) =>
      api.post('/api/export').send({ format: 'json', query, ...more });
    const { body } = await ask('MATCH ()-[r:SUPPORTS|CONDEMNS]->() RETURN r ORDER BY r.id', { maxRows: 1 });
    const { attributes, nodes, edges } = body as SerialisedGraph;
    expect(attributes).toEqual({ cut: expect.stringContaining('more than 1 rows') as string });
    expect(edges).toHaveLength(1);
    expect(nodes.map((n) => n.attributes['label'])).toEqual(['Country', 'Country', 'Statement']);
    expect(problem(await ask('MATCH (n:Entity) RETURN n.name'))).toMatchObject({ code: 'INVALID_REQUEST' });
    expect(problem(await ask('CREATE (n)'))).toMatchObject({ code: 'READ_ONLY' });
  });
});

describe('Cypher', () => {
  beforeEach(() => post({ text: TEXT }));
  const ask = (query: string, more: object = {}) => api.post('/api/cypher').send({ query, ...more });
  it('takes parameters and gives rows', async () => {
    const { body } = await ask('MATCH (a {name: $name})-[r:CONDEMNS]->(b) RETURN b.name, r.quote', {
      params: { name: 'Iran' },
    });
    expect(body).toMatchObject({
      columns: ['b.name', 'r.quote'],
      rows: [['Cuba', 'Iran condemns Cuba']],
      truncated: false,
    });
    expect(body).not.toHaveProperty('graph');
  });
  it('gives the graph that the values hold, with the ends of its edges, where asked to', async () => {
    const { body } = await ask('MATCH ()-[r:CONDEMNS]->() RETURN collect(r) AS all', { graph: true });
    const { graph } = body as GraphResponse;
    expect(graph.nodes.map((n) => n.id)).toEqual(['country:CUB', 'country:IRN']);
    const [edge] = graph.edges;
    expect((await api.get(`/api/edges/${edge?.id}`)).body).toMatchObject({ edge });
  });
  it('says when there are more rows', async () => {
    const { body } = await ask('MATCH (n:Entity) RETURN n', { maxRows: 3 });
    expect(body).toMatchObject({ truncated: true });
    expect((body as CypherResponse).rows).toHaveLength(3);
  });
  it.each(['CREATE (n:X)', 'MATCH (n) SET n.x = 1', 'MERGE (n:X {id: 1})', 'MATCH (n) DETACH DELETE n'])(
    'refuses %s',
    async (query) => {
      const before = await store.stats();
      expect(problem(await ask(query))).toMatchObject({ status: 403, code: 'READ_ONLY' });
      expect(await store.stats()).toEqual(before);
    },
  );
});
