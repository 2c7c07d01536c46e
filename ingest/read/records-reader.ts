import { readRow } from './columns.ts';
import { hashOf, problemOf } from './reader.ts';
import type { Found, Reading } from './reader.ts';
import type { StatementFields } from '../statement.ts';

/**
 * The document of a record. It is known by its own `id`, so that records may move in their file, else by its place.
 * @param place what is shown of it, such as `file.csv:3`
 */
export function documentOf(
  file: string,
  at: number,
  record: unknown,
  reading: Reading,
  around: StatementFields = {},
): Found {
  const place = `${file}:${at}`;
  try {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      throw new Error('not a JSON object');
    const { text, id, fields } = readRow(record as Record<string, unknown>, reading.columns);
    const original = hashOf(JSON.stringify(record));
    return {
      name: id === undefined ? place : `${file}#${id}`,
      text,
      fields: { ...around, ...fields, original },
    };
  } catch (error) {
    return problemOf(place, error);
  }
}
