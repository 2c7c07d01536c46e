/**
 * `npx tsx scripts/kill.ts [count] [kills]`: reads a generated collection (25,000 documents unless told) and, where it is beside
 * the checkout, ../shared/gold in every format; once undisturbed, once killed with -9 at random moments and begun again. Both
 * exports must be the same bytes. Needs `npm run build`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHeader } from '../ingest/index.ts';
import { chance, writeCorpus } from '../ingest/testing/corpus.ts';
import { MANY, SINGLE } from '../ingest/testing/originals.ts';
import type { Release } from '../ingest/testing/originals.ts';

const [count = '25000', kills = '10', seed = '1'] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'entente-kill-'));
const random = chance(Number(seed));

async function entente(args: readonly string[], data: string, killAfterMs?: number): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'bin/entente.mjs'), ...args], {
    env: { ...process.env, ENTENTE_DATA: join(work, data) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await once(child, 'close');
  clearTimeout(timer);
  return child.exitCode ?? -1;
}

async function writeGold(folder: string): Promise<void> {
  const gold = join(root, '..', 'shared', 'gold');
  if (!existsSync(gold)) return;
  const releases = readdirSync(gold)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((f): Release => {
      const text = readFileSync(join(gold, f), 'utf8');
      const { fields, body } = readHeader(text);
      return {
        title: fields.title ?? f,
        date: fields.date ?? '2020-01-01',
        source: fields.source ?? 'gold',
        paragraphs: text
          .slice(body)
          .trim()
          .split(/\n\s*\n/),
      };
    });
  mkdirSync(folder, { recursive: true });
  for (const [format, write] of Object.entries(SINGLE))
    releases.forEach((r, n) => writeFileSync(join(folder, `${n}.${format}`), write(r)));
  for (const [format, write] of Object.entries(MANY))
    writeFileSync(join(folder, `all.${format}`), await write(releases));
}

await writeCorpus(join(work, 'in'), { count: Number(count) });
await writeGold(join(work, 'in', 'gold'));
const ingest = ['ingest', join(work, 'in'), '--quiet'];
const timed = async (): Promise<number> => {
  const began = performance.now();
  await entente(ingest, 'undisturbed');
  return performance.now() - began;
};
const first = await timed();
const again = await timed();
console.log(
  `first run ${(first / 1000).toFixed(1)} s, again ${(again / 1000).toFixed(1)} s: ${((100 * again) / first).toFixed(1)} % (at most 5)`,
);
// What was done before goes on from there: moments of one run, so that none comes when all is done.
const moments = Array.from({ length: Number(kills) }, () => random() * first).sort((a, b) => a - b);
for (const [n, moment] of moments.entries()) {
  const after = moment - (moments[n - 1] ?? 0);
  await entente(ingest, 'killed', after);
  console.log(`killed after ${(after / 1000).toFixed(1)} s`);
}
await entente(ingest, 'killed');
for (const data of ['undisturbed', 'killed'])
  await entente(['export', '--format', 'json', '--out', join(work, `${data}.json`)], data);
const [one, other] = ['undisturbed', 'killed'].map((data) => readFileSync(join(work, `${data}.json`)));
const same = one!.equals(other!);
console.log(`${one!.length} bytes exported, ${same ? 'byte-identical' : 'DIFFERENT'}`);
if (same) rmSync(work, { recursive: true });
process.exitCode = same && again < 0.05 * first ? 0 : 1;
