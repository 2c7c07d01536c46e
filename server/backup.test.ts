import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../graph/store/open.ts';
import { readStatement } from '../ingest/index.ts';
import { startServer } from './main.ts';
import type { RunningServer } from './main.ts';
import { openTempStore } from './testing/temp-store.ts';
import type { TempStore } from './testing/temp-store.ts';
import { wordExtractor } from './testing/word-extractor.ts';
import { useWorkplace } from './testing/workplace.ts';

describe('entente backup and restore', () => {
  const { cli, at } = useWorkplace();
  let temp: TempStore;
  let server: RunningServer;
  beforeAll(async () => {
    process.env['ENTENTE_LOG'] = 'silent';
    temp = await openTempStore();
    await temp.store.save([wordExtractor.extract(readStatement('Iran condemns Cuba.'))]);
    server = await startServer({ store: temp.store, extractor: wordExtractor, port: 0 });
  });
  afterAll(async () => {
    await server.close();
    await temp.close();
  });

  it('brings the graph of a running server into a folder of its own', async () => {
    const backup = await cli(['backup', at('graph.backup'), '--server', server.url]);
    expect(backup).toMatchObject({ code: 0 });
    expect(await cli(['restore', at('graph.backup')])).toMatchObject({ code: 0 });
    const { out } = await cli(['query', 'MATCH (a)-[r:CONDEMNS]->(b) RETURN a.name, b.name', '--json']);
    expect(JSON.parse(out)).toMatchObject({ rows: [['Iran', 'Cuba']] });
    const again = await cli(['restore', at('graph.backup')]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('--replace');
  });

  it('says how to restore what a running server holds', async () => {
    const held = await openStore({ kind: 'embedded', path: at('data') });
    await held.backup(at('graph.backup'));
    const locked = await cli(['restore', at('graph.backup'), '--replace']);
    await held.close();
    const named = await cli(['restore', at('graph.backup'), '--server', server.url]);
    expect([locked.code, named.code]).toEqual([1, 2]);
    for (const { err } of [locked, named]) expect(err).toMatch(/Stop .* run `entente restore .* --replace`/);
  });
});
