/**
 * How fast whole collections go in, as ratios, so that the machine matters little: `npm run bench:ingest [-- documents times]`.
 * Takes 2,500 specimen releases and ten times as many, unless told otherwise; needs `npm run build`.
 *
 * - Extraction and writing together against extraction alone: documents a second of two threads whose work is written into
 *   the embedded store, as `entente ingest` does it, against two threads that only extract; the same texts, read before, turn
 *   by turn, the median of three.
 * - Two cores against one: extraction and writing with two threads, against one thread held to one core (by `taskset`), and
 *   against one thread that has both cores, where writing goes on beside it.
 * - The whole program, from files of every format to the end, against extraction alone.
 * - Ten times the documents: the time for all of them through that for a tenth.
 * - Again: the same folder once more, nothing changed, start-up included, as a share of the first run.
 * - Memory: the largest resident size of the program, its processes together, with the most documents, and what it was after a minute.
 * - Neo4j: edges a second of our store, which merges, locks and can take back, against bare UNWIND batches of 1,000 rows
 *   through neo4j-driver with the same properties and indexes; turn by turn on one server, after a turn that is not counted.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Extraction } from '../graph/model.ts';
import { benchNeo4j } from '../graph/store/neo4j/testing/bare.ts';
import { median } from '../graph/store/testing/median.ts';
import { createExtractor } from '../ingest/index.ts';
import { specimen, writeCorpus } from '../ingest/testing/corpus.ts';
import { memoryOf, memoryOfChildren } from './own-server.ts';

const [documents = 2500, times = 10] = process.argv.slice(2).map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'entente-bench-ingest-'));
const FOR_NEO4J = 500;
/** Rates of one machine differ by a tenth from minute to minute: the median of as many counts. */
const TURNS = 3;

interface Run {
  readonly seconds: number;
  /** Megabytes: the most, and the most within the first minute. */
  readonly peak: number;
  readonly early: number;
}

/** Runs the built program to its end and watches its memory. */
async function ingest(folder: string, data: string, threads: number): Promise<Run> {
  const began = performance.now();
  const args = [
    join(root, 'bin/entente.mjs'),
    'ingest',
    join(work, folder),
    '--quiet',
    '--threads',
    `${threads}`,
  ];
  const env = { ...process.env, ENTENTE_DATA: join(work, data), ENTENTE_SERVER: '', NEO4J_URI: '' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let [peak, early] = [0, 0];
  const watch = setInterval(() => {
    const pid = child.pid ?? 0;
    peak = Math.max(peak, memoryOf(pid) + memoryOfChildren(pid));
    if (performance.now() - began < 60_000) early = peak;
  }, 250);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`the ingest ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, peak, early };
}

/** Documents a second as ingest-rate.ts measures them; `held`: on one core. */
async function rate(what: 'extract' | 'save', threads: number, held = false): Promise<number> {
  const script = fileURLToPath(new URL('ingest-rate.ts', import.meta.url));
  const node = [process.execPath, '--import', import.meta.resolve('tsx'), script, what, threads, documents];
  const [command, ...args] = [...(held ? ['taskset', '-c', '0'] : []), ...node].map(String);
  const { stdout } = await promisify(execFile)(command!, args);
  return Number(stdout);
}

function extractions(): Extraction[] {
  const extractor = createExtractor();
  return Array.from({ length: FOR_NEO4J }, (_, n) => extractor.extract(specimen(n)));
}

const line = (name: string, value: string, aim: string, how: string): void =>
  console.log(`${name.padEnd(44)} ${value.padStart(8)}  ${aim.padEnd(14)} ${how}`);

try {
  const rates: { extract: number; save: number }[] = [];
  for (let turn = 0; turn < TURNS; turn++)
    rates.push({ extract: await rate('extract', 2), save: await rate('save', 2) });
  const [extracting, both] = [median(rates.map((r) => r.extract)), median(rates.map((r) => r.save))];
  const perSecond = (...rates: number[]): string =>
    `${rates.map((r) => r.toFixed(0)).join(' and ')} documents/s`;
  line(
    'extraction and writing, share of extraction',
    (both / extracting).toFixed(2),
    'at least 0.70',
    perSecond(both, extracting),
  );
  const one = await rate('save', 1, true);
  line('two cores, times as fast as one', (both / one).toFixed(2), 'at least 1.6', perSecond(both, one));
  const beside = await rate('save', 1);
  line('two threads, times as fast as one', (both / beside).toFixed(2), '', perSecond(both, beside));
  await writeCorpus(join(work, 'some'), { count: documents });
  const two = await ingest('some', 'two', 2);
  const whole = documents / two.seconds;
  line(
    'whole program, share of extraction',
    (whole / extracting).toFixed(2),
    '',
    `${perSecond(whole)}, reading ${documents} in every format and start-up included`,
  );
  const again = await ingest('some', 'two', 2);
  line(
    'the same folder again, of the first run',
    `${((100 * again.seconds) / two.seconds).toFixed(1)} %`,
    'under 5 %',
    `${again.seconds.toFixed(2)} s`,
  );
  const { ours, bare } = await benchNeo4j(extractions());
  line(
    'Neo4j, share of bare UNWIND batches',
    (ours / bare).toFixed(2),
    'at least 0.60',
    `${ours.toFixed(0)} and ${bare.toFixed(0)} edges/s`,
  );
  if (times > 1) {
    await writeCorpus(join(work, 'many'), { count: documents * times });
    const many = await ingest('many', 'many', 2);
    line(
      `${times} times the documents, times the time`,
      (many.seconds / two.seconds).toFixed(1),
      `at most ${(1.1 * times).toFixed(0)}`,
      `${many.seconds.toFixed(0)} s for ${documents * times}`,
    );
    line(
      'largest memory',
      `${many.peak.toFixed(0)} MB`,
      'below 1,500 MB',
      `${many.early.toFixed(0)} MB in the first minute`,
    );
  } else line('largest memory', `${two.peak.toFixed(0)} MB`, 'below 1,500 MB', '');
} finally {
  rmSync(work, { recursive: true, force: true });
}
