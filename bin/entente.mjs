#!/usr/bin/env node
import './v8-flags.mjs';
import { existsSync } from 'node:fs';

const main = new URL('../dist/server/cli.js', import.meta.url);
if (!existsSync(main)) {
  console.error('entente is not built yet: run `npm run build` (or `npm ci`, which does) first.');
  process.exit(1);
}
await import(main.href);
