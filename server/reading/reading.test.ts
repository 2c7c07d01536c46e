import { afterAll, beforeAll, expect, it } from 'vitest';
import { MANY, SINGLE } from '../../ingest/testing/originals.ts';
import type { FileContent, Problem } from '../contract.ts';
import { apiOf, openTempStore } from '../testing/temp-store.ts';
import type { TempStore } from '../testing/temp-store.ts';
import { createReading } from './reading.ts';

const release = (n: number) => ({
  title: `On the talks ${n}`,
  date: '2024-02-03',
  source: 'Ministry of Foreign Affairs',
  paragraphs: ['The ministry spoke to the press.', `Senegal condemns Gabon over the talks, ${n}.`],
});
const RELEASES = [release(1), release(2)];

let temp: TempStore;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  temp = await openTempStore();
  api = apiOf(temp.store);
});
afterAll(() => temp.close());

const send = (name: string, bytes: string | Uint8Array) =>
  api.post('/api/statements/read').send({ name, content: Buffer.from(bytes).toString('base64') });

it.each(Object.entries(SINGLE))('reads .%s', async (ending, write) => {
  const { statements, problems } = (await send(`a.${ending}`, write(release(1)))).body as FileContent;
  expect(problems).toEqual([]);
  expect(statements.map(({ text }) => text)).toEqual([expect.stringContaining('Senegal condemns Gabon')]);
});

it.each(Object.entries(MANY))('reads .%s', async (ending, write) => {
  const { statements, problems } = (await send(`a.${ending}`, await write(RELEASES))).body as FileContent;
  expect(problems).toEqual([]);
  expect(statements).toHaveLength(2);
  expect((await temp.store.stats()).statements).toBe(0);
});

it('says what it cannot read, and goes on', async () => {
  const picture = (await send('a.png', Buffer.from('\x89PNG\r\n', 'latin1'))).body as FileContent;
  expect(picture).toMatchObject({ statements: [], problems: [{ name: 'a.png' }] });
  expect(((await api.post('/api/statements/read').send({ name: 'a' })).body as Problem).code).toBe(
    'INVALID_REQUEST',
  );
});

it('takes 2000 statements at most, and says that there are more', async () => {
  const lines = Array.from({ length: 2001 }, (_, n) => JSON.stringify({ text: `Cuba ${n}` })).join('\n');
  const { statements, problems } = (await send('a.jsonl', lines)).body as FileContent;
  expect(statements).toHaveLength(2000);
  expect(problems[0]?.problem).toContain('entente ingest');
});

it('gives up a file that takes too long', async () => {
  const reading = createReading({ patienceMs: 1 });
  await expect(reading.read('a.txt', Buffer.from('Cuba.'))).rejects.toMatchObject({ code: 'LIMIT' });
  await reading.close();
});
