import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, noBrowser, suite } from '../web/e2e/browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = '<!doctype html><title>A page of somebody else</title>';

describe.skipIf(noBrowser)(suite('the extractor in a page of somebody else'), () => {
  let browser: Browser;
  let files: Server;

  beforeAll(async () => {
    const args = [
      'node_modules/vite/bin/vite.js',
      'build',
      '-c',
      'vite.browser.config.ts',
      '--logLevel',
      'error',
    ];
    execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
    files = createServer((request, response) => {
      const isScript = request.url === '/entente.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? readFileSync(join(root, 'dist/browser/entente.js')) : PAGE);
    });
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    files?.close();
  });

  it('reads a text as Node does, and asks nobody', async () => {
    const { extract } = await import('../browser.ts');
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`);
    const text = 'Iran condemned Israel on Monday. President Biden met Prime Minister Sunak in London.';
    // As text: the test runner would rewrite the import of a function.
    const read: unknown = await page.evaluate(
      `import('/entente.js').then(({ extract }) => extract(${JSON.stringify(text)}))`,
    );
    expect(read).toEqual(JSON.parse(JSON.stringify(extract(text))));
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/entente.js']);
  });
});
