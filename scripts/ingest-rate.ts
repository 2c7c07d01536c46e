/**
 * Documents a second of extraction, alone or with writing into the embedded store, in a process of its own that can be held
 * to one core: `tsx scripts/ingest-rate.ts extract|save <threads> <documents>` prints the number. The texts are read before,
 * and the clock starts when the threads are warm.
 */
import '../bin/v8-flags.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Statement } from '../graph/model.ts';
import { openIngestStore } from '../graph/store/open.ts';
import { specimen } from '../ingest/testing/corpus.ts';
import { ingestTarget } from '../server/cli/ingest-target.ts';
import { ExtractorPool } from '../server/pool/extractor-pool.ts';
import { inParallel } from '../server/sources/in-parallel.ts';
import { paceOf } from '../server/sources/run.ts';

const [what, ...numbers] = process.argv.slice(2);
const [threads = 2, documents = 2500] = numbers.map(Number);
/** Documents for each thread before the clock starts. */
const WARM = 300;

const texts = (from: number, count: number): Statement[] =>
  Array.from({ length: count }, (_, n) => specimen(from + n));

const pace = paceOf(threads);
const batches = (all: readonly Statement[]): Statement[][] =>
  Array.from({ length: Math.ceil(all.length / pace.statements) }, (_, n) =>
    all.slice(n * pace.statements, (n + 1) * pace.statements),
  );

const folder = mkdtempSync(join(tmpdir(), 'entente-rate-'));
const pool = new ExtractorPool({ size: threads, waiting: Infinity });
const target = ingestTarget(await openIngestStore({ kind: 'embedded', path: folder }), pool);
const work = async (all: readonly Statement[]): Promise<void> =>
  inParallel(batches(all), pace.batches, async (batch) => {
    if (what === 'save') await target.ingest(batch);
    else await Promise.all(batch.map((s) => pool.extract(s)));
  });
try {
  await work(texts(documents, WARM * threads));
  const all = texts(0, documents);
  const began = performance.now();
  await work(all);
  console.log(documents / ((performance.now() - began) / 1000));
} finally {
  await target.close();
  rmSync(folder, { recursive: true, force: true });
}
