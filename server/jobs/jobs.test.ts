import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordExtractor } from '../testing/word-extractor.ts';
import { apiOf, openTempStore } from '../testing/temp-store.ts';
import type { TempStore } from '../testing/temp-store.ts';
import type { Job, Problem, StatementWithGraph } from '../contract.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await openTempStore();
});
afterEach(() => temp.close());

const events = (text: string): readonly Job[] =>
  text
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event) => JSON.parse(event.slice(6)) as Job);

describe('jobs', () => {
  it('reads a batch, tells each step, names what it refuses and saves the rest', async () => {
    const api = apiOf(temp.store);
    const statements = [
      { text: 'Iran condemns Cuba.', title: 'One' },
      { text: ' ', title: 'Nothing in it' },
      { text: 'France supports Japan.', title: 'Two' },
    ];
    const started = (await api.post('/api/jobs').send({ statements })) as { body: Job; status: number };
    expect(started.status).toBe(202);
    const seen = events((await api.get(`/api/jobs/${started.body.id}/events`)).text);
    expect(seen.at(-1)).toMatchObject({ state: 'done', total: 3, done: 3, added: 2 });
    expect(seen.at(-1)?.refused).toMatchObject([{ index: 1, title: 'Nothing in it' }]);
    expect((await temp.store.stats()).statements).toBe(2);
    const again = events((await api.get(`/api/jobs/${started.body.id}/events`)).text);
    expect(again).toEqual([seen.at(-1)]);
  });

  it('stops when told to, and keeps what is saved', async () => {
    let release = (): void => undefined;
    const told = new Promise<void>((resolve) => (release = resolve));
    const waits = {
      extract: async (statement: Parameters<typeof wordExtractor.extract>[0]) => {
        if (statement.title !== 'quick') await told;
        return wordExtractor.extract(statement);
      },
    };
    const api = apiOf(temp.store, { extractor: waits });
    const statements = Array.from({ length: 30 }, (_, i) => ({
      text: `Iran condemns Cuba. ${i}`,
      title: i < 5 ? 'quick' : 'waits',
    }));
    const { body } = (await api.post('/api/jobs').send({ statements })) as { body: Job };
    const state = async (): Promise<Job> => (await api.get(`/api/jobs/${body.id}`)).body as Job;
    await expect.poll(async () => (await state()).done).toBe(5);
    expect((await api.delete(`/api/jobs/${body.id}`)).status).toBe(202);
    release();
    const end = events((await api.get(`/api/jobs/${body.id}/events`)).text).at(-1);
    // The four that were being read when it was told are finished.
    expect(end).toMatchObject({ state: 'cancelled', total: 30, done: 9, added: 9 });
    expect((await temp.store.stats()).statements).toBe(9);
  });

  it('refuses an empty batch and does not know other jobs', async () => {
    const api = apiOf(temp.store);
    expect(((await api.post('/api/jobs').send({ statements: [] })).body as Problem).code).toBe(
      'INVALID_REQUEST',
    );
    for (const path of ['/api/jobs/none', '/api/jobs/none/events']) {
      expect(((await api.get(path)).body as Problem).code).toBe('NOT_FOUND');
    }
  });
});

describe('preview', () => {
  it('reads without saving', async () => {
    const api = apiOf(temp.store);
    const { body } = (await api.post('/api/statements/preview').send({ text: 'Iran condemns Cuba.' })) as {
      body: StatementWithGraph;
    };
    expect(body.graph.edges.map((edge) => edge.type)).toContain('CONDEMNS');
    expect((await temp.store.stats()).statements).toBe(0);
  });
});
