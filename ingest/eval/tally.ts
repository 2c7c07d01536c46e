/** Counts of what was found rightly, found wrongly and missed. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many there are to find. */
  readonly gold: number;
}

export const tally = (): Tally => ({ right: 0, wrong: 0, missed: 0 });

export function add(to: Tally, more: Tally): Tally {
  to.right += more.right;
  to.wrong += more.wrong;
  to.missed += more.missed;
  return to;
}

export function score({ right, wrong, missed }: Tally): Score {
  return {
    precision: ratio(right, right + wrong),
    recall: ratio(right, right + missed),
    f1: ratio(2 * right, 2 * right + wrong + missed),
    gold: right + missed,
  };
}

/** Nothing out of nothing is 0. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The tally of a name, made when it is not there yet. */
export function tallyOf(map: Map<string, Tally>, name: string): Tally {
  const there = map.get(name) ?? tally();
  map.set(name, there);
  return there;
}
