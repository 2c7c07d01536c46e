#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

const main = new URL('../dist/server/cli.js', import.meta.url);
if (!existsSync(main)) {
  console.error('entente is not built yet: run `npm run build` (or `npm ci`, which does) first.');
  process.exit(1);
}
// V8 guesses which objects will live long and never looks at those again until memory is short. Of a text read sentence by
// sentence it guesses wrong: with this off, a document of 5 MB takes 400 MB instead of 620 (npm run bench).
setFlagsFromString('--no-allocation-site-pretenuring');
await import(main.href);
