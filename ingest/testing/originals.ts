/** Writes one release in every format that is read, for tests, the generated corpus and the damaged inputs. Same release, same bytes. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';
import { pdf } from './pdf.ts';

export interface Release {
  readonly title: string;
  /** ISO 8601. */
  readonly date: string;
  readonly source: string;
  readonly paragraphs: readonly string[];
}

const MTIME = new Date('2024-01-01T00:00:00Z');
type Files = Readonly<Record<string, string | Uint8Array>>;
export const zip = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([n, v]) => [n, typeof v === 'string' ? strToU8(v) : v])),
    { mtime: MTIME },
  );
export const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { mtime: MTIME });
export async function tar(files: Files): Promise<Uint8Array> {
  const archive = pack();
  for (const [name, value] of Object.entries(files))
    archive.entry({ name, mtime: MTIME }, Buffer.from(value));
  archive.finalize();
  return buffer(archive as unknown as AsyncIterable<Uint8Array>);
}

const xml = (s: string): string => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const p = (tag: string, of: readonly string[]): string =>
  of.map((s) => `<${tag}>${xml(s)}</${tag}>`).join('');
const rtf = (s: string): string =>
  s.replace(/[\\{}]/g, '\\$&').replace(/[^\0-\x7f]/g, (c) => `\\u${(c.charCodeAt(0) << 16) >> 16}?`);
const cell = (s: string): string => `"${s.replaceAll('"', '""')}"`;
const rfc822 = (date: string): string => new Date(`${date}T09:00:00Z`).toUTCString().replace('GMT', '+0000');
const record = (r: Release): Record<string, string> => ({
  title: r.title,
  date: r.date,
  source: r.source,
  text: r.paragraphs.join('\n\n'),
});

export const html = (r: Release): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${xml(r.title)} | Press office</title><meta property="og:title" content="${xml(r.title)}">` +
  `<meta property="article:published_time" content="${r.date}T09:00:00Z"><meta property="og:site_name" content="${xml(r.source)}"></head><body>` +
  `<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><main><article><h1>${xml(r.title)}</h1>${p('p', r.paragraphs)}</article></main>` +
  `<aside><h2>Related</h2><ul><li><a href="/1">Older news</a></li></ul></aside><footer><p>All rights reserved. Contact the webmaster.</p></footer><script>track()</script></body></html>`;

const docx = (r: Release): Uint8Array =>
  zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${xml(r.title)}</dc:title></cp:coreProperties>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[written(r.date), ...r.paragraphs].map((s) => `<w:p><w:r><w:t xml:space="preserve">${xml(s)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  });

const odt = (r: Release): Uint8Array =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<?xml version="1.0"?><manifest:manifest xmlns:manifest="m"/>',
    'meta.xml': `<?xml version="1.0"?><office:document-meta xmlns:office="o" xmlns:dc="d"><office:meta><dc:title>${xml(r.title)}</dc:title></office:meta></office:document-meta>`,
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${p('text:p', [written(r.date), ...r.paragraphs])}</office:text></office:body></office:document-content>`,
  });

const epub = (r: Release): Uint8Array =>
  zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<?xml version="1.0"?><package xmlns:dc="d"><metadata><dc:title>${xml(r.title)}</dc:title><dc:date>${r.date}</dc:date><dc:publisher>${xml(r.source)}</dc:publisher></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    'OEBPS/a.xhtml': `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head><body>${p('p', r.paragraphs)}</body></html>`,
  });

const COLUMNS = ['title', 'date', 'source', 'text'] as const;
const xlsx = (rs: readonly Release[]): Uint8Array => {
  const row = (values: readonly string[], n: number): string =>
    `<row r="${n}">${values.map((v, c) => `<c r="${'ABCD'[c]}${n}" t="inlineStr"><is><t>${xml(v)}</t></is></c>`).join('')}</row>`;
  const rows = [COLUMNS, ...rs.map((r) => COLUMNS.map((c) => record(r)[c] ?? ''))];
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Releases" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows.map((v, n) => row(v, n + 1)).join('')}</sheetData></worksheet>`,
  });
};

const rss = (rs: readonly Release[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${xml(rs[0]?.source ?? '')}</title>${rs.map((r, n) => `<item><title>${xml(r.title)}</title><guid>release-${n}</guid><pubDate>${rfc822(r.date)}</pubDate><description>${xml(p('p', r.paragraphs))}</description></item>`).join('')}</channel></rss>`;

const warc = (rs: readonly Release[]): Uint8Array =>
  Buffer.concat(
    rs.flatMap((r, n) => {
      const body = Buffer.from(html(r));
      const http = Buffer.concat([
        Buffer.from(
          `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n`,
        ),
        body,
      ]);
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://press.example/${n}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-${String(n).padStart(12, '0')}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
      return [Buffer.from(head), http, Buffer.from('\r\n\r\n')];
    }),
  );

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const written = (date: string): string =>
  `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
export const plain = (r: Release): string =>
  `Title: ${r.title}\nDate: ${r.date}\nSource: ${r.source}\n\n${r.paragraphs.join('\n\n')}\n`;

/** Formats that hold one document a file. */
export const SINGLE: Readonly<Record<string, (r: Release) => string | Uint8Array>> = {
  txt: plain,
  md: (r) =>
    `---\ntitle: "${r.title.replaceAll('"', '\\"')}"\ndate: ${r.date}\nsource: "${r.source}"\n---\n\n# ${r.title}\n\n${r.paragraphs.join('\n\n')}\n`,
  html,
  pdf: (r) => pdf([written(r.date), ...r.paragraphs], { title: r.title }),
  docx,
  odt,
  rtf: (r) =>
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}{\\info{\\title ${rtf(r.title)}}{\\author Press office}}\\f0 ${[written(r.date), ...r.paragraphs].map(rtf).join('\\par ')}\\par}`,
  epub,
  eml: (r) =>
    `From: ${r.source} <press@example.org>\r\nTo: list@example.org\r\nSubject: ${r.title.replace(/[^\x20-\x7e]/g, '?')}\r\nDate: ${rfc822(r.date)}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${r.paragraphs.join('\r\n\r\n')}\r\n`,
};
/** Formats that hold many. */
export const MANY: Readonly<
  Record<string, (rs: readonly Release[]) => string | Uint8Array | Promise<Uint8Array>>
> = {
  csv: (rs) =>
    [COLUMNS.join(','), ...rs.map((r) => COLUMNS.map((c) => cell(record(r)[c] ?? '')).join(','))].join('\n'),
  tsv: (rs) =>
    [COLUMNS.join('\t'), ...rs.map((r) => COLUMNS.map((c) => cell(record(r)[c] ?? '')).join('\t'))].join(
      '\n',
    ),
  xlsx,
  json: (rs) => JSON.stringify({ releases: rs.map(record) }),
  jsonl: (rs) => rs.map((r) => JSON.stringify(record(r))).join('\n'),
  rss,
  warc,
  zip: (rs) => zip(Object.fromEntries(rs.map((r, n) => [`releases/${n}.txt`, plain(r)]))),
  'tar.gz': async (rs) =>
    gzip(await tar(Object.fromEntries(rs.map((r, n) => [`releases/${n}.txt`, plain(r)])))),
};
