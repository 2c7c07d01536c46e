/**
 * What drawing costs beside sigma alone: `npm run bench:web [nodes] [edges]`. The same graph in the same Chromium,
 * turn by turn; medians, and the long tasks of both. Sigma alone draws the same nodes and lines, bent lines bent by its
 * own program, and names as it does unasked; ours adds rings, colours by kind, and names placed without overlap.
 * "first" is from the data to the picture, "frame" one picture while the camera moves as the wheel moves it, both with
 * the graphics done; "script" what the main thread has of that frame.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import express from 'express';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from './browser.ts';
import type { Measured } from './bench/page.tsx';

const ROUNDS = 3;
const [nodes = '10000', edges = '30000'] = process.argv.slice(2);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

async function run(browser: Browser, url: string, mode: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  await page.goto(`${url}/index.html?mode=${mode}&nodes=${nodes}&edges=${edges}`);
  const measured = await page.evaluate(() => (window as unknown as { measured: Promise<Measured> }).measured);
  await page.close();
  return measured;
}

const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
await build({
  root: fileURLToPath(new URL('bench', import.meta.url)),
  plugins: [react()],
  worker: { format: 'es' },
  logLevel: 'error',
  build: { outDir: folder, emptyOutDir: true },
});
const server: Server = express().use(express.static(folder)).listen(0, '127.0.0.1');
await new Promise((ready) => server.once('listening', ready));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launchBrowser();
const results: Record<'bare' | 'ours', Measured[]> = { bare: [], ours: [] };
for (let round = 0; round < ROUNDS; round++) {
  for (const mode of ['bare', 'ours'] as const) results[mode].push(await run(browser, url, mode));
}
await browser.close();
server.close();
rmSync(folder, { recursive: true, force: true });

console.log(`${nodes} nodes, ${edges} edges, medians of ${ROUNDS} in milliseconds`);
for (const what of ['first', 'frame', 'script'] as const) {
  const [bare, ours] = [median(results.bare.map((r) => r[what])), median(results.ours.map((r) => r[what]))];
  console.log(
    `${what.padEnd(6)} sigma alone ${bare.toFixed(1).padStart(6)}  ours ${ours.toFixed(1).padStart(6)}  ${(ours / bare).toFixed(2)} times`,
  );
}
console.log(`long tasks of ours: ${results.ours.map((r) => r.longTasks.join(' ') || 'none').join(' | ')}`);
console.log(
  `long tasks of sigma alone: ${results.bare.map((r) => r.longTasks.join(' ') || 'none').join(' | ')}`,
);
