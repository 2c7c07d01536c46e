import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import type { Statement } from '../../graph/model.ts';
import { readStatement } from '../../ingest/index.ts';
import { writeCorpus } from '../../ingest/testing/corpus.ts';
import { runCli, startCli } from '../testing/cli.ts';
import type { Running } from '../testing/cli.ts';
import { startNeo4j, whySkipNeo4j } from '../testing/neo4j.ts';
import type { Neo4jServer } from '../testing/neo4j.ts';
import { startRedis, whySkipRedis } from '../testing/redis.ts';
import type { RedisServer } from '../testing/redis.ts';
import { tempFolder } from '../testing/temp-store.ts';
import { checkStore, connect, queueNames } from './connection.ts';
import { Dispatcher, Undone } from './dispatcher.ts';
import { listLetters } from './letters.ts';
import { saveRemotely } from './remote.ts';

const why = whySkipRedis() ?? whySkipNeo4j();
vi.setConfig({ testTimeout: 240_000 });

describe.skipIf(why)(`many machines${why ? ` (skipped: ${why})` : ''}`, () => {
  let redis: RedisServer;
  let neo4j: Neo4jServer;
  let store: GraphStore;
  let client: Redis;
  let queue: Queue;
  let folder: string;
  const workers: Running[] = [];

  beforeAll(async () => {
    [redis, neo4j] = await Promise.all([startRedis(), startNeo4j({})]);
    store = await openStore({ kind: 'neo4j', uri: neo4j.uri, user: 'neo4j', password: '' });
    client = await connect(redis.url);
    queue = new Queue((await queueNames(store)).queue, { connection: client });
  });
  afterAll(async () => {
    await queue?.close();
    client?.disconnect();
    await store?.close();
    await Promise.all([redis?.stop(), neo4j?.stop()]);
  });
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((w) => w.end('SIGKILL')));
    await rm(folder, { recursive: true, force: true });
  });

  const shared = (): Record<string, string> => ({ ENTENTE_DATA: `${folder}/data`, NEO4J_URI: neo4j.uri });
  const work = async (): Promise<Running> => {
    const worker = startCli(
      ['worker', '--queue', redis.url, '--threads', '1', '--lost-after', '6'],
      shared(),
    );
    workers.push(worker);
    await worker.says(/takes from/);
    return worker;
  };
  /** Kills a worker while it has jobs in work: it is held still until that is certain. */
  const killAtWork = async (worker: Running, after: number): Promise<void> => {
    const mine = async (): Promise<boolean> =>
      (await queue.getJobs(['active'])).some((job) => job?.processedBy?.endsWith(`-${worker.pid}`));
    for (;;) {
      if ((await store.stats()).statements >= after) {
        process.kill(worker.pid, 'SIGSTOP');
        if (await mine()) break;
        process.kill(worker.pid, 'SIGCONT');
      }
      await new Promise((next) => setTimeout(next, 20));
    }
    await worker.end('SIGKILL');
  };

  it('give the graph of one machine, byte for byte, also when one is killed half-way', async () => {
    const count = 80;
    await writeCorpus(`${folder}/in`, { count, repeats: 10 });
    const alone = { ENTENTE_DATA: `${folder}/alone` };
    const [one, , undisturbed] = await Promise.all([
      work(),
      work(),
      runCli(['ingest', `${folder}/in`, '--quiet'], alone),
    ]);
    expect(undisturbed.code).toBe(0);
    const ingest = ['ingest', `${folder}/in`, '--queue', redis.url, '--json', '--quiet'];
    const running = runCli(ingest, shared());
    await killAtWork(one, 10);
    const { code, out, err } = await running;
    expect(err).toBe('');
    expect(code).toBe(0);
    const report = JSON.parse(out) as { added: number; queue: { workers: number; retaken: number } };
    expect(report).toMatchObject({ added: count, rejected: [], queue: { workers: 1 } });
    expect(report.queue.retaken).toBeGreaterThan(0);

    const [together, single] = await Promise.all(
      [shared(), alone].map((env) => runCli(['export', '--format', 'json'], env)),
    );
    expect(single!.out.length).toBeGreaterThan(100_000);
    expect(together!.out === single!.out).toBe(true);
  });

  it('name what they cannot do on a dead-letter list, go on, and try again when asked to', async () => {
    const file = join(folder, 'one.txt');
    await writeFile(file, 'Norway thanked Malta for its help.');
    const names = await queueNames(store);
    const dispatcher = await Dispatcher.open(client, names, {
      lostAfterMs: 30_000,
      covers: () => true,
      onNobody: () => undefined,
    });
    await work();
    const damaged = dispatcher.do('read', { name: file, others: 0 }, Buffer.from('no job'));
    await expect(damaged).rejects.toThrow(Undone);
    const good = { ...readStatement('Chile condemned Peru.'), origin: 'good' };
    const bad = { ...good, id: 'statement:bad', origin: 'bad', text: undefined } as unknown as Statement;
    expect(await saveRemotely(dispatcher, [good, bad])).toMatchObject({
      added: 1,
      refused: [{ at: 1, problem: expect.stringContaining('damaged') as string }],
    });
    await dispatcher.close();
    expect(await store.getStatement(good.id)).toBeDefined();
    expect(await listLetters(queue)).toMatchObject([
      { kind: 'read', name: file, tries: 3 },
      { kind: 'save', name: 'bad', tries: 3 },
    ]);

    const show = ['queue', '--queue', redis.url];
    const shown = await runCli(show, shared());
    expect(shown.out).toMatch(
      /^1 workers, 0 jobs waiting, 0 in work, 2 dead letters\nread .*one\.txt: .*damaged/,
    );
    const retried = await runCli([...show, '--retry'], shared());
    expect(retried.out).toContain('1 statement (1 new');
    expect(await listLetters(queue)).toEqual([]);
  });

  it('say what is missing, and keep the password to themselves', async () => {
    expect(() => checkStore('embedded')).toThrow(/set NEO4J_URI/);
    await expect(connect('redis:6379')).rejects.toThrow(/write redis:\/\/host:6379/);
    const nowhere = await connect('redis://:secret@127.0.0.1:1').catch((error: Error) => error.message);
    expect(nowhere).toMatch(/no Redis can be used at redis:\/\/127\.0\.0\.1:1: .*ECONNREFUSED/);
  });
});
