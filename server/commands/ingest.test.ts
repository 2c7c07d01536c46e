import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { useWorkplace } from '../testing/workplace.ts';

const { at, cli } = useWorkplace();

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
      {
        name: `${at('docs/c.jsonl')}:2`,
        problem: expect.stringMatching(/^not JSON/) as string,
        code: 'DAMAGED',
      },
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
    ['a line of 50 MB', Buffer.alloc(50_000_000, 'x'), /50000000 characters/],
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
