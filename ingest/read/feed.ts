import { Rejection } from '../rejection.ts';
import type { StatementFields } from '../statement.ts';
import { isoDate } from './dates.ts';
import { decode } from './decode.ts';
import { htmlToText } from './html-text.ts';
import { hashOf, problemOf } from './reader.ts';
import type { Document, Reader } from './reader.ts';
import { allText, elements, parseXml, textOf } from './xml.ts';
import type { Element } from './xml.ts';

/** What an entry is in RSS, RDF and Atom, and where its words are: the longest of these. */
const ENTRIES = ['item', 'entry'];
const BODIES = ['encoded', 'content', 'description', 'summary'];

/** A feed (RSS, RDF, Atom): one document an entry, of what the feed itself holds of it. */
export const readFeed: Reader = async function* (input) {
  const bytes = await input.bytes();
  const root = parseXml(await decode(bytes, xmlEncoding(bytes)));
  const entries = ENTRIES.flatMap((name) => [...elements(root, name)]);
  if (entries.length === 0) throw new Rejection('EMPTY', 'this XML is no feed, or a feed without entries');
  const channel = channelTitle(root);
  for (const [n, entry] of entries.entries()) {
    const name = `${input.name}#${textOf(entry, 'guid') ?? textOf(entry, 'id') ?? linkOf(entry) ?? n + 1}`;
    try {
      yield await documentOf(name, entry, { ...input.around, ...(channel && { source: channel }) });
    } catch (error) {
      yield problemOf(name, error);
    }
  }
};

async function documentOf(name: string, entry: Element, around: StatementFields): Promise<Document> {
  const bodies = BODIES.map((body) => bodyOf(entry, body)).sort((a, b) => b.length - a.length);
  const text = await htmlToText(bodies[0] ?? '');
  if (text === '')
    throw new Rejection('EMPTY', 'the entry has a title only; ingest the page that it links to');
  const title = (await htmlToText(textOf(entry, 'title') ?? '')).replace(/\n+/g, ' ');
  const date = isoDate(
    ['published', 'pubDate', 'date', 'updated'].map((d) => textOf(entry, d)).find((d) => d),
  );
  const url = linkOf(entry);
  const speaker = textOf(entry, 'creator');
  const original = hashOf(allText(entry));
  const fields = {
    ...(title && { title }),
    ...(date && { date }),
    ...(url && { url }),
    ...(speaker && { speaker }),
  };
  return { name, text, fields: { ...around, ...fields, original } };
}

/** XHTML in Atom is elements, everything else is text with marks in it. */
function bodyOf(entry: Element, name: string): string {
  const found = entry.children.find((c): c is Element => typeof c !== 'string' && c.name === name);
  return found ? (found.attributes['type'] === 'xhtml' ? toHtml(found) : allText(found)) : '';
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const toHtml = (element: Element): string =>
  element.children
    .map((c) => (typeof c === 'string' ? escape(c) : `<${c.name}>${toHtml(c)}</${c.name}>`))
    .join('');

function channelTitle(root: Element): string | undefined {
  const holder = [...elements(root, 'channel'), ...elements(root, 'feed')][0];
  const title = holder?.children.find((c): c is Element => typeof c !== 'string' && c.name === 'title');
  return title && (allText(title).trim() || undefined);
}

function linkOf(entry: Element): string | undefined {
  const links = [...elements(entry, 'link')];
  const own = links.find(({ attributes: a }) => a['href'] && (a['rel'] ?? 'alternate') === 'alternate');
  const url = own?.attributes['href'] ?? links.map((l) => allText(l).trim()).find((l) => l !== '');
  return url && /^https?:\/\//.test(url) ? url : undefined;
}

export const xmlEncoding = (bytes: Uint8Array): string | undefined =>
  /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1];
