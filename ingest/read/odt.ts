import { Rejection } from '../rejection.ts';
import { dateLine } from './dates.ts';
import { decode } from './decode.ts';
import { single } from './reader.ts';
import { tidyText } from './tidy-text.ts';
import { zipParts } from './unzip.ts';
import { elements, parseXml, textOf } from './xml.ts';
import type { Element } from './xml.ts';

/** What stands beside the text, or was deleted from it. */
const SKIPPED = new Set([
  'annotation',
  'tracked-changes',
  'note-citation',
  'forms',
  'sequence-decls',
  'ruby-text',
]);
const BLOCKS = new Set(['p', 'h']);

/** An OpenDocument text (LibreOffice). */
export const readOdt = single(async (_bytes, input, { budget }) => {
  const parts = await zipParts(input, budget, (name) =>
    /^(?:content|meta)\.xml$|^META-INF\/manifest\.xml$/.test(name),
  );
  const part = async (name: string): Promise<Element | undefined> => {
    const bytes = parts.get(name);
    return bytes && parseXml(await decode(bytes));
  };
  const manifest = await part('META-INF/manifest.xml');
  if (manifest && !elements(manifest, 'encryption-data').next().done)
    throw new Rejection('ENCRYPTED', 'the document asks for a password; give it without');
  const content = await part('content.xml');
  const body = content && elements(content, 'text').next().value;
  if (!body)
    throw new Rejection('FORMAT', 'this OpenDocument file holds no text; save it as a text document');
  const text = tidyText(blocks(body as Element));
  const meta = await part('meta.xml');
  const title = meta && textOf(meta, 'title');
  const date = dateLine(text);
  return { text, fields: { ...(title && { title }), ...(date && { date }) } };
});

function blocks(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (SKIPPED.has(child.name)) return '';
      if (child.name === 's') return ' '.repeat(Math.min(80, Number(child.attributes['c'] ?? 1) || 1));
      if (child.name === 'tab') return ' ';
      if (child.name === 'line-break') return '\n';
      return BLOCKS.has(child.name) ? `\n\n${blocks(child)}\n\n` : blocks(child);
    })
    .join('');
}
