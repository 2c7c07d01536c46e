import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf, openTempStore, tempFolder } from './testing/temp-store.ts';
import type { TempStore } from './testing/temp-store.ts';

let temp: TempStore;
let page: string;
beforeAll(async () => {
  temp = await openTempStore();
  // As npx installs it: below a folder that begins with a dot.
  page = join(await tempFolder(), '.npm');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Entente</title>');
  await writeFile(join(page, 'assets', 'index-abc123.js'), 'export {};');
});
afterAll(async () => {
  await temp.close();
  await rm(join(page, '..'), { recursive: true });
});
const get = (path: string) => apiOf(temp.store, { page }).get(path).set('Accept', 'text/html,*/*;q=0.8');

describe('the page', () => {
  it.each(['/', '/?types=CONDEMNS', '/edge/edge:1', '/apiary'])('is at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.text).toContain('<title>Entente');
    expect(response.headers).toMatchObject({ 'cache-control': 'no-cache' });
  });
  it('has assets that are kept for good', async () => {
    const { headers } = await get('/assets/index-abc123.js');
    expect(headers['cache-control']).toMatch(/max-age=31536000, immutable/);
    expect(headers['content-type']).toMatch(/javascript/);
  });
  it.each([
    '/assets/gone-000000.js',
    '/favicon.ico',
    '/api',
    '/api/nowhere',
    '/../package.json',
    '/%2e%2e/package.json',
  ])('is not at %s', async (path) => expect((await get(path)).status).toBe(404));
  it('says how to build it when it is not built', async () => {
    const response = await apiOf(temp.store, { page: join(page, 'none') })
      .get('/')
      .set('Accept', 'text/html');
    expect(response.status).toBe(404);
    expect(response.text).toContain('npm run build');
  });
});
