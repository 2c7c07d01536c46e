import { afterEach, describe, expect, it } from 'vitest';
import { Rejection } from '../../ingest/rejection.ts';
import { readStatement } from '../../ingest/index.ts';
import { ExtractorPool } from './extractor-pool.ts';

/** A worker of the tests: "slow" never ends, "bad" is rejected, "crash" kills the thread. */
const script = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ statement }) => {
    if (statement.text === 'slow') for (;;);
    if (statement.text === 'crash') throw new Error('crashed');
    if (statement.text === 'bad') parentPort.postMessage({ ok: false, message: 'not English', rejection: 'LANGUAGE' });
    else parentPort.postMessage({ ok: true, json: JSON.stringify({ statement, nodes: [], edges: [] }) });
  });
  parentPort.postMessage({ ready: true });`;
const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);

let pool: ExtractorPool;
afterEach(() => pool.close());
const extract = (text: string) => pool.extract(readStatement(text));

describe('the extractor pool', () => {
  it('extracts with the rules, in threads', async () => {
    pool = new ExtractorPool({ size: 2 });
    const statements = ['One.', 'Two.', 'Three.'].map((text) => readStatement(text));
    const extractions = await Promise.all(statements.map((s) => pool.extract(s)));
    expect(extractions.map((e) => e.statement)).toEqual(statements);
  });
  it('passes rejections on as rejections', async () => {
    pool = new ExtractorPool({ size: 1, entry });
    await expect(extract('bad')).rejects.toThrow(Rejection);
    await expect(extract('bad')).rejects.toMatchObject({ code: 'LANGUAGE', message: 'not English' });
  });
  it('stops a text that takes too long, and goes on with the next', async () => {
    pool = new ExtractorPool({ size: 1, entry, patience: (s) => (s.text === 'slow' ? 100 : 20_000) });
    const [slow, next] = await Promise.allSettled([extract('slow'), extract('next')]);
    expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'EXTRACTION_TIMEOUT' } });
    expect(next).toMatchObject({ status: 'fulfilled' });
  });
  it('does not let a short text wait for a long one', async () => {
    pool = new ExtractorPool({ size: 2, entry });
    const long = extract('slow').catch(() => undefined);
    await expect(extract('short')).resolves.toMatchObject({ nodes: [] });
    await pool.close();
    await long;
  });
  it('survives a thread that crashes', async () => {
    pool = new ExtractorPool({ size: 1, entry });
    const [crash, next] = await Promise.allSettled([extract('crash'), extract('next')]);
    expect(crash).toMatchObject({ status: 'rejected' });
    expect(next).toMatchObject({ status: 'fulfilled' });
  });
  it('loses no text that a thread which ended had ahead', async () => {
    pool = new ExtractorPool({ size: 1, entry, patience: (s) => (s.text === 'slow' ? 100 : 20_000) });
    await extract('first');
    const texts = Array.from({ length: 60 }, (_, n) => (n === 3 ? 'crash' : n === 9 ? 'slow' : `text ${n}`));
    const results = await Promise.allSettled(texts.map(extract));
    expect(results.flatMap((r, n) => (r.status === 'rejected' ? [texts[n]] : []))).toEqual(['crash', 'slow']);
  });
  it('fails at once, and for all texts, when the rules cannot be loaded', async () => {
    pool = new ExtractorPool({
      size: 2,
      entry: new URL(`data:text/javascript,throw new Error('frames: broken')`),
    });
    for (const result of await Promise.allSettled(['a', 'b', 'c'].map(extract))) {
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { name: 'ExtractorBroken', message: 'the extractor cannot start: frames: broken' },
      });
    }
    await expect(extract('d')).rejects.toThrow(/cannot start: frames: broken/);
  });
  it('loads the rules in one thread, before there is a text, when it is prepared', async () => {
    const told = new BroadcastChannel('loaded');
    let loaded = 0;
    told.onmessage = () => void loaded++;
    const telling = `new BroadcastChannel('loaded').postMessage('here');${script}`;
    pool = new ExtractorPool({
      size: 2,
      entry: new URL(`data:text/javascript,${encodeURIComponent(telling)}`),
    });
    pool.prepare();
    pool.prepare();
    await expect.poll(() => loaded).toBe(1);
    await extract('first');
    expect(loaded).toBe(1);
    told.close();
  });
  it('refuses work once it is closed', async () => {
    pool = new ExtractorPool({ size: 1, entry });
    const pending = extract('slow').catch((error: unknown) => error);
    await pool.close();
    expect(await pending).toMatchObject({ code: 'SHUTTING_DOWN' });
    await expect(extract('next')).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
  });
});
