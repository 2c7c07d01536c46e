/** Which column of a table, or key of a record, holds what. */
import type { StatementFields } from '../statement.ts';
import { Rejection } from '../rejection.ts';
import { isoDate } from './dates.ts';

export const COLUMN_FIELDS = ['text', 'title', 'date', 'source', 'speaker', 'kind', 'url', 'id'] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];
/** Field -> the column that the user names for it; others go by their usual names. */
export type Columns = Readonly<Partial<Record<ColumnField, string>>>;

const USUAL: Readonly<Record<ColumnField, readonly string[]>> = {
  text: ['text', 'body', 'content', 'statement', 'full_text', 'fulltext'],
  title: ['title', 'headline', 'subject'],
  date: ['date', 'published', 'published_at', 'publication_date', 'pubdate'],
  source: ['source', 'issuer', 'publisher', 'outlet'],
  speaker: ['speaker', 'author'],
  kind: ['kind', 'type', 'genre'],
  url: ['url', 'link', 'address'],
  id: ['id', 'key', 'guid'],
};

/**
 * Reads `text=body,date=published`.
 * @throws Rejection naming what is not a field.
 */
export function parseColumns(given: string): Columns {
  const pairs = given.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    const [field, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 1 || column === '' || !(COLUMN_FIELDS as readonly string[]).includes(field))
      throw new Rejection('INVALID', `"${pair}" is no mapping; write ${COLUMN_FIELDS.join('|')}=<column>`);
    return [field, column];
  });
  return Object.fromEntries(pairs);
}

export interface Row {
  readonly text: string;
  readonly id: string | undefined;
  readonly fields: StatementFields;
}

/**
 * What a record holds, by the user's mapping or the usual names.
 * @throws Rejection when it has no text, or a value is no text.
 */
export function readRow(record: Readonly<Record<string, unknown>>, columns: Columns): Row {
  const keys = new Map(Object.keys(record).map((key) => [key.trim().toLowerCase(), key]));
  const nameOf = (field: ColumnField): string | undefined => {
    const mapped = columns[field];
    if (mapped !== undefined) return keys.get(mapped.toLowerCase());
    return USUAL[field].map((usual) => keys.get(usual)).find((key) => key !== undefined);
  };
  const value = (field: ColumnField): string | undefined => {
    const key = nameOf(field);
    return key === undefined ? undefined : asText(record[key], key);
  };
  const text = value('text');
  if (text === undefined)
    throw new Rejection(
      'INVALID',
      `"${columns.text ?? 'text'}" is missing; map it with --columns text=<column>`,
    );
  if (typeof record[nameOf('text')!] !== 'string')
    throw new Rejection('INVALID', `"${nameOf('text')}" must be text`);
  const date = value('date');
  const fields = {
    ...Object.fromEntries(
      (['title', 'source', 'speaker', 'kind', 'url'] as const).flatMap((f) => {
        const v = value(f);
        return v === undefined ? [] : [[f, v]];
      }),
    ),
    ...(date !== undefined && { date: isoDate(date) ?? date }),
  };
  return { text, id: value('id'), fields };
}

/** Numbers are taken as they are written, so that `"date": 2001` works; null is absent. */
function asText(value: unknown, key: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw new Rejection('INVALID', `"${key}" must be text`);
}
