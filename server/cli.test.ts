import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SerialisedGraph } from '../graph/serialise.ts';
import { openStore } from '../graph/store/open.ts';
import { readStatement } from '../ingest/index.ts';
import { runCli, serveCli } from './testing/cli.ts';
import type { Outcome, ServerProcess } from './testing/cli.ts';
import { tempFolder } from './testing/temp-store.ts';
import { wordExtractor } from './testing/word-extractor.ts';

let folder: string;
let env: { ENTENTE_DATA: string };
const at = (name: string): string => join(folder, name);
const cli = (args: readonly string[], input?: string | Buffer): Promise<Outcome> => runCli(args, env, input);
beforeEach(async () => {
  folder = await tempFolder();
  env = { ENTENTE_DATA: at('data') };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A store with one condemnation, whatever the rules of ingest/ read. */
async function fill(): Promise<void> {
  const store = await openStore({ kind: 'embedded', path: at('data') });
  await store.save([wordExtractor.extract(readStatement('Iran condemns Cuba.', { title: 'T' }))]);
  await store.close();
}

describe('entente', () => {
  it('explains itself and leaves with 2 when used wrongly', async () => {
    const help = await cli(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['ingest', 'extract', 'classify', 'query', 'export', 'stats', 'serve']) {
      expect(help.out).toContain(name);
      expect((await cli([name, '--help'])).out).toContain('Usage: entente');
    }
    for (const args of [
      [],
      ['fly'],
      ['query'],
      ['query', 'x', '--max-rows', '0'],
      ['export', '--format', 'pdf'],
      ['extract'],
    ]) {
      expect((await cli(args)).code, args.join(' ')).toBe(2);
    }
  }, 60_000);
});

describe('entente ingest', () => {
  beforeEach(async () => {
    await mkdir(at('docs/more'), { recursive: true });
    await writeFile(at('docs/a.txt'), 'Iran condemned Israel.');
    await writeFile(at('docs/more/b.md'), 'Cuba supported Venezuela.');
    await writeFile(
      at('docs/c.jsonl'),
      '{"text":"France met with Japan.","date":"2023"}\n{"text":\n{"text":"Chad."}\n',
    );
  });
  it('reads a folder, says what it refused and why, and changes nothing the second time', async () => {
    const first = await cli(['ingest', at('docs'), '--json']);
    expect(first.code).toBe(1);
    const summary = JSON.parse(first.out) as { rejected: { name: string; problem: string }[] };
    expect(summary).toMatchObject({ added: 4, replaced: 0, unchanged: 0, interrupted: false });
    expect(summary.rejected).toEqual([
      { name: `${at('docs/c.jsonl')}:2`, problem: expect.stringMatching(/^not JSON/) as string },
    ]);
    const before = await cli(['export', '--format', 'json']);
    const second = await cli(['ingest', at('docs')]);
    expect(second.out).toMatch(/^4 statements \(0 new, 0 replaced, 4 unchanged\)/);
    expect(second.err).toContain('docs/c.jsonl:2: not JSON');
    expect((await cli(['export', '--format', 'json'])).out).toBe(before.out);
  });
  it('replaces what a changed file said', async () => {
    await cli(['ingest', at('docs/a.txt')]);
    await writeFile(at('docs/a.txt'), 'Iran thanked Israel.');
    expect((await cli(['ingest', at('docs/a.txt')])).out).toContain('0 new, 1 replaced');
    expect(JSON.parse((await cli(['stats', '--json'])).out)).toMatchObject({ statements: 1 });
  });
  it('reads standard input', async () => {
    expect(await cli(['ingest', '-'], 'Iran condemned Israel.')).toMatchObject({ code: 0 });
    const lines = '{"text":"One."}\n{"text":"Two."}\n';
    expect((await cli(['ingest', '-', '--jsonl'], lines)).out).toContain('2 statements (2 new');
  });
  it.each([
    ['an empty file', '', /is empty/],
    ['a binary file', Buffer.from([1, 0, 2]), /binary/],
    ['other encodings', Buffer.from([0x63, 0xe9]), /UTF-8/],
    ['a line of 50 MB', Buffer.alloc(50_000_000, 'x'), /50000000 bytes/],
  ])('refuses %s and stores nothing', async (_what, content, reason) => {
    await writeFile(at('bad.txt'), content);
    const { code, err } = await cli(['ingest', at('bad.txt')]);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    expect(JSON.parse((await cli(['stats', '--json'])).out)).toMatchObject({ statements: 0 });
  });
  it('passes over a line of 50 MB among others', async () => {
    const huge = `{"text":"${'x'.repeat(50_000_000)}"}`;
    await writeFile(at('lines.jsonl'), `{"text":"One."}\n${huge}\n{"text":"Two."}\n`);
    const { code, out, err } = await cli(['ingest', at('lines.jsonl')]);
    expect(code).toBe(1);
    expect(out).toContain('2 statements (2 new');
    expect(err).toMatch(/lines\.jsonl:2: the line has 50\d+ bytes/);
  });
  it('says that a folder holds no documents, without making a store', async () => {
    await mkdir(at('none'));
    const { code, err } = await cli(['ingest', at('none')]);
    expect(code).toBe(1);
    expect(err).toContain('holds no documents');
    await expect(readFile(at('data'))).rejects.toThrow(/ENOENT/);
  });
});

describe('entente query, export and stats', () => {
  beforeEach(fill);
  const CONDEMNS = 'MATCH (a)-[r:CONDEMNS]->(b) RETURN a.name, b.name, r.quote';
  it('print a table, JSON, and counts', async () => {
    const table = await cli(['query', CONDEMNS]);
    expect(table).toMatchObject({ code: 0, err: expect.stringMatching(/^1 row in/) as string });
    expect(table.out).toMatch(
      /a\.name │ b\.name │ r\.quote\n─+┼─+┼─+\nIran {3}│ Cuba {3}│ Iran condemns Cuba\n/,
    );
    const named = await cli([
      'query',
      'MATCH (n:Country {name: $name}) RETURN n.id LIMIT $n',
      '-p',
      'name=Iran',
      '-p',
      'n=1',
      '--json',
    ]);
    expect(JSON.parse(named.out)).toMatchObject({
      columns: ['n.id'],
      rows: [['country:IRN']],
      truncated: false,
    });
    expect((await cli(['query', '-'], CONDEMNS)).out).toBe(table.out);
    expect((await cli(['stats'])).out).toMatch(/Country +│ +2[^]*CONDEMNS +│ +1/);
  });
  it('refuse to write and name the place of an error', async () => {
    const write = await cli(['query', 'CREATE (n:X) RETURN n']);
    expect(write).toMatchObject({ code: 1, out: '' });
    expect(write.err).toMatch(/read/);
    const syntax = await cli(['query', 'MATCH (n RETURN n']);
    expect(syntax.code).toBe(1);
    expect(syntax.err).toMatch(/line 1, column \d+/);
  });
  it('stop a query at its time-out', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `{"text":"Iran number ${i}."}`).join('\n');
    await cli(['ingest', '-', '--jsonl'], many);
    const { code, err } = await cli([
      'query',
      'MATCH (a),(b),(c),(d),(e),(f),(g) RETURN count(*)',
      '--timeout',
      '0.5',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/stopped after 500 ms/);
  });
  it('write a file whole', async () => {
    const { out } = await cli(['export', '--format', 'csv']);
    expect(await cli(['export', '--format', 'csv', '--out', at('g.csv')])).toMatchObject({
      code: 0,
      out: '',
    });
    expect(await readFile(at('g.csv'), 'utf8')).toBe(out);
    expect((await cli(['export', '-f', 'csv', '-o', at('no/g.csv')])).code).toBe(1);
  });
});

describe('entente extract and classify', () => {
  it('print a graph, byte for byte the same, without a store', async () => {
    await writeFile(at('a.txt'), 'Title: T\nDate: 2023-05-07\n\nIran condemned Israel.');
    const first = await cli(['extract', at('a.txt'), '--format', 'json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    const graph = JSON.parse(first.out) as SerialisedGraph;
    expect(graph.nodes[0]).toMatchObject({
      attributes: { label: 'Statement', title: 'T', date: '2023-05-07' },
    });
    expect((await cli(['extract', '-'], await readFile(at('a.txt')))).out).toBe(first.out);
    await expect(readFile(at('data'))).rejects.toThrow(/ENOENT/);
  });
  it('read lines and name broken ones by number', async () => {
    const { code, out, err } = await cli(
      ['extract', '--jsonl'],
      '{"id":7,"text":"Iran met Cuba."}\nbad\n{"id":"x","text":"A."}\n',
    );
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: unknown }).id),
    ).toEqual([7, 'x']);
    expect(err).toContain(':2: not JSON');
    const pair = { id: 1, text: 'Iran condemned Israel.', source: 'Iran', target: 'Israel' };
    const answer = JSON.parse((await cli(['classify'], JSON.stringify(pair))).out) as object;
    expect(Object.keys(answer)).toEqual(['id', 'type', 'confidence', 'why']);
  });
});

describe('a store that a server holds', () => {
  let server: ServerProcess;
  beforeEach(async () => {
    await fill();
    server = await serveCli(env);
  });
  afterEach(() => server.end('SIGKILL'));
  it('is refused with the way out, which works', async () => {
    const refused = await cli(['stats']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`--server ${server.url}`);
    const through = (args: readonly string[], input?: string) =>
      cli([...args, '--server', server.url], input);
    expect((await through(['stats', '--json'])).out).toContain('"statements":1');
    expect((await through(['query', 'MATCH (a)-[:CONDEMNS]->(b) RETURN b.name'])).out).toContain('Cuba');
    expect((await through(['query', 'CREATE (n)'])).err).toMatch(/read/);
    expect((await through(['query', 'MTCH (n)'])).err).toMatch(/line 1, column 1/);
    expect((await through(['ingest', '-'], 'Iran met Cuba.')).out).toContain('1 new');
    expect((await through(['export', '-f', 'graphml'])).out).toMatch(/^<\?xml[^]*<\/graphml>\n$/);
    expect(await server.end('SIGTERM')).toBe(0);
    expect((await through(['stats'])).err).toContain('no server answers');
    expect((await cli(['stats', '--json'])).out).toContain('"statements":2');
  }, 60_000);
});

describe('entente serve', () => {
  let server: ServerProcess | undefined;
  afterEach(() => server?.end('SIGKILL'));
  it('refuses to listen to the network without a token', async () => {
    const { code, err } = await cli(['serve', '--host', '0.0.0.0', '--port', '0']);
    expect(code).not.toBe(0);
    expect(err).toContain('ENTENTE_TOKEN');
  });
  it('starts while Neo4j is down, and says so', async () => {
    const neo4j = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' };
    server = await serveCli(neo4j, ['--examples']);
    const health = await (await fetch(`${server.url}/health`)).json();
    expect(health).toMatchObject({ status: 'degraded', store: { kind: 'neo4j', status: 'unavailable' } });
    expect((await fetch(`${server.url}/api/graph`)).status).toBe(503);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
