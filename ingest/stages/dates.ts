/** Dates in running text, resolved against the date of the statement. Partial dates stay partial. */

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((w, n) => [w, n] as const)
    .concat([
      ['a', 1],
      ['an', 1],
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
    ]),
);
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?';
const COUNT = `(\\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|${Object.keys(NUMBERS).join('|')})`;

/** A pre-scan: most sentences hold no date at all. */
const HINT =
  /\d{4}|ago|yesterday|today|tomorrow|\b(?:last|this|next|earlier)\b|day\b|january|february|march|april|\bmay \d|\d may|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b/i;

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly date: string;
}

type Reader = readonly [
  RegExp,
  (m: RegExpExecArray, base: string | undefined, ahead: boolean) => string | undefined,
];

const READERS: readonly Reader[] = [
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4})\\b`, 'gi'),
    (m) => ymd(m[3], m[2], m[1]),
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:[–-]\\d{1,2})?,? (\\d{4})\\b`, 'gi'),
    (m) => ymd(m[3], m[1], m[2]),
  ],
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, (m) => `${m[1]}-${m[2]}-${m[3]}`],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\b`, 'gi'),
    (m, base) => nearest(base, m[2], m[1]),
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)`, 'gi'),
    (m, base) => nearest(base, m[1], m[2]),
  ],
  [new RegExp(`\\b${MONTH},? (?:of )?(\\d{4})\\b`, 'gi'), (m) => ymd(m[2], m[1])],
  [
    new RegExp(`\\b(last|next|this|in|since|early|late|mid) ${MONTH}(?! \\d)`, 'gi'),
    (m, base) => nearest(base, m[2]),
  ],
  [/\b(?:in|since|during|of|by|until|from|early|late|mid) (?:the year )?(\d{4})\b/gi, (m) => plausible(m[1])],
  [
    new RegExp(`\\b${COUNT} (day|week|month|year|decade)s? (?:ago|earlier)\\b`, 'gi'),
    (m, base) => ago(base, m[1], m[2]),
  ],
  [/\b(?:earlier|later) (?:in |this |in the )+(week|month|year)\b/gi, (m, base) => partOf(base, m[1])],
  [/\b(last|next|this) (week|month|year)\b/gi, (m, base) => shiftUnit(base, m[1], m[2])],
  [
    /\b(yesterday|today|tomorrow|tonight)\b/gi,
    (m, base) => shiftDays(base, { yesterday: -1, tomorrow: 1 }[m[1]!.toLowerCase()] ?? 0),
  ],
  [
    new RegExp(`\\b(last |next )?(${DAYS.join('|')})\\b`, 'gi'),
    (m, base, ahead) => weekday(base, m[2], m[1] ?? (ahead ? 'next' : undefined)),
  ],
];

/** The dates of `text`, in order, none inside another. `base` is the statement's date; days of what lies `ahead` come after it. */
export function findDates(text: string, base: string | undefined, ahead = false): FoundDate[] {
  if (!HINT.test(text)) return [];
  const found: FoundDate[] = [];
  for (const [pattern, read] of READERS) {
    for (const m of text.matchAll(pattern)) {
      const [start, end] = [m.index, m.index + m[0].length];
      if (found.some((f) => start < f.end && f.start < end)) continue;
      const date = read(m as RegExpExecArray, base, ahead);
      if (date) found.push({ start, end, date });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const two = (n: number): string => String(n).padStart(2, '0');

function monthNumber(name: string | undefined): number {
  return MONTHS.findIndex((m) => m.startsWith((name ?? '').toLowerCase().slice(0, 3))) + 1;
}

function ymd(year: string | undefined, month: string | undefined, day?: string): string | undefined {
  const m = monthNumber(month);
  if (!year || m === 0) return undefined;
  const d = Number(day ?? 0);
  if (d > 31) return undefined;
  return `${year}-${two(m)}${d > 0 ? `-${two(d)}` : ''}`;
}

/** A day and month without a year: the one nearest to the statement's date, rather before than after it. */
function nearest(base: string | undefined, month: string | undefined, day?: string): string | undefined {
  const m = monthNumber(month);
  if (!base || m === 0) return undefined;
  const year = Number(base.slice(0, 4));
  const at = base.length >= 7 ? Number(base.slice(5, 7)) : 6;
  const best = m - at > 6 ? year - 1 : at - m > 8 ? year + 1 : year;
  return ymd(String(best), month, day);
}

function plausible(year: string | undefined): string | undefined {
  const n = Number(year);
  return n >= 1700 && n <= 2100 ? String(n) : undefined;
}

function count(word: string | undefined): number {
  const w = (word ?? '').toLowerCase();
  if (/^\d+$/.test(w)) return Number(w);
  const [tens, ones] = w.split('-');
  return (NUMBERS[tens ?? ''] ?? 0) + (ones ? (NUMBERS[ones] ?? 0) : 0);
}

function ago(base: string | undefined, n: string | undefined, unit: string | undefined): string | undefined {
  if (!base) return undefined;
  const k = count(n);
  switch ((unit ?? '').toLowerCase()) {
    case 'day':
      return shiftDays(base, -k);
    case 'week':
      return shiftDays(base, -7 * k)?.slice(0, 7);
    case 'month':
      return shiftMonths(base, -k);
    case 'decade':
      return String(Number(base.slice(0, 4)) - 10 * k);
    default:
      return String(Number(base.slice(0, 4)) - k);
  }
}

function partOf(base: string | undefined, unit: string | undefined): string | undefined {
  return base?.slice(0, unit?.toLowerCase() === 'year' ? 4 : 7);
}

function shiftUnit(
  base: string | undefined,
  which: string | undefined,
  unit: string | undefined,
): string | undefined {
  if (!base) return undefined;
  const step = { last: -1, next: 1 }[(which ?? '').toLowerCase()] ?? 0;
  switch ((unit ?? '').toLowerCase()) {
    case 'year':
      return String(Number(base.slice(0, 4)) + step);
    case 'month':
      return shiftMonths(base, step);
    default:
      return shiftDays(base, 7 * step)?.slice(0, 7);
  }
}

function shiftMonths(base: string, step: number): string | undefined {
  if (base.length < 7) return undefined;
  const months = Number(base.slice(0, 4)) * 12 + Number(base.slice(5, 7)) - 1 + step;
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
}

function shiftDays(base: string | undefined, step: number): string | undefined {
  if (!base || base.length < 10) return base;
  const day = new Date(`${base.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + step);
  return day.toISOString().slice(0, 10);
}

/** `on Monday`: the last such day up to the statement's date; `next Monday`: the first after it. */
function weekday(
  base: string | undefined,
  name: string | undefined,
  which: string | undefined,
): string | undefined {
  if (!base || base.length < 10) return undefined;
  const today = new Date(`${base.slice(0, 10)}T00:00:00Z`).getUTCDay();
  const wanted = DAYS.indexOf((name ?? '').toLowerCase());
  if (/next/i.test(which ?? '')) return shiftDays(base, ((wanted - today + 6) % 7) + 1);
  return shiftDays(base, -((today - wanted + 7) % 7));
}
