import { posix } from 'node:path';
import { Rejection } from '../rejection.ts';
import { isoDate } from './dates.ts';
import { decode } from './decode.ts';
import { nodeToText, parsePage } from './html-text.ts';
import { single } from './reader.ts';
import { zipParts } from './unzip.ts';
import { elements, parseXml, textOf } from './xml.ts';

const CONTAINER = 'META-INF/container.xml';

/** A book: its chapters in order of reading, as one document. */
export const readEpub = single(async (_bytes, input, { budget }) => {
  const parts = await zipParts(input, budget, (name) => /\.(?:xml|opf|x?html?)$/i.test(name));
  if (parts.has('META-INF/encryption.xml'))
    throw new Rejection('ENCRYPTED', 'the book is locked; give it without copy protection');
  const read = async (path: string): Promise<string> => {
    const bytes = parts.get(path);
    if (!bytes) throw new Rejection('DAMAGED', `the book lacks its part ${path}`);
    return decode(bytes);
  };
  const container = parseXml(await read(CONTAINER));
  const root = [...elements(container, 'rootfile')][0]?.attributes['full-path'] ?? '';
  const book = parseXml(await read(root));
  const files = new Map([...elements(book, 'item')].map(({ attributes: a }) => [a['id'], a['href']]));
  const chapters: string[] = [];
  for (const { attributes } of elements(book, 'itemref')) {
    const href = files.get(attributes['idref']);
    if (href)
      chapters.push(await chapter(await read(posix.join(posix.dirname(root), decodeURIComponent(href)))));
  }
  const [title, source, speaker] = ['title', 'publisher', 'creator'].map((name) => textOf(book, name));
  const date = isoDate(textOf(book, 'date'));
  const text = chapters.filter((c) => c !== '').join('\n\n');
  return {
    text,
    fields: {
      ...(title && { title }),
      ...(source && { source }),
      ...(speaker && { speaker }),
      ...(date && { date }),
    },
  };
});

async function chapter(xhtml: string): Promise<string> {
  const page = await parsePage(xhtml.replace(/^\s*<\?xml[^>]*\?>/, ''));
  return nodeToText(page.querySelector('body') ?? page.documentElement);
}
