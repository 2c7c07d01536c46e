import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExtractor } from '../../ingest/index.ts';
import { release, writeCorpus } from '../../ingest/testing/corpus.ts';
import { SINGLE } from '../../ingest/testing/originals.ts';
import { ingestBatch } from '../cli/ingest-batch.ts';
import type { Target } from '../cli/target.ts';
import { openTempStore } from '../testing/temp-store.ts';
import type { TempStore } from '../testing/temp-store.ts';
import type { RunOptions } from './run.ts';
import { ReadingPool } from './reading-pool.ts';
import { runSources } from './run.ts';
import type { RunReport } from './report.ts';
import { toHtml, toText } from './report.ts';

const extractor = createExtractor();
// Threads that read TypeScript first take seconds to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });
const pool = new ReadingPool({ threads: 2 });
afterAll(() => pool.close());
let temp: TempStore;
beforeEach(async () => {
  temp = await openTempStore();
});
afterEach(() => temp.close());

const at = (...names: string[]): string => join(temp.folder, 'in', ...names);
async function put(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(at(name), '..'), { recursive: true });
  await writeFile(at(name), content);
}
type Whole = Pick<Target, 'ingest' | 'statement' | 'statementIds' | 'remove' | 'stats'>;
function targetOf({ store }: TempStore): Whole {
  return {
    ingest: (batch) => ingestBatch(store, { extract: async (s) => extractor.extract(s) }, batch),
    statement: async (id) => (await store.getStatement(id))?.statement,
    statementIds: async () => new Set(await store.statementIds()),
    remove: async (ids) => {
      for (const id of ids) await store.deleteStatement(id);
    },
    stats: () => store.stats(),
  };
}
const run = (
  options: RunOptions & { paths?: string[]; on?: TempStore; target?: Whole } = {},
): Promise<RunReport> => {
  const on = options.on ?? temp;
  return runSources(options.target ?? targetOf(on), join(on.folder, 'sources'), options.paths ?? [at()], {
    threads: 2,
    pool,
    ...options,
  });
};
async function exported({ store }: TempStore): Promise<string> {
  let all = '';
  for await (const item of store.stream())
    all += `${JSON.stringify(item.kind === 'statement' ? { ...item.statement, origin: '' } : item)}\n`;
  return all;
}

describe('a run', () => {
  it('reads every format, does nothing the second time, and reports', async () => {
    await writeCorpus(at(), { count: 60 });
    await put('bad.pdf', '%PDF-1.4 broken');
    const first = await run();
    expect(first).toMatchObject({
      documents: 60,
      replaced: 0,
      unchanged: 0,
      removed: 0,
      interrupted: false,
    });
    expect(first.rejected).toMatchObject([{ name: at('bad.pdf'), code: 'DAMAGED' }]);
    expect(first.added + first.same).toBe(60);
    expect(first.repeats.length).toBeGreaterThan(0);
    expect(first.sentences).toBeGreaterThan(500);
    expect(toText(first)).toMatch(/DAMAGED .*bad\.pdf/);
    expect(toHtml(first)).toContain('bad.pdf');
    const before = await exported(temp);
    expect(await run()).toMatchObject({
      added: 0,
      replaced: 0,
      edges: 0,
      documents: 60,
      rejected: first.rejected,
    });
    expect(await exported(temp)).toBe(before);
  });
  it('replaces what changed, keeps what is gone, and takes it back when asked', async () => {
    for (const n of [1, 2, 3]) await put(`${n}.txt`, SINGLE['txt']!(release(n)) as string);
    await run();
    await put('2.txt', 'Peru thanked Chile for its help.');
    await rm(at('3.txt'));
    expect(await run()).toMatchObject({ added: 0, replaced: 1, unchanged: 1, removed: 1, vanished: 1 });
    expect((await temp.store.stats()).statements).toBe(3);
    expect(await run({ prune: true })).toMatchObject({ removed: 1 });
    expect((await temp.store.stats()).statements).toBe(2);
  });
  it('keeps a document that two files hold as long as one of them does', async () => {
    const text = SINGLE['txt']!(release(1)) as string;
    await put('a.txt', text);
    await put('b.txt', text);
    expect(await run()).toMatchObject({ added: 1, same: 1 });
    await put('a.txt', 'Peru thanked Chile for its help.');
    await run();
    expect((await temp.store.stats()).statements).toBe(2);
  });
  it('links the same release on two sites, whichever comes first, and counts it once', async () => {
    const { title, ...rest } = release(4);
    const other = { ...rest, title, date: '2025-01-01', paragraphs: ['(News service)', ...rest.paragraphs] };
    await put('late.html', SINGLE['html']!(other));
    await run();
    const alone = await temp.store.stats();
    await put('early.docx', SINGLE['docx']!({ ...rest, title }));
    expect((await run()).repeats).toEqual([{ name: at('late.html'), of: at('early.docx') }]);
    expect((await temp.store.stats()).edges['MENTIONS']).toBe(alone.edges['MENTIONS']);
    const { rows } = await temp.store.query(
      'MATCH (s:Statement) WHERE s.repeats IS NOT NULL MATCH (o:Statement {id: s.repeats}) RETURN o.origin',
      {},
      { maxRows: 9, timeoutMs: 9000 },
    );
    expect(rows).toEqual([[at('early.docx')]]);
    // Without the first, the second speaks for itself again.
    await rm(at('early.docx'));
    expect((await run({ prune: true })).repeats).toEqual([]);
    expect((await temp.store.stats()).edges).toEqual(alone.edges);
  });
  it('changes nothing in a dry run, and leaves out what is older than asked for', async () => {
    for (const n of [1, 2, 3])
      await put(`${n}.txt`, SINGLE['txt']!({ ...release(n), date: `200${n}-01-01` }) as string);
    expect(await run({ dryRun: true })).toMatchObject({ dryRun: true, added: 3, edges: 0 });
    expect((await temp.store.stats()).statements).toBe(0);
    expect(await readdir(temp.folder)).not.toContain('sources');
    expect(await run({ since: '2002-06' })).toMatchObject({ added: 1, older: 2 });
    expect(await run()).toMatchObject({ added: 2, older: 0, unchanged: 1 });
  });
  it('gives the same graph in whatever order documents come', async () => {
    await writeCorpus(at(), { count: 60, repeats: 10 });
    const other = await openTempStore();
    try {
      await run();
      const years = (await readdir(at())).sort().reverse();
      for (const half of [years.slice(0, 9), years.slice(9)])
        await run({ paths: half.map((year) => at(year)), on: other });
      expect(await exported(other)).toBe(await exported(temp));
    } finally {
      await other.close();
    }
  });
  it('goes on after a failure at any batch, and after a journal that was cut in the middle of a line', async () => {
    await writeCorpus(at(), { count: 60, repeats: 10 });
    const target = targetOf(temp);
    for (const failing of [1, 2]) {
      let batches = 0;
      const ingest: Whole['ingest'] = async (batch) => {
        // What a kill does: some of it is saved, and nobody hears of it.
        await target.ingest(batch.slice(0, 10 * failing));
        if (++batches === 1) throw new Error('gone');
        return target.ingest(batch);
      };
      await expect(run({ target: { ...target, ingest } })).rejects.toThrow('gone');
      const journal = join(temp.folder, 'sources', 'journal.jsonl');
      await writeFile(`${journal}.cut`, (await readFile(journal, 'utf8')).slice(0, -700));
      await rename(`${journal}.cut`, journal);
    }
    await run();
    const other = await openTempStore();
    try {
      await run({ on: other });
      expect(await exported(temp)).toBe(await exported(other));
    } finally {
      await other.close();
    }
  });
});
