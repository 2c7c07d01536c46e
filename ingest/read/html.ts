import type { StatementFields } from '../statement.ts';
import { dateLine, isoDate } from './dates.ts';
import { decode } from './decode.ts';
import { nodeToText, parsePage } from './html-text.ts';
import type { Element, Node, Page } from './html-text.ts';
import { MAX_ELEMENTS, MAX_HTML_BYTES } from './limits.ts';
import { single } from './reader.ts';

/** A page whose main part is shorter than this, or than this share of the whole, was not found by its looks. */
const SHORTEST = 140;

/** A web page: its main content, without menus, notices and footers. */
export const readHtml = single(async (bytes, input) => {
  const source = await decode(bytes, charset(bytes, input.mediaType));
  const page = await parsePage(withBody(source));
  const fields = metadata(page);
  const text = await mainText(page);
  const date = fields.date ?? dateLine(text);
  return { text, fields: { ...input.around, ...fields, ...(date && { date }) } };
}, MAX_HTML_BYTES);

/** Pages may leave `<html>` and `<body>` out, which a browser puts back and the parser does not. */
function withBody(source: string): string {
  if (/<body/i.test(source)) return source;
  const head = /<head[\s>][^]*?<\/head\s*>/i.exec(source)?.[0] ?? '';
  const rest = source.replace(head, '').replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, '');
  return `<html>${head}<body>${rest}</body></html>`;
}

/** Readability's choice, or the whole body where it finds none. It changes the document, so what is needed is read before. */
async function mainText(page: Page): Promise<string> {
  const whole = nodeToText(page.body);
  const { Readability } = await import('@mozilla/readability');
  const found = new Readability(page as never, {
    maxElemsToParse: MAX_ELEMENTS,
    serializer: (node) => node as unknown as Node,
  }).parse();
  const main = found?.content ? nodeToText(found.content) : '';
  return main.length >= SHORTEST || main.length > whole.length / 2 ? main : whole;
}

function metadata(page: Page): StatementFields {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const found = page
        .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
        ?.getAttribute('content')
        ?.trim();
      if (found) return found;
    }
    return undefined;
  };
  const title =
    meta('og:title', 'dc.title', 'DC.title') ??
    words(page.querySelector('h1')) ??
    words(page.querySelector('title'));
  const published = meta('article:published_time', 'datePublished', 'dc.date', 'DC.date', 'date', 'pubdate');
  const date = isoDate(published) ?? isoDate(page.querySelector('time[datetime]')?.getAttribute('datetime'));
  const source = meta('og:site_name', 'dc.publisher', 'DC.publisher');
  const url = [page.querySelector('link[rel="canonical"]')?.getAttribute('href'), meta('og:url')].find(
    (u) => u && /^https?:\/\//.test(u),
  );
  return { ...(title && { title }), ...(date && { date }), ...(source && { source }), ...(url && { url }) };
}

const words = (element: Element | null): string | undefined =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || undefined;

/** What the server says, else what the page says of itself. */
function charset(bytes: Uint8Array, mediaType: string | undefined): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const declared = /charset\s*=\s*["']?([\w-]+)/i;
  return (declared.exec(mediaType ?? '') ?? declared.exec(head))?.[1];
}
