/**
 * `npx tsx scripts/damaged.ts`: more than 300 damaged inputs through one run. Each must be in the report with its reason or
 * have given whole documents; nothing may be written outside the data folder, and no input may take longer than the time-out.
 * Needs `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { damaged } from '../ingest/testing/damaged.ts';
import type { RunReport } from '../server/sources/report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'entente-damaged-'));
const folder = join(work, 'in');
mkdirSync(folder);
const all = damaged();
for (const { name, bytes } of all) writeFileSync(join(folder, name), await bytes());
writeFileSync(join(folder, 'good.txt'), 'Norway thanked Malta for its help.');

const began = performance.now();
const { status, signal, stderr } = spawnSync(
  process.execPath,
  [join(root, 'bin/entente.mjs'), 'ingest', folder, '--quiet', '--report', join(work, 'report.json')],
  {
    env: { ...process.env, ENTENTE_DATA: join(work, 'data') },
    cwd: work,
    encoding: 'utf8',
    timeout: 1_200_000,
    maxBuffer: 64 * 2 ** 20,
  },
);
const seconds = (performance.now() - began) / 1000;
if (status !== 1) throw new Error(`the run ended with ${status ?? signal}: ${stderr.slice(-2000)}`);
const report = JSON.parse(readFileSync(join(work, 'report.json'), 'utf8')) as RunReport;
const journal = readFileSync(join(work, 'data', 'sources', 'journal.jsonl'), 'utf8');
const named = (name: string): boolean =>
  report.rejected.some((p) => p.name.startsWith(join(folder, name)) && p.problem !== '');
const silent = all.filter(
  ({ name }) => !named(name) && !journal.includes(`"name":"${join(folder, name)}","version"`),
);
const partly = all.filter(({ name }) => !named(name));
const outside = readdirSync(work).filter((f) => !['in', 'data', 'report.json'].includes(f));
const touched = readdirSync(folder).length !== all.length + 1;
const codes: Record<string, number> = {};
for (const { code } of report.rejected) codes[code] = (codes[code] ?? 0) + 1;
console.log(
  `${all.length} damaged inputs in ${seconds.toFixed(0)} s: ${all.length - partly.length} refused with a reason, ${partly.length} read as far as they are whole`,
);
console.log(codes);
if (process.argv.includes('--list')) for (const { name } of partly) console.log('read', name);
if (process.argv.includes('--list'))
  for (const p of report.rejected)
    console.log(p.code, p.name.slice(folder.length + 1), p.problem.slice(0, 150));
const good = report.documents > 0 && journal.includes('good.txt');
const ok = silent.length === 0 && outside.length === 0 && !touched && good;
if (!ok) console.log({ silent: silent.map((s) => s.name), outside, touched, good });
rmSync(work, { recursive: true });
process.exitCode = ok ? 0 : 1;
