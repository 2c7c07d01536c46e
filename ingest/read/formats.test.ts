import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { MANY, SINGLE, gzip, html, plain, tar, zip } from '../testing/originals.ts';
import type { Release } from '../testing/originals.ts';
import { pdf } from '../testing/pdf.ts';
import { parseColumns } from './columns.ts';
import { readInput } from './formats.ts';
import { bytesInput } from './input.ts';
import { hashOf } from './reader.ts';
import type { Document, Found, Problem } from './reader.ts';

// An archive that explodes takes a while to make on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const RELEASE: Release = {
  title: 'Norway and Malta agree on rescue at sea',
  date: '2019-03-07',
  source: 'Foreign Ministry of Norway',
  paragraphs: [
    'Norway and Malta signed an agreement on search and rescue in the Mediterranean on Thursday. The agreement regulates the responsibilities of both coast guards.',
    'The Norwegian side welcomed Malta’s commitment, and both sides condemned the trafficking of human beings “without reservation”. Negotiations about further cooperation continue in Valletta.',
    'Norway thanked the Maltese authorities for their hospitality – and invited them to Bergen.',
  ],
};
const SECOND: Release = {
  ...RELEASE,
  title: 'A second release',
  date: '2019-03-08',
  paragraphs: ['Malta thanked Norway for the invitation to Bergen, and accepted it.'],
};

async function read(name: string, content: string | Uint8Array, columns = {}): Promise<Found[]> {
  const all: Found[] = [];
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for await (const found of readInput(bytesInput(name, bytes), columns)) all.push(found);
  return all;
}
const documents = async (name: string, content: string | Uint8Array): Promise<Document[]> => {
  const found = await read(name, content);
  expect(found.filter((f) => 'problem' in f)).toEqual([]);
  return found as Document[];
};
const problem = async (name: string, content: string | Uint8Array): Promise<Problem> => {
  const [found, ...more] = await read(name, content);
  expect(more).toEqual([]);
  expect(found).toHaveProperty('problem');
  return found as Problem;
};
/** Words alone: formats keep white space as they can. */
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
const BODY = words(RELEASE.paragraphs.join(' '));

describe('one document a file', () => {
  it.each(Object.keys(SINGLE))('%s', async (format) => {
    const original = SINGLE[format]!(RELEASE);
    // Content tells the format where it can, whatever the name says.
    for (const name of format === 'md' || format === 'eml' || format === 'txt'
      ? [`a.${format}`]
      : [`a.${format}`, 'a.txt', 'a']) {
      const [found, ...more] = await documents(name, original);
      expect(more).toEqual([]);
      expect(words(found!.text)).toContain(BODY);
      expect(found!.text).not.toMatch(/webmaster|Older news|track\(|fonttbl|<p>/);
      expect(found!.fields.original).toBe(hashOf(original));
      if (format !== 'txt') expect(found!.fields).toMatchObject({ title: RELEASE.title, date: RELEASE.date });
      if (['md', 'html', 'epub', 'eml'].includes(format)) expect(found!.fields.source).toBe(RELEASE.source);
    }
  });
});

it.each([
  '<html><head><title>Call</title></head><h1>Call</h1><p>Oman thanked Peru.</p></html>',
  '<!doctype html><title>Call</title><p>Oman thanked Peru.</p>',
  '<p>Oman thanked Peru.</p>',
])('a page without a body element is read: %s', async (page) => {
  const [found] = await documents('call.html', page);
  expect(words(found!.text)).toContain('Oman thanked Peru.');
});

describe('many documents a file', () => {
  it.each(Object.keys(MANY))('%s', async (format) => {
    const found = await documents(`all.${format}`, await MANY[format]!([RELEASE, SECOND]));
    expect(found).toHaveLength(2);
    expect(new Set(found.map((f) => f.name)).size).toBe(2);
    expect(words(found[0]!.text)).toContain(BODY);
    if (!/zip|tar/.test(format))
      expect(found[1]!.fields).toMatchObject({ title: SECOND.title, date: SECOND.date });
    if (format === 'warc') expect(found[1]!.fields.url).toBe('https://press.example/1');
  });
  it('takes the columns that the user names', async () => {
    const columns = parseColumns('text=corps,title=titre');
    const [found] = await read(
      'a.csv',
      'titre;corps;date\nUn titre;"Malta; and Norway, met.";4 December 2023\n',
      columns,
    );
    expect(found).toMatchObject({
      text: 'Malta; and Norway, met.',
      fields: { title: 'Un titre', date: '2023-12-04' },
    });
    expect(() => parseColumns('words=corps')).toThrow(/text\|title/);
    expect(await problem('a.csv', 'a,b\n1,2\n')).toMatchObject({
      code: 'INVALID',
      problem: expect.stringMatching(/--columns/) as string,
    });
  });
});

describe('encodings of plain text', () => {
  const TEXT =
    'Poland’s minister Łukasz Żółkiewski spoke: “São Tomé and Côte d’Ivoire agreed”, and left for Kraków again.';
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), TEXT],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), TEXT],
    ['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(), TEXT],
    [
      'Windows-1252',
      Buffer.from('The caf\xe9 in C\xf4te d\x92Ivoire', 'latin1'),
      'The café in Côte d’Ivoire',
    ],
  ])('%s', async (_name, bytes, text) => {
    expect((await documents('a.txt', bytes))[0]!.text).toBe(text);
  });
});

describe('PDF', () => {
  it('reads columns one after the other, mends hyphens, drops running heads', async () => {
    const long = Array.from(
      { length: 60 },
      (_, n) =>
        `Paragraph ${n} says that negotiations about disarmament and international verification arrangements were constructive throughout.`,
    );
    const [found] = await documents('a.pdf', pdf(long, { columns: 2, head: 'Press release, page' }));
    expect(words(found!.text)).toBe(long.join(' '));
  });
  it('refuses pictures of pages as such', async () => {
    expect(await problem('scan.pdf', pdf([]))).toMatchObject({
      code: 'SCAN',
      problem: expect.stringMatching(/OCR/) as string,
    });
  });
});

describe('archives', () => {
  it('are read in each other, damaged entries named and passed over', async () => {
    const inner = zip({ 'b.html': html(SECOND), '__MACOSX/._b.html': 'x', 'broken.pdf': '%PDF-1.4 nothing' });
    const found = await read('outer.tar.gz', gzip(await tar({ 'in.zip': inner, 'a.txt': plain(RELEASE) })));
    expect(found.map((f) => [f.name, 'problem' in f ? f.code : 'read'])).toEqual([
      ['outer.tar.gz!/in.zip!/b.html', 'read'],
      ['outer.tar.gz!/in.zip!/broken.pdf', 'DAMAGED'],
      ['outer.tar.gz!/a.txt', 'read'],
    ]);
  });
  it('that explode, lead out or never end are refused', async () => {
    const zeros = new Uint8Array(66 * 2 ** 20);
    expect(await problem('bomb.zip', zip({ 'a.txt': zeros }))).toMatchObject({ code: 'LIMIT' });
    expect(await problem('bomb.gz', gzipSync(zeros))).toMatchObject({ code: 'LIMIT' });
    expect(await problem('out.zip', zip({ '../../etc/cron.d/x.txt': 'Malta.' }))).toMatchObject({
      code: 'INVALID',
    });
    let nested: Uint8Array = zip({ 'a.txt': 'Malta.' });
    for (let n = 0; n < 9; n++) nested = zip({ 'a.zip': nested });
    expect(await problem('deep.zip', nested)).toMatchObject({ code: 'LIMIT' });
  });
});

describe('damage has its reason', () => {
  it.each([
    ['cut.pdf', (SINGLE['pdf']!(RELEASE) as Uint8Array).subarray(0, 300), 'DAMAGED'],
    ['cut.docx', (SINGLE['docx']!(RELEASE) as Uint8Array).subarray(0, 500), 'DAMAGED'],
    ['noise.txt', Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919 + ((n * n) >> 3)) & 255), 'BINARY'],
    ['not.pdf', 'Norway met Malta.', 'DAMAGED'],
    ['empty.pdf', '', 'EMPTY'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FORMAT'],
    ['picture.pdf', Buffer.from('89504e470d0a1a0a', 'hex'), 'SCAN'],
    [
      'laughs.xml',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><item>&b;</item></rss>',
      'LIMIT',
    ],
    ['broken.rss', '<?xml version="1.0"?><rss><channel><item>', 'DAMAGED'],
    ['a.json', '{"text": ', 'DAMAGED'],
    ['a.rtf', '{\\rtf1 {\\fonttbl', 'DAMAGED'],
  ])('%s', async (name, content, code) => {
    expect(await problem(name, content)).toMatchObject({ code });
  });
});
