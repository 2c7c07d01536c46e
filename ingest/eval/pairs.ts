import { ontology } from '../../graph/ontology/ontology.ts';
import { ratio, score, tallyOf } from './tally.ts';
import type { Score, Tally } from './tally.ts';

/** A sentence with its two parties and the PLOVER type that holds from the first to the second, or none. */
export interface PairRow {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly target: string;
  readonly type: string | null;
}
export interface PairScore {
  readonly rows: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** Share with the right side of cooperation and conflict, in words or deeds. */
  readonly sameSide: number;
  readonly answered: number;
  readonly neutral: { readonly rows: number; readonly leftAlone: number };
  readonly perRelation: Readonly<Record<string, Score>>;
  readonly errors: readonly { id: string; gold: string | null; got: string | null; text: string }[];
}

/** PLOVER's name -> our relation; CONCEDE and RETREAT are one, also called YIELD. */
const BY_PLOVER = new Map(
  Object.entries(ontology.relations).flatMap(([name, { plover }]) => plover.map((p) => [p, name] as const)),
);
export const relationOf = (plover: string): string =>
  plover === 'YIELD' ? 'YIELDS_TO' : (BY_PLOVER.get(plover) ?? plover);

export function scorePairs(rows: readonly PairRow[], classify: (row: PairRow) => string | null): PairScore {
  const per = new Map<string, Tally>();
  const errors: { id: string; gold: string | null; got: string | null; text: string }[] = [];
  const neutral = { rows: 0, leftAlone: 0 };
  let [right, same, answered] = [0, 0, 0];
  for (const row of rows) {
    const got = classify(row);
    const gold = row.type === null ? null : relationOf(row.type);
    if (got !== gold) errors.push({ id: row.id, gold, got, text: row.text });
    if (gold === null) {
      neutral.rows++;
      if (got === null) neutral.leftAlone++;
      continue;
    }
    if (got !== null) answered++;
    if (got !== null && side(got) === side(gold)) same++;
    if (got === gold) {
      right++;
      tallyOf(per, gold).right++;
    } else {
      tallyOf(per, gold).missed++;
      if (got !== null) tallyOf(per, got).wrong++;
    }
  }
  const perRelation = Object.fromEntries(
    [...per].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, t]) => [name, score(t)]),
  );
  const all = rows.length - neutral.rows;
  const f1s = Object.values(perRelation).map((s) => s.f1);
  return {
    rows: all,
    accuracy: ratio(right, all),
    macroF1: ratio(
      f1s.reduce((a, b) => a + b, 0),
      f1s.length,
    ),
    sameSide: ratio(same, all),
    answered: ratio(answered, all),
    neutral,
    perRelation,
    errors,
  };
}

const side = (relation: string): string | undefined => ontology.relations[relation]?.side;
