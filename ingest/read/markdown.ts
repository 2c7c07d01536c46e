import { parse } from 'yaml';
import { readHeader } from '../statement.ts';
import type { StatementFields } from '../statement.ts';
import { readRow } from './columns.ts';
import { decode } from './decode.ts';
import { htmlToText } from './html-text.ts';
import { single } from './reader.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Markdown without its marks. Front matter (YAML) or header lines say what is known of it. */
export const readMarkdown = single(async (bytes, _input, { columns }) => {
  const source = await decode(bytes);
  const front = FRONT_MATTER.exec(source);
  const { fields, body } = front
    ? { fields: frontMatter(front[1] ?? '', columns), body: front[0].length }
    : readHeader(source);
  const { marked } = await import('marked');
  const text = await htmlToText(await marked.parse(source.slice(body), { async: true }));
  const heading = /^#\s+(.+?)\s*#*$/m.exec(source.slice(body))?.[1];
  return { text, fields: { ...(heading && { title: heading.replace(/[*_`]/g, '') }), ...fields } };
});

function frontMatter(yaml: string, columns: Parameters<typeof readRow>[1]): StatementFields {
  const value: unknown = parse(yaml, { maxAliasCount: 20, schema: 'failsafe' });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const strings = Object.entries(value).filter(([, v]) => typeof v === 'string');
  return readRow({ ...Object.fromEntries(strings), text: '' }, { ...columns, text: 'text' }).fields;
}
