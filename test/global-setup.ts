import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const BUILT = 'dist/server/cli.js';
const SOURCES = ['index.ts', 'browser.ts', 'tsconfig*.json', '{graph,ingest,server}/**/*.ts'];

/**
 * Tests read the data files as they are now, and start the program as users do: built, and from the sources as they are
 * now. Types are checked elsewhere.
 */
export function setup(): void {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  execFileSync(process.execPath, ['scripts/pack-data.mjs'], { stdio: 'inherit' });
  if (isBuilt()) return;
  const args = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
}

function isBuilt(): boolean {
  if (!existsSync(BUILT)) return false;
  const { mtimeMs } = statSync(BUILT);
  return globSync(SOURCES).every((file) => file.endsWith('.test.ts') || statSync(file).mtimeMs <= mtimeMs);
}
