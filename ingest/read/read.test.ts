import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from './lines.ts';
import { findDocuments } from './paths.ts';
import { readPath } from './statements.ts';
import type { ReadResult } from './statements.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-read-'));
  await mkdir(at('docs/deep/node_modules'), { recursive: true });
  await mkdir(at('none'));
  await Promise.all([
    writeFile(at('docs/b.md'), 'Two.'),
    writeFile(at('docs/a.txt'), 'Title: A\n\nOne.'),
    writeFile(at('docs/deep/c.TXT'), 'Three.'),
    writeFile(at('docs/deep/node_modules/d.txt'), 'Not ours.'),
    writeFile(at('docs/e.xyz'), '%PDF'),
    writeFile(at('none/x.png'), ''),
    writeFile(at('empty.txt'), ' \n'),
    writeFile(at('binary.txt'), Buffer.from([0x41, 0, 0x42])),
    writeFile(at('latin1.txt'), Buffer.from([0x41, 0xe9, 0x42])),
    writeFile(at('huge.txt'), 'x'.repeat(50_000_000)),
    writeFile(
      at('lines.jsonl'),
      '{"text":"One.","id":"k","date":2001}\n\nnot json\n[1]\n{"title":"t"}\n{"text":7}\n{"text":"Last."}',
    ),
    writeFile(at('empty.jsonl'), ''),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));
async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const read = async (name: string): Promise<ReadResult[]> => gather(readPath(at(name)));

describe('finding documents', () => {
  it('takes text files of a folder, at any depth, in order, each once', async () => {
    const { files, problems } = await findDocuments([at('docs'), at('docs/b.md'), at('docs/*.md')]);
    expect(files).toEqual(['docs/a.txt', 'docs/b.md', 'docs/deep/c.TXT'].map(at));
    expect(problems).toEqual([]);
  });
  it('says what names nothing', async () => {
    const { files, problems } = await findDocuments([at('none'), at('nowhere'), at('*.doc')]);
    expect(files).toEqual([]);
    expect(problems.map((p) => p.problem)).toEqual([
      expect.stringMatching(/^the folder holds no documents \(\.pdf, .*\.txt/),
      'there is no such file or folder',
      'no file matches the pattern',
    ]);
  });
});

describe('reading', () => {
  it('reads a text with its header lines and where it lies', async () => {
    expect(await read('docs/a.txt')).toMatchObject([{ statement: { title: 'A', origin: at('docs/a.txt') } }]);
  });
  it.each([
    ['empty.txt', /empty/],
    ['binary.txt', /binary/],
    ['huge.txt', /50000000 characters/],
    ['empty.jsonl', /empty/],
    ['missing.txt', /ENOENT/],
  ])('refuses %s', async (name, problem) => {
    const expected = { name: at(name), problem: expect.stringMatching(problem) as string };
    expect(await read(name)).toEqual([{ ...expected, code: expect.any(String) as string }]);
  });
  it('names broken lines by number and goes on', async () => {
    const results = await read('lines.jsonl');
    const file = at('lines.jsonl');
    expect(results.map((r) => r.name)).toEqual(['#k', ':3', ':4', ':5', ':6', ':7'].map((n) => file + n));
    expect(results[0]).toMatchObject({ statement: { text: 'One.', date: '2001', origin: `${file}#k` } });
    expect(results[5]).toMatchObject({ statement: { text: 'Last.', origin: `${file}:7` } });
    expect(results.slice(1, 5).map((r) => 'problem' in r && r.problem)).toEqual([
      expect.stringMatching(/^not JSON/),
      'not a JSON object',
      expect.stringMatching(/^"text" is missing/),
      '"text" must be text',
    ]);
  });
  it('passes over a line too long without gathering it', async () => {
    async function* chunks() {
      yield Buffer.from('a\n');
      for (let i = 0; i < 50; i++) yield Buffer.alloc(1000, 'x');
      yield Buffer.from('\nb');
    }
    const lines = await gather(readLines(chunks(), 2000));
    expect(lines).toEqual([
      { number: 1, text: 'a' },
      { number: 2, problem: 'the line has 50000 bytes; at most 2000 are read' },
      { number: 3, text: 'b' },
    ]);
  });
});
