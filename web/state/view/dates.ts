/** ISO 8601 dates as the sources give them: a year, a month or a day. */
const PARTIAL = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export const isPartialDate = (text: string): boolean => PARTIAL.test(text);

/** Later than every day in the period, in the order of strings. */
const endOf = (date: string): string => `${date}-99`;

/** Do the period of `date` and the period from `from` to `to` share a day? Open where empty. */
export const overlaps = (date: string, from: string, to: string): boolean =>
  (from === '' || endOf(date) >= from) && (to === '' || date <= endOf(to));
