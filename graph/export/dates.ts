/** A partial ISO 8601 date as the days it spans: `2023-12` is 2023-12-01 to 2023-12-31. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** Undefined for what is no ISO 8601 date. */
export function daysOf(date: string | undefined): Days | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '') ?? [];
  if (year === undefined) return undefined;
  const last = day ?? String(lastDay(Number(year), Number(month ?? 12))).padStart(2, '0');
  return {
    first: `${year}-${month ?? '01'}-${day ?? '01'}`,
    last: `${year}-${month ?? '12'}-${last}`,
  };
}

/** Of a month from 1 to 12, in the Gregorian calendar. */
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
