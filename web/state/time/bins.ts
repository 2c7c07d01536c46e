import type { TimeBin, Timeline } from '../../../server/contract.ts';

/** With fewer years than this, months tell more. */
const FEW_YEARS = 5;
/** More bars than this cannot be told apart. */
const MOST = 240;

/** The time after one of the same unit. */
export function following(at: string): string {
  const [year = 0, month] = at.split('-').map(Number);
  if (month === undefined) return String(year + 1).padStart(4, '0');
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}

/** The bins without gaps: a time of which nothing is said is an empty bar, not a missing one. Too long a time is cut at its beginning. */
export function gapless(bins: readonly TimeBin[]): readonly TimeBin[] {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return [];
  const byTime = new Map(bins.map((bin) => [bin.at, bin]));
  const out: TimeBin[] = [];
  for (let at = first.at; at <= last.at && out.length < 10_000; at = following(at)) {
    out.push(byTime.get(at) ?? { at, statements: 0, cooperation: 0, conflict: 0, neutral: 0 });
  }
  return out.slice(-MOST);
}

/** Years, or months when there are few years. */
export const unitFor = (years: Timeline | undefined): Timeline['unit'] =>
  years !== undefined && gapless(years.bins).length < FEW_YEARS ? 'month' : 'year';

/** The bars from `from` to `to`, both inclusive, as numbers; the ends where open. */
export function rangeOf(bins: readonly TimeBin[], from: string, to: string): readonly [number, number] {
  const last = bins.length - 1;
  const begins = from === '' ? 0 : bins.findIndex(({ at }) => at >= from.slice(0, at.length));
  const after = to === '' ? -1 : bins.findIndex(({ at }) => at > to.slice(0, at.length));
  return [begins < 0 ? last : begins, after < 0 ? last : Math.max(0, after - 1)];
}

/** The dates of a range of bars, open where it reaches the end. */
export function datesOf(
  bins: readonly TimeBin[],
  [a, b]: readonly [number, number],
): { readonly from: string; readonly to: string } {
  return {
    from: a <= 0 ? '' : (bins[a]?.at ?? ''),
    to: b >= bins.length - 1 ? '' : (bins[b]?.at ?? ''),
  };
}
