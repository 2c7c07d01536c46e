/** Filters beside labels, relations and dates. An empty list, text or least value lets everything through. */
export interface MoreFilters {
  readonly sign: '' | 'cooperation' | 'conflict';
  /** ISO 3166-1 alpha-3. */
  readonly countries: readonly string[];
  /** Ids. */
  readonly issues: readonly string[];
  /** Ids, and `none` for what documents report themselves. */
  readonly speakers: readonly string[];
  readonly sources: readonly string[];
  readonly modality: readonly string[];
  readonly minConfidence: number;
  readonly minEvidence: number;
  readonly minDegree: number;
  /** Words of the quote. */
  readonly text: string;
}

export const NO_MORE_FILTERS: MoreFilters = {
  sign: '',
  countries: [],
  issues: [],
  speakers: [],
  sources: [],
  modality: [],
  minConfidence: 0,
  minEvidence: 1,
  minDegree: 1,
  text: '',
};

export const LIST_FILTERS = ['countries', 'issues', 'speakers', 'sources', 'modality'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];
export const LEAST_FILTERS = ['minConfidence', 'minEvidence', 'minDegree'] as const;
export type LeastFilter = (typeof LEAST_FILTERS)[number];

/** What an address calls each. */
const LEAST_NAMES = { minConfidence: 'confidence', minEvidence: 'evidence', minDegree: 'degree' } as const;

const isSign = (text: string): text is MoreFilters['sign'] => text === 'cooperation' || text === 'conflict';

/** Names of a list one by one: a publisher's may hold any character. */
export function readMoreFilters(params: URLSearchParams): MoreFilters {
  const sign = params.get('sign') ?? '';
  const lists = LIST_FILTERS.map((name) => [name, params.getAll(name).filter(Boolean)] as const);
  const leasts = LEAST_FILTERS.map((name) => {
    const value = Number(params.get(LEAST_NAMES[name]) ?? NaN);
    return [
      name,
      Number.isFinite(value) && value > NO_MORE_FILTERS[name] ? value : NO_MORE_FILTERS[name],
    ] as const;
  });
  return {
    ...NO_MORE_FILTERS,
    sign: isSign(sign) ? sign : '',
    ...(Object.fromEntries(lists) as Record<ListFilter, string[]>),
    ...(Object.fromEntries(leasts) as Record<LeastFilter, number>),
    text: (params.get('words') ?? '').slice(0, 200),
  };
}

export function writeMoreFilters(params: URLSearchParams, more: MoreFilters): void {
  if (more.sign) params.set('sign', more.sign);
  for (const name of LIST_FILTERS) for (const value of more[name]) params.append(name, value);
  for (const name of LEAST_FILTERS) {
    if (more[name] !== NO_MORE_FILTERS[name]) params.set(LEAST_NAMES[name], String(more[name]));
  }
  if (more.text) params.set('words', more.text);
}

/** How many of the filters narrow anything. */
export const countMoreFilters = (more: MoreFilters): number =>
  [
    more.sign !== '',
    ...LIST_FILTERS.map((name) => more[name].length > 0),
    ...LEAST_FILTERS.map((name) => more[name] !== NO_MORE_FILTERS[name]),
    more.text !== '',
  ].filter(Boolean).length;
