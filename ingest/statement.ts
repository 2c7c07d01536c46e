import { statementId } from '../graph/ids.ts';
import type { Statement } from '../graph/model.ts';
import { findDates } from './stages/dates.ts';
import { checkEnglish } from './language.ts';
import { Rejection } from './rejection.ts';

/** What the caller knows about a text; wins over its header lines. */
export interface StatementFields {
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly speaker?: string;
  readonly kind?: string;
  readonly url?: string;
  readonly original?: string;
  readonly repeats?: string;
  readonly origin?: string;
}

/** Longest text taken, in UTF-16 code units: a long novel is a fifth of it. */
export const MAX_TEXT = 8_000_000;

const HEADER = /^(Title|Source|Date|Speaker|Kind): ?(.*)$/;
const ISO_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * Makes a statement of a text: reads its header lines (`Title:`, `Source:`, `Date:`, `Speaker:`, `Kind:`, then a blank
 * line), which stay part of the text so that offsets count the whole file.
 * @throws Rejection when the text is empty, binary, too long, or a date is not ISO 8601.
 */
export function readStatement(text: string, fields: StatementFields = {}): Statement {
  check(text);
  const { fields: header, body } = readHeader(text);
  checkEnglish(text.slice(body));
  const merged = { ...header, ...headerDate(header.date), ...dropEmpty(fields) };
  if (merged.date !== undefined && !ISO_DATE.test(merged.date)) {
    throw new Rejection(
      'INVALID',
      `the date "${merged.date}" is not ISO 8601; write 2023, 2023-12 or 2023-12-04`,
    );
  }
  const { date, ...rest } = merged;
  const dated = { ...rest, ...(date !== undefined && { date }) };
  return { id: statementId({ text, ...dated }), text, ...dated, language: 'en' };
}

function check(text: string): void {
  if (text.trim() === '') throw new Rejection('EMPTY', 'the text is empty; there is nothing to read');
  if (text.includes('\u0000')) throw new Rejection('BINARY', 'this is a binary file; give plain text');
  // A store keeps UTF-8, which has no half of a surrogate pair: quotes would not be verbatim.
  if (/\p{Cs}/u.test(text))
    throw new Rejection('INVALID', 'the text is not well-formed Unicode (half of a surrogate pair)');
  if (text.length > MAX_TEXT) {
    throw new Rejection(
      'TOO_LONG',
      `the text has ${text.length} characters; at most ${MAX_TEXT} are read, so split it`,
    );
  }
}

/** A header line is written by hand: its ISO date may be followed by a remark, or be in words. A date that cannot be read is none. */
function headerDate(written: string | undefined): { date?: string | undefined } {
  if (written === undefined) return {};
  const iso = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)/.exec(written)?.[0];
  return { date: iso ?? findDates(written, undefined)[0]?.date };
}

/** The header fields of a text and where its body begins (0 when it has none). */
export function readHeader(text: string): { fields: StatementFields; body: number } {
  const fields: Record<string, string> = {};
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    const match = HEADER.exec(line);
    if (!match) {
      const complete = line.trim() === '' && at > 0;
      return complete ? { fields, body: Math.min(text.length, end + 1) } : { fields: {}, body: 0 };
    }
    const [, name = '', value = ''] = match;
    if (value.trim() !== '') fields[name.toLowerCase()] = value.trim();
    if (end < 0) break;
    at = end + 1;
  }
  return { fields: {}, body: 0 };
}

function dropEmpty(fields: StatementFields): StatementFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, v]) => typeof v === 'string' && v.trim() !== ''),
  );
}
