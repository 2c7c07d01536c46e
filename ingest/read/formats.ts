/** Every format that is read. A new one is a file with a Reader and a line here; its parser is loaded when it is met. */
import { extname } from 'node:path';
import { Rejection } from '../rejection.ts';
import { Budget } from './budget.ts';
import type { Columns } from './columns.ts';
import type { Input } from './input.ts';
import { MAX_DEPTH } from './limits.ts';
import { problemOf } from './reader.ts';
import type { Found, Reader } from './reader.ts';

export interface Format {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Whether the first bytes say so, whatever the name says. */
  readonly fits: (head: Uint8Array) => boolean;
  readonly load: () => Promise<Reader>;
}

const latin1 = (head: Uint8Array): string => Buffer.from(head.subarray(0, 1024)).toString('latin1');
/** Text in UTF-16 looks the same without its zeros. */
const opening = (head: Uint8Array): string =>
  latin1(head.filter((b) => b !== 0))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
const starts =
  (...marks: string[]) =>
  (head: Uint8Array): boolean =>
    marks.some((mark) => latin1(head).startsWith(mark));
const opens =
  (pattern: RegExp) =>
  (head: Uint8Array): boolean =>
    pattern.test(opening(head));
const never = (): boolean => false;
const ustar = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar';
const gzip = starts('\x1f\x8b');

/** In the order in which contents are tried. */
export const FORMATS: readonly Format[] = [
  {
    name: 'PDF',
    extensions: ['pdf'],
    fits: opens(/^%PDF-/),
    load: async () => (await import('./pdf.ts')).readPdf,
  },
  {
    name: 'ZIP',
    extensions: ['zip', 'docx', 'odt', 'epub', 'xlsx'],
    fits: starts('PK\x03\x04', 'PK\x05\x06'),
    load: async () => (await import('./zip.ts')).readZip,
  },
  {
    name: 'WARC',
    extensions: ['warc', 'warc.gz'],
    fits: starts('WARC/'),
    load: async () => (await import('./warc.ts')).readWarc,
  },
  {
    name: 'gzip',
    extensions: ['gz', 'tgz', 'tar.gz'],
    fits: gzip,
    load: async () => (await import('./tar.ts')).readGzip,
  },
  { name: 'tar', extensions: ['tar'], fits: ustar, load: async () => (await import('./tar.ts')).readTar },
  {
    name: 'RTF',
    extensions: ['rtf'],
    fits: starts('{\\rtf'),
    load: async () => (await import('./rtf.ts')).readRtf,
  },
  {
    name: 'HTML',
    extensions: ['html', 'htm', 'xhtml'],
    fits: opens(/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body)\b/i),
    load: async () => (await import('./html.ts')).readHtml,
  },
  {
    name: 'feed',
    extensions: ['rss', 'atom', 'xml', 'rdf'],
    fits: opens(/^(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--[^>]*-->\s*)*<(?:rss|feed|rdf:RDF)\b/),
    load: async () => (await import('./feed.ts')).readFeed,
  },
  {
    name: 'message',
    extensions: ['eml'],
    fits: opens(/^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+): /i),
    load: async () => (await import('./eml.ts')).readEml,
  },
  {
    name: 'JSON Lines',
    extensions: ['jsonl', 'ndjson'],
    fits: never,
    load: async () => (await import('./jsonl.ts')).readJsonl,
  },
  { name: 'JSON', extensions: ['json'], fits: never, load: async () => (await import('./json.ts')).readJson },
  {
    name: 'table',
    extensions: ['csv', 'tsv'],
    fits: never,
    load: async () => (await import('./csv.ts')).readCsv,
  },
  {
    name: 'Markdown',
    extensions: ['md', 'markdown'],
    fits: never,
    load: async () => (await import('./markdown.ts')).readMarkdown,
  },
  {
    name: 'text',
    extensions: ['txt', 'text'],
    fits: never,
    load: async () => (await import('./text.ts')).readText,
  },
];

/** Formats that are known and not read: what to do instead. */
const UNREAD: readonly (readonly [(head: Uint8Array) => boolean, Rejection['code'], string])[] = [
  [
    starts('\xd0\xcf\x11\xe0'),
    'FORMAT',
    'this is an old Office file, or one with a password; save it as .docx or .xlsx without',
  ],
  [
    starts('7z\xbc\xaf\x27\x1c', 'Rar!', '\xfd7zXZ', 'BZh', '\x28\xb5\x2f\xfd'),
    'FORMAT',
    'this archive is not read; pack it as .zip or .tar.gz',
  ],
  [
    starts('\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'),
    'SCAN',
    'this is a picture; run it through OCR first',
  ],
];

export const EXTENSIONS: readonly string[] = FORMATS.flatMap((f) => f.extensions);

const TEXT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^application\/(?:x-ndjson|jsonl)/i, 'JSON Lines'],
  [/^application\/json/i, 'JSON'],
  [/^text\/(?:csv|tab-separated-values)/i, 'table'],
  [/^text\/markdown/i, 'Markdown'],
  [/^text\/html|xhtml/i, 'HTML'],
];

/** Which format an input is in: by its content, else by what its server says, else by how its name ends, else plain text. */
export function formatOf(input: Input): Format {
  const byName = (name: string): Format => FORMATS.find((f) => f.name === name)!;
  const ending = extname(input.name.replace(/\?.*$/, '')).slice(1).toLowerCase();
  const named = FORMATS.find((f) => f.extensions.includes(ending));
  // A compressed WARC is a row of compressed records, not one stream.
  if (gzip(input.head) && /\.warc\.gz$/i.test(input.name)) return byName('WARC');
  const fitting = FORMATS.find((f) => f.fits(input.head));
  if (fitting) return fitting;
  const unread = UNREAD.find(([fits]) => fits(input.head));
  if (unread) throw new Rejection(unread[1], unread[2]);
  const served = TEXT_TYPES.find(([type]) => type.test(input.mediaType ?? ''))?.[1];
  if (served !== undefined) return byName(served);
  if (
    named &&
    named.fits !== never &&
    named.name !== 'HTML' &&
    named.name !== 'feed' &&
    named.name !== 'message'
  )
    throw input.size === 0
      ? new Rejection('EMPTY', 'the file is empty; there is nothing to read')
      : new Rejection(
          'DAMAGED',
          `its name says ${named.name}, its content does not; it is damaged or something else`,
        );
  return named ?? byName('text');
}

/**
 * The documents of an input, with those of archives in it; what cannot be read is among them as a problem.
 * @param refuse called before each input, the outermost first; when it gives true, that one is passed over as too slow
 */
export async function* readInput(
  input: Input,
  columns: Columns = {},
  refuse: (input: Input) => boolean = () => false,
): AsyncGenerator<Found> {
  const readAt = async function* (at: Input, depth: number): AsyncGenerator<Found> {
    try {
      if (refuse(at)) throw new Rejection('LIMIT', 'it took too long or too much memory to read');
      if (depth > MAX_DEPTH) throw new Rejection('LIMIT', `archives are nested more than ${MAX_DEPTH} deep`);
      const read = await formatOf(at).load();
      yield* read(at, { budget, columns, depth, inside: (inner) => readAt(inner, depth + 1) });
    } catch (error) {
      yield problemOf(at.name, error);
    }
  };
  const budget = new Budget(input.size);
  yield* readAt(input, 0);
}
