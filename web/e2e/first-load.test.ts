import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildPage } from './server.ts';

const built = fileURLToPath(new URL('../../dist/web/', import.meta.url));

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Bytes of JavaScript, compressed, that these modules and all they import at once come to. */
function compressed(manifest: Readonly<Record<string, Chunk>>, modules: readonly string[]): number {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    manifest[name]?.imports?.forEach(visit);
  };
  modules.forEach(visit);
  const files = new Set([...seen].map((name) => manifest[name]?.file ?? ''));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(built + file)).length, 0);
}

beforeAll(buildPage);

it('loads less than 450 kB of JavaScript for the first view', () => {
  const manifest = JSON.parse(readFileSync(`${built}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
  const first = ['index.html', 'views/graph/graph-view.tsx'];
  expect(Object.keys(manifest)).toEqual(expect.arrayContaining(first));
  const bytes = compressed(manifest, first);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(450_000);
});
