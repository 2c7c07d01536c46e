import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../graph/store/store.ts';
import { CUBA, DIAZ, IRAN, USA, entity, said } from '../graph/store/testing/builders.ts';
import { createCompute } from './compute/compute.ts';
import type { Compute } from './compute/compute.ts';
import type { AnalysisAnswer, EvidenceAnswer, MatrixAnswer, PathsAnswer, Problem } from './contract.ts';
import { apiOf, openTempStore } from './testing/temp-store.ts';
import type { TempStore } from './testing/temp-store.ts';

const SANCTIONS = entity('Issue', 'sanctions');
const corpus = [
  said(
    'One',
    [
      [IRAN, 'SUPPORTS', CUBA],
      [USA, 'SANCTIONS', CUBA, { speaker: DIAZ.id }],
      [IRAN, 'CONDEMNS', SANCTIONS],
    ],
    { date: '2022-01' },
    [DIAZ],
  ),
  said('Two', [[CUBA, 'MET_WITH', IRAN]], { date: '2023-05-01' }),
];

let temp: TempStore;
let store: GraphStore;
let compute: Compute;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  temp = await openTempStore();
  store = temp.store;
  await store.save(corpus);
  compute = createCompute();
  api = apiOf(store, { compute });
});
afterAll(async () => {
  await compute.close();
  await temp.close();
});

describe('GET /api/analysis', () => {
  it('measures what passes the filter and names the nodes', async () => {
    const { body } = (await api.get('/api/analysis')) as { body: AnalysisAnswer };
    expect(body.analysis.of).toEqual({ nodes: 4, pairs: 3, edges: 4 });
    expect(body.analysis.signed).toMatchObject({ cooperative: 1, conflictual: 1 });
    expect(body.nodes).toContainEqual(CUBA);
    const later = (await api.get('/api/analysis?from=2023')) as { body: AnalysisAnswer };
    expect(later.body.analysis.of.edges).toBe(1);
  });

  it('refuses what it does not know, and gives up after its time', async () => {
    const { body } = (await api.get('/api/analysis?blocs=99')) as { body: Problem };
    expect(body.code).toBe('INVALID_REQUEST');
    const impatient = createCompute({ patienceMs: 0 });
    const late = (await apiOf(store, { compute: impatient }).get('/api/analysis')) as { body: Problem };
    expect(late.body).toMatchObject({ code: 'TIMEOUT', detail: expect.stringContaining('narrow') as string });
    await impatient.close();
  });
});

describe('GET /api/matrix', () => {
  it('sets actors against issues, or against each other', async () => {
    const issues = (await api.get('/api/matrix')) as { body: MatrixAnswer };
    expect(issues.body.matrix).toMatchObject({ rows: [IRAN.id], columns: [SANCTIONS.id] });
    expect(issues.body.nodes).toEqual([IRAN, SANCTIONS]);
    const actors = (await api.get('/api/matrix?on=actors')) as { body: MatrixAnswer };
    expect(actors.body.matrix.cells).toHaveLength(3);
  });
});

describe('GET /api/paths', () => {
  it('finds the way with the words that carry each hop', async () => {
    const { body } = (await api.get(`/api/paths?source=${IRAN.id}&target=${USA.id}`)) as {
      body: PathsAnswer;
    };
    expect(body.paths.map((path) => path.nodes)).toEqual([[IRAN.id, CUBA.id, USA.id]]);
    expect(body.paths[0]?.hops.map((hop) => hop.ties.map((tie) => [tie.type, tie.quotes.length]))).toEqual([
      [
        ['MET_WITH', 1],
        ['SUPPORTS', 1],
      ],
      [['SANCTIONS', 1]],
    ]);
    expect(body.nodes).toContainEqual(DIAZ);
    // What an edge without a date is dated by.
    expect(Object.values(body.dates).sort()).toEqual(['2022-01', '2023-05-01']);
  });
  it('respects the filter, and knows who is not there', async () => {
    const none = (await api.get(`/api/paths?source=${IRAN.id}&target=${USA.id}&from=2023`)) as {
      body: PathsAnswer;
    };
    expect(none.body.paths).toEqual([]);
    const missing = (await api.get(`/api/paths?source=${IRAN.id}&target=country:XXX`)) as { body: Problem };
    expect(missing.body.code).toBe('NOT_FOUND');
  });
});

describe('GET /api/evidence', () => {
  const ask = async (query: string): Promise<EvidenceAnswer> =>
    ((await api.get(`/api/evidence?${query}`)) as { body: EvidenceAnswer }).body;
  it('gives all that is stated between two, or by one towards the other', async () => {
    const both = await ask(`source=${IRAN.id}&target=${CUBA.id}`);
    expect(both.edges.map((edge) => edge.type)).toEqual(['SUPPORTS', 'MET_WITH']);
    const out = await ask(`source=${CUBA.id}&target=${IRAN.id}&direction=out`);
    expect(out.edges.map((edge) => edge.type)).toEqual(['MET_WITH']);
    const cut = await ask(`source=${IRAN.id}&target=${CUBA.id}&limit=1`);
    expect([cut.edges.length, cut.totalEdges]).toEqual([1, 2]);
  });
});

describe('POST /api/export/part', () => {
  it('writes the named part in every format', async () => {
    const [edge] = await store.evidence([{ type: 'CONDEMNS', source: IRAN.id, target: SANCTIONS.id }], {});
    const { id, type, source, target } = edge!;
    const part = { nodes: [USA.id], edges: [{ id, type, source, target }] };
    for (const format of ['json', 'gexf', 'graphml', 'csv']) {
      const response = await api
        .post('/api/export/part')
        .send({ ...part, format })
        .buffer(true);
      expect(response.status).toBe(200);
      const text = response.text || String(response.body);
      expect(text, format).toContain(id);
      expect(text, format).not.toContain('SANCTIONS"');
    }
    const refused = await api.post('/api/export/part').send({ ...part, format: 'pdf' });
    expect((refused.body as Problem).code).toBe('INVALID_REQUEST');
  });
});
