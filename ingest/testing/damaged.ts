/**
 * Damaged inputs by the hundred, the same ones for the same seed: every format cut, its bytes changed, mislabelled; archives
 * that explode, nest or lead out; encodings, entities, endless lines, passwords. Each comes with the names of files to expect.
 */
import { deflateRawSync, gzipSync as nodeGzip } from 'node:zlib';
import { chance, release } from './corpus.ts';
import { MANY, SINGLE, gzip, html, plain, tar, zip } from './originals.ts';
import { pdf } from './pdf.ts';

export interface Damaged {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
}

const MB = 2 ** 20;
const bytesOf = (x: string | Uint8Array): Uint8Array => (typeof x === 'string' ? Buffer.from(x) : x);

/** Two hundred and more by chance: every format, cut at some place, and with bytes that are not its own. */
function byChance(seed: number): Damaged[] {
  const random = chance(seed);
  const out: Damaged[] = [];
  const formats = [...Object.keys(SINGLE), ...Object.keys(MANY)];
  const original = async (format: string, n: number): Promise<Uint8Array> =>
    bytesOf(
      SINGLE[format]
        ? SINGLE[format](release(n))
        : await MANY[format]!([release(n), release(n + 1), release(n + 2)]),
    );
  for (const format of formats) {
    for (let n = 0; n < 6; n++) {
      const share = random();
      const which = Math.floor(random() * 1000);
      out.push({ name: `cut-${n}.${format}`, bytes: async () => cut(await original(format, which), share) });
      const own = Math.floor(random() * 2 ** 31);
      out.push({
        name: `noise-${n}.${format}`,
        bytes: async () => noisy(await original(format, which), own),
      });
    }
    out.push({ name: `empty.${format}`, bytes: () => new Uint8Array() });
    out.push({ name: `zeros.${format}`, bytes: () => new Uint8Array(5000) });
    out.push({ name: `random.${format}`, bytes: () => noise(20_000, format.length) });
  }
  return out;
}

const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * (0.02 + 0.9 * share)));
const noise = (size: number, seed: number): Uint8Array => {
  const random = chance(seed);
  return Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
};
function noisy(bytes: Uint8Array, seed: number): Uint8Array {
  const random = chance(seed);
  const copy = Uint8Array.from(bytes);
  for (let n = 0; n < Math.max(8, bytes.length / 50); n++)
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}

/** Those that somebody would make on purpose. */
const ON_PURPOSE: readonly Damaged[] = [
  { name: 'bomb.zip', bytes: () => zip({ 'a.txt': new Uint8Array(300 * MB) }) },
  {
    name: 'bomb-of-many.zip',
    bytes: () =>
      zip(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.txt`, new Uint8Array(20 * MB)]))),
  },
  { name: 'bomb.gz', bytes: () => nodeGzip(Buffer.alloc(400 * MB)) },
  { name: 'bomb.tar.gz', bytes: async () => nodeGzip(await tar({ 'a.txt': Buffer.alloc(200 * MB) })) },
  {
    name: 'bomb.docx',
    bytes: () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': new Uint8Array(200 * MB) }),
  },
  {
    name: 'bomb.xlsx',
    bytes: () =>
      zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': new Uint8Array(200 * MB) }),
  },
  { name: 'bomb.odt', bytes: () => zip({ 'content.xml': new Uint8Array(200 * MB) }) },
  { name: 'bomb.epub', bytes: () => zip({ 'META-INF/container.xml': new Uint8Array(200 * MB) }) },
  { name: 'bomb.pdf', bytes: () => flateBomb(1000 * MB) },
  { name: 'lying.zip', bytes: () => lying() },
  { name: 'nested.zip', bytes: () => nested(12) },
  {
    name: 'itself.zip',
    bytes: () => {
      const inner = zip({ 'a.txt': 'Malta.' });
      return zip({ 'a.zip': inner, 'b.zip': inner.subarray(0, 40) });
    },
  },
  {
    name: 'many-entries.zip',
    bytes: () => zip(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.txt`, '']))),
  },
  ...[
    '../../out.txt',
    '/etc/out.txt',
    '..\\..\\out.txt',
    'C:\\out.txt',
    'a/../../../out.txt',
    'a\0b.txt',
  ].map((name, n): Damaged => ({
    name: `leads-out-${n}.zip`,
    bytes: () => zip({ [name]: plain(release(1)) }),
  })),
  ...['../../out.txt', '/etc/out.txt', 'a/../../../out.txt'].map((name, n): Damaged => ({
    name: `leads-out-${n}.tar`,
    bytes: () => tar({ [name]: plain(release(1)) }),
  })),
  { name: 'laughs.xml', bytes: () => bytesOf(laughs('rss')) },
  { name: 'laughs.rss', bytes: () => bytesOf(laughs('rss')) },
  {
    name: 'laughs.docx',
    bytes: () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': laughs('w:document') }),
  },
  { name: 'laughs.odt', bytes: () => zip({ 'content.xml': laughs('office:document-content') }) },
  { name: 'laughs.epub', bytes: () => zip({ 'META-INF/container.xml': laughs('container') }) },
  {
    name: 'external.xml',
    bytes: () =>
      bytesOf(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&x;</description></item></channel></rss>',
      ),
  },
  { name: 'line.txt', bytes: () => Buffer.alloc(100 * MB, 'x') },
  { name: 'line.md', bytes: () => Buffer.alloc(60 * MB, '*') },
  { name: 'line.csv', bytes: () => Buffer.concat([Buffer.from('text\n"'), Buffer.alloc(100 * MB, 'x')]) },
  { name: 'line.jsonl', bytes: () => Buffer.concat([Buffer.from('{"text":"'), Buffer.alloc(100 * MB, 'x')]) },
  {
    name: 'line.html',
    bytes: () => Buffer.concat([Buffer.from('<html><body>'), Buffer.alloc(100 * MB, 'x')]),
  },
  { name: 'line.eml', bytes: () => Buffer.concat([Buffer.from('Subject: '), Buffer.alloc(100 * MB, 'x')]) },
  { name: 'line.rtf', bytes: () => Buffer.concat([Buffer.from('{\\rtf1 '), Buffer.alloc(100 * MB, 'x')]) },
  { name: 'deep.html', bytes: () => bytesOf(`<html><body>${'<div>'.repeat(200_000)}Malta.`) },
  { name: 'wide.html', bytes: () => bytesOf(`<html><body>${'<b>x</b>'.repeat(400_000)}`) },
  { name: 'deep.xml', bytes: () => bytesOf(`<?xml version="1.0"?><rss>${'<a>'.repeat(100_000)}`) },
  { name: 'deep.json', bytes: () => bytesOf('['.repeat(200_000)) },
  { name: 'deep.rtf', bytes: () => bytesOf(`{\\rtf1 ${'{'.repeat(100_000)}`) },
  { name: 'deep.md', bytes: () => bytesOf(`${'>'.repeat(20_000)} Malta.`) },
  { name: 'brackets.md', bytes: () => bytesOf('['.repeat(60_000)) },
  {
    name: 'deep.eml',
    bytes: () =>
      bytesOf(
        Array.from(
          { length: 300 },
          (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
        ).join(''),
      ),
  },
  {
    name: 'pages.pdf',
    bytes: () =>
      bytesOf(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999>>endobj\ntrailer<</Root 1 0 R>>',
      ),
  },
  { name: 'scan.pdf', bytes: () => pdf([]) },
  { name: 'binary.txt', bytes: () => noise(50_000, 3) },
  { name: 'elf.txt', bytes: () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), noise(9000, 4)]) },
  { name: 'png.txt', bytes: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(9000, 5)]) },
  { name: 'half-utf16.txt', bytes: () => Buffer.from('\ufeff\ud83d', 'utf16le').subarray(0, 3) },
  { name: 'surrogate.json', bytes: () => bytesOf('{"text": "Malta met \\ud83d Norway."}') },
  {
    name: 'shift-jis.txt',
    bytes: () =>
      Buffer.from('93fa967b90ad957b82cd8da793fa81418b4c8ed289ef8ca982f08d7382c182bd81423031', 'hex'),
  },
  { name: 'password.zip', bytes: () => flagged(zip({ 'a.txt': plain(release(1)) })) },
  {
    name: 'password.docx',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(5000, 6)]),
  },
  {
    name: 'password.odt',
    bytes: () =>
      zip({
        'content.xml': noise(500, 7),
        'META-INF/manifest.xml': '<manifest><file-entry><encryption-data/></file-entry></manifest>',
      }),
  },
  {
    name: 'password.pdf',
    bytes: () =>
      bytesOf(
        Buffer.from(pdf(['Malta.']))
          .toString('latin1')
          .replace(
            '/Info 4 0 R',
            `/Info 4 0 R /ID [<${'00'.repeat(16)}><${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`,
          ),
      ),
  },
  {
    name: 'french.txt',
    bytes: () =>
      bytesOf(
        'Le ministre des affaires étrangères a rencontré son homologue et ils ont discuté de la coopération entre les deux pays pendant plusieurs heures hier.',
      ),
  },
  { name: 'html-in-warc.warc.gz', bytes: () => gzip(bytesOf(html(release(1)))) },
];

/** A PDF whose only page unpacks to very much. */
function flateBomb(size: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(64 * MB, ' '));
  const whole = Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: size / (64 * MB) }, () => packed.subarray(0, -1)),
    packed,
  ]);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length ${whole.length}>>stream\n`,
    ),
    whole,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n'),
  ]);
}

/** Says that its entry is small. */
function lying(): Uint8Array {
  const bytes = Buffer.from(zip({ 'a.txt': new Uint8Array(100 * MB) }));
  const directory = bytes.lastIndexOf(Buffer.from('PK\x01\x02'));
  bytes.writeUInt32LE(10, directory + 24);
  bytes.writeUInt32LE(10, 22);
  return bytes;
}

/** Sets the bit that says that a password is needed. */
function flagged(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (const [mark, at] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    const found = bytes.indexOf(Buffer.from(mark));
    bytes[found + at] = bytes[found + at]! | 1;
  }
  return bytes;
}

function nested(depth: number): Uint8Array {
  let bytes: Uint8Array = zip({ 'a.txt': 'Malta.' });
  for (let n = 0; n < depth; n++) bytes = zip({ 'inner.zip': bytes });
  return bytes;
}

const laughs = (root: string): string =>
  `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]><${root}>&a30;</${root}>`;

/** All of them. */
export const damaged = (seed = 1): readonly Damaged[] => [...ON_PURPOSE, ...byChance(seed)];
