import { findDates } from '../stages/dates.ts';

const ISO = /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?!\d)/;

/** The day of a written date, as it is written (no change of time zone), or undefined: `Mon, 04 Dec 2023 10:00 GMT` -> `2023-12-04`. */
export function isoDate(written: string | null | undefined): string | undefined {
  if (!written) return undefined;
  const given = written.trim();
  return ISO.exec(given)?.[1] ?? findDates(given, undefined)[0]?.date;
}

/** Lines at the beginning among which the date of a document is looked for, and how much else such a line may hold. */
const LINES = 8;
const OTHER_LETTERS = 20;

/**
 * The date in a line of its own near the beginning (`Vienna, 14 July 2015`), for formats without one. When a file was
 * made says little: a scan of a speech of 1979 is from 2010.
 */
export function dateLine(text: string): string | undefined {
  const lines = text
    .slice(0, 4000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  for (const line of lines) {
    const letters = line.match(/\p{L}/gu)?.length ?? 0;
    const [found] = letters > OTHER_LETTERS + 12 ? [] : findDates(line, undefined);
    if (found?.date !== undefined && /^\d{4}-\d\d-\d\d$/.test(found.date)) return found.date;
  }
  return undefined;
}
