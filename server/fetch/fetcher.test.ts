import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardedLookup, isPublic } from './address.ts';
import { Fetcher, UNCHANGED } from './fetcher.ts';

let server: Server;
let base: string;
let answer: RequestListener;
let asked: string[];
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/robots.txt' && !/robots/.test(answer.name))
      return void response.writeHead(404).end();
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = (_request, response) => void response.end('Malta met Norway.');
});
afterEach(
  () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
);

/** One that may ask this machine, so that there is something to fetch. */
const open = (options = {}): Fetcher => new Fetcher({ allows: () => true, pauseMs: 0, ...options });

describe('addresses inside a network', () => {
  const { port } = { port: 80 };
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://017700000001/',
    'http://0.0.0.0/',
    'http://10.0.0.8/',
    'http://172.16.3.4/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://240.0.0.1/',
    'http://localhost/',
    `http://localhost.:${port}/`,
    'http://user:pass@example.org/',
    'file:///etc/passwd',
    'data:text/plain,Malta',
    'ftp://example.org/',
    'gopher://example.org/',
    'javascript:1',
    'not an address',
  ])('%s is refused', async (address) => {
    await expect(new Fetcher().fetch(address)).rejects.toMatchObject({ name: 'Rejection', code: 'INVALID' });
  });
  it('are refused when a redirect leads to them', async () => {
    const only = new Set(['127.0.0.1']);
    const fetcher = new Fetcher({ allows: (ip) => only.has(ip) || isPublic(ip), pauseMs: 0 });
    for (const location of [
      'http://10.0.0.8/',
      'http://169.254.169.254/',
      'http://[::1]/',
      'file:///etc/passwd',
      'data:,x',
    ]) {
      answer = (_request, response) => void response.writeHead(302, { location }).end();
      await expect(fetcher.fetch(`${base}/away`)).rejects.toMatchObject({ code: 'INVALID' });
    }
  });
  it('are refused when a name resolves to them, at the moment of connecting', async () => {
    // `localhost` is public for the check of the address and private for the look-up: as with a name that is rebound.
    const fetcher = new Fetcher({ pauseMs: 0 });
    await expect(fetcher.fetch(base.replace('127.0.0.1', 'localhost'))).rejects.toThrow(/private network/);
    expect(asked).toEqual([]);
    const refused = await new Promise<Error | null>((resolve) =>
      guardedLookup(isPublic)('localhost', { all: true }, (error) => resolve(error)),
    );
    expect(refused?.message).toMatch(/private network/);
  });
});

describe('fetching', () => {
  it('follows redirects, unpacks, and says where it was at last', async () => {
    answer = (request, response) =>
      request.url === '/a'
        ? void response.writeHead(301, { location: '/b' }).end()
        : void response
            .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip', etag: '"1"' })
            .end(gzipSync('Malta.'));
    expect(await open().fetch(`${base}/a`)).toMatchObject({
      url: `${base}/b`,
      bytes: Buffer.from('Malta.'),
      mediaType: 'text/plain',
      etag: '"1"',
    });
  });
  it('asks once more only whether a page changed', async () => {
    answer = (request, response) =>
      void response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
    expect(await open().fetch(`${base}/a`, { etag: '"1"' })).toBe(UNCHANGED);
  });
  it('obeys robots.txt, and stays away when it cannot be read', async () => {
    answer = function robots(request, response) {
      response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /inner' : 'x');
    };
    const fetcher = open();
    await expect(fetcher.fetch(`${base}/inner/a`)).rejects.toThrow(/robots\.txt/);
    expect(await fetcher.fetch(`${base}/open`)).toMatchObject({ url: `${base}/open` });
    expect(asked).toEqual(['/robots.txt', '/open']);
    answer = function robots(_request, response) {
      response.writeHead(503).end();
    };
    await expect(open().fetch(`${base}/open`)).rejects.toThrow(/robots\.txt/);
  });
  it('asks one host one page at a time', async () => {
    let now = 0;
    let most = 0;
    answer = (_request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => (now--, response.end('x')), 20);
    };
    const fetcher = open();
    await Promise.all(['/1', '/2', '/3'].map((path) => fetcher.fetch(base + path)));
    expect(most).toBe(1);
  });
  it.each([
    [
      'too much',
      { maxBytes: 1000 },
      (response: { end: (s: string) => void }) => response.end('x'.repeat(5000)),
      'TOO_LONG',
    ],
    ['too slow', { timeoutMs: 300 }, () => undefined, 'LIMIT'],
  ])('refuses what is %s', async (_what, options, respond, code) => {
    answer = (_request, response) => void respond(response);
    await expect(open(options).fetch(`${base}/a`)).rejects.toMatchObject({ code });
  });
  it('refuses a packed answer that explodes, loops, and errors', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    answer = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    await expect(open({ maxBytes: 1_000_000 }).fetch(`${base}/a`)).rejects.toMatchObject({
      code: 'TOO_LONG',
    });
    answer = (_request, response) => void response.writeHead(302, { location: '/a' }).end();
    await expect(open().fetch(`${base}/a`)).rejects.toThrow(/leads on/);
    answer = (_request, response) => void response.writeHead(404).end();
    await expect(open().fetch(`${base}/a`)).rejects.toThrow(/answered 404/);
  });
});
