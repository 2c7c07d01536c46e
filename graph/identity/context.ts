import type { Candidate, Home } from './candidates.ts';
import { wordsOf } from './spelling.ts';

/** What is known of two beside their names: a number to add to the score, and why; nothing when they cannot be the same. */
export interface Fit {
  readonly bonus: number;
  readonly why: readonly string[];
}

const SAME_COUNTRY = 0.15;
const SAME_OFFICE = 0.15;
const SAME_YEARS = 0.03;
/** Years between the last word of the one and the first of the other. */
const LONG_AFTER = 10;
const ANOTHER_AGE = 25;
const LATE = 0.15;

const COUNTRY = 'country:';
const countries = ({ homes }: Candidate): readonly Home[] => homes.filter((h) => h.id.startsWith(COUNTRY));

/** Weighs countries, offices and times of two; undefined when they speak against each other. */
export function fitOf(a: Candidate, b: Candidate): Fit | undefined {
  const [ofA, ofB] = [countries(a), countries(b)];
  const shared = a.homes.filter((home) => b.homes.some((other) => other.id === home.id));
  if (ofA.length > 0 && ofB.length > 0 && !shared.some((home) => home.id.startsWith(COUNTRY)))
    return undefined;
  const gap = yearsBetween(a, b);
  if (gap > ANOTHER_AGE) return undefined;
  const why: string[] = [];
  let bonus = 0;
  if (shared.length > 0) {
    bonus += SAME_COUNTRY;
    why.push(`both stand for ${shared.map((h) => h.name).join(', ')}`);
  }
  const office = sharedOffice(shared, b);
  if (office !== undefined) {
    bonus += SAME_OFFICE;
    why.push(`both are called ${office}`);
  }
  if (gap > LONG_AFTER) {
    bonus -= LATE;
    why.push(`${gap} years lie between them`);
  } else if (a.years && b.years) {
    bonus += SAME_YEARS;
    why.push(gap <= 0 ? 'they are spoken of in the same years' : `they are spoken of ${gap} years apart`);
  }
  return { bonus, why };
}

function sharedOffice(shared: readonly Home[], b: Candidate): string | undefined {
  for (const home of shared) {
    const others = new Set(b.homes.find((h) => h.id === home.id)?.roles.map(officeKey));
    const role = home.roles.find((r) => others.has(officeKey(r)));
    if (role !== undefined) return role;
  }
  return undefined;
}
const officeKey = (role: string): string => wordsOf(role).join(' ');

/** 0 or less when the years overlap or are not known. */
function yearsBetween(a: Candidate, b: Candidate): number {
  if (!a.years || !b.years) return 0;
  return Math.max(a.years[0], b.years[0]) - Math.min(a.years[1], b.years[1]);
}
