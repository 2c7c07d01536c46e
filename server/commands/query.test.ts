import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { useWorkplace } from '../testing/workplace.ts';

const { at, cli, fill } = useWorkplace();

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
