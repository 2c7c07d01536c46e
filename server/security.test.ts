import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppOptions } from './app.ts';
import { startServer } from './main.ts';
import { apiOf, openTempStore } from './testing/temp-store.ts';
import type { TempStore } from './testing/temp-store.ts';
import { wordExtractor } from './testing/word-extractor.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await openTempStore();
});
afterEach(() => temp.close());
const api = (options: Partial<AppOptions> = {}): ReturnType<typeof apiOf> => apiOf(temp.store, options);
const TOKEN = 'a-long-enough-token';

describe('a loopback server', () => {
  it.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'entente.localhost'])(
    'answers to %s',
    async (host) => {
      expect((await api().get('/api/graph').set('Host', host)).status).toBe(200);
    },
  );
  it.each(['evil.example', '127.0.0.1.evil.example:8080', 'localhost.evil.example', ''])(
    'not to "%s"',
    async (host) => {
      const response = await api().get('/api/graph').set('Host', host);
      expect(response.status).toBe(403);
    },
  );
  it.each([
    ['https://evil.example', undefined, 403],
    ['null', undefined, 403],
    ['http://localhost:9999', undefined, 403],
    ['http://localhost:8080', 'same-origin', 201],
    [undefined, 'cross-site', 403],
    [undefined, 'same-origin', 201],
    [undefined, undefined, 201],
  ])('a POST from origin %s (%s) -> %i', async (origin, site, status) => {
    const post = api().post('/api/statements').set('Host', 'localhost:8080');
    if (origin !== undefined) void post.set('Origin', origin);
    if (site !== undefined) void post.set('Sec-Fetch-Site', site);
    const response = await post.send({ text: 'Iran condemns Cuba.' });
    expect(response.status).toBe(status);
    if (status === 403) expect(response.body).toMatchObject({ code: 'FORBIDDEN_ORIGIN' });
  });
  it('takes no form of another site', async () => {
    const response = await api().post('/api/statements').type('form').send({ text: 'x' });
    expect(response.body).toMatchObject({ status: 415 });
  });
  it('sends a strict policy and no caching', async () => {
    const { headers } = await api().get('/api/graph');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });
  it('limits the rate', async () => {
    const limited = api({ limits: { queriesPerMinute: 1 } });
    const ask = () => limited.post('/api/cypher').send({ query: 'MATCH (n) RETURN n' });
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.body).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('a server with a token', () => {
  it('wants it for the API, by whatever name it is called', async () => {
    const open = api({ token: TOKEN });
    const ask = (value?: string) => {
      const get = open.get('/api/graph').set('Host', 'entente.example');
      return value === undefined ? get : get.set('Authorization', value);
    };
    const refused = await ask();
    expect(refused.body).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
    expect(refused.headers['www-authenticate']).toContain('Bearer');
    expect((await ask('Bearer wrong')).status).toBe(401);
    expect((await ask(`Bearer ${TOKEN}`)).status).toBe(200);
    expect((await open.get('/health').set('Host', 'entente.example')).status).toBe(200);
  });
});

describe('starting', () => {
  const start = (host: string, token?: string, port = 0) =>
    startServer({ store: temp.store, extractor: wordExtractor, host, port, token });
  it('refuses to open to the network without a token', async () => {
    await expect(start('0.0.0.0')).rejects.toThrow(/ENTENTE_TOKEN/);
    await expect(start('0.0.0.0', 'short')).rejects.toThrow(/at least 16/);
  });
  it('names a port that is taken', async () => {
    const server = await start('127.0.0.1');
    await expect(start('127.0.0.1', undefined, Number(new URL(server.url).port))).rejects.toThrow(/is taken/);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    await server.close();
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  });
});
