import { byCodeUnit } from '../ids.ts';
import { likelyPairs } from './blocks.ts';
import { COMPARED } from './candidates.ts';
import type { Candidate, Candidates, Suggestion } from './candidates.ts';
import { fitOf } from './context.ts';
import type { Decision } from './decisions.ts';
import { subjectOf } from './decisions.ts';
import { likeBodies, likePeople } from './similar.ts';
import { wordsOf } from './spelling.ts';

/** What scores less is not suggested. */
export const THRESHOLD = 0.6;
/** A family name that fits several people fits none of them well. */
const AMBIGUOUS = 0.2;

const pairKey = (a: string, b: string): string => [a, b].sort(byCodeUnit).join('\t');

/**
 * Who may be who, the surest first: a function of what is given, whatever its order. Time grows with the number of names.
 * What was decided already is not suggested again.
 */
export function suggest({ candidates, tied }: Candidates, decisions: readonly Decision[]): Suggestion[] {
  const decided = new Set(decisions.map(subjectOf));
  const joined = new Set(tied.map(([a, b]) => pairKey(a, b)));
  const best = new Map<string, Suggestion & { readonly partial: boolean }>();
  for (const [one, other] of likelyPairs(candidates)) {
    const key = pairKey(one.of.id, other.of.id);
    if (decided.has(key) || joined.has(key)) continue;
    const like =
      one.of.label === 'Person' ? likePeople(one.name, other.name) : likeBodies(one.name, other.name);
    if (like.score === 0) continue;
    const fit = fitOf(one.of, other.of);
    if (!fit || (like.partial && fit.bonus < SOMETHING)) continue;
    const score = round(Math.min(0.99, like.score + fit.bonus));
    if (score < THRESHOLD || score <= (best.get(key)?.score ?? 0)) continue;
    const same = like.how.length === 0 ? [alikeBut(one.name.text, other.name.text)] : like.how;
    const reasons = [...same, ...fit.why];
    best.set(key, {
      verdict: 'same',
      label: one.of.label,
      ...directed(one.of, other.of),
      score,
      reasons,
      partial: like.partial,
    });
  }
  return [...unambiguous([...best.values()]), ...severalOfOneName(candidates, decided)].sort(
    (a, b) => b.score - a.score || byCodeUnit(a.id, b.id) || byCodeUnit(a.other ?? '', b.other ?? ''),
  );
}
const alikeBut = (a: string, b: string): string =>
  a === b ? `both are called “${a}”` : `“${a}” and “${b}” differ in accents, signs or little words only`;
/** At least a country, body or office in common. */
const SOMETHING = 0.1;
const round = (n: number): number => Math.round(n * 100) / 100;

/** The fuller name stays, then the better known one. */
function directed(a: Candidate, b: Candidate): { id: string; other: string } {
  const length = (c: Candidate): number => wordsOf(c.name).length;
  const bStays = length(b) - length(a) || b.mentions - a.mentions || byCodeUnit(a.id, b.id);
  return bStays > 0 ? { id: a.id, other: b.id } : { id: b.id, other: a.id };
}

/** `Bush` may be the one or the other: then neither is as sure. */
function unambiguous(found: readonly (Suggestion & { readonly partial: boolean })[]): Suggestion[] {
  const fits = new Map<string, number>();
  for (const { id, partial } of found) if (partial) fits.set(id, (fits.get(id) ?? 0) + 1);
  return found.flatMap(({ partial, ...s }) => {
    const others = partial ? (fits.get(s.id) ?? 1) - 1 : 0;
    if (others === 0) return [s];
    const score = round(s.score - AMBIGUOUS);
    return score < THRESHOLD
      ? []
      : [{ ...s, score, reasons: [...s.reasons, `the name fits ${others} more`] }];
  });
}

/** Share of statements below which a second country is taken for a slip of the pen. */
const SLIP = 0.2;

/** A person who speaks for two countries may be two people of one name. */
function severalOfOneName(candidates: readonly Candidate[], decided: ReadonlySet<string>): Suggestion[] {
  return candidates.flatMap((c) => {
    if (c.label !== 'Person' || decided.has(`apart\t${c.id}`)) return [];
    const countries = c.homes
      .filter((home) => home.id.startsWith('country:'))
      .sort((a, b) => b.statements - a.statements || byCodeUnit(a.id, b.id));
    const total = countries.reduce((sum, home) => sum + home.statements, 0);
    const rest = total - (countries[0]?.statements ?? 0);
    if (countries.length < 2 || rest / total < SLIP) return [];
    const said = countries.map((home) => `for ${home.name} in ${home.statements}`).join(', ');
    const score = round(THRESHOLD + (1 - THRESHOLD) * Math.min(1, (2 * rest) / total) * 0.5);
    return [{ verdict: 'apart', label: c.label, id: c.id, score, reasons: [`speaks ${said} statements`] }];
  });
}

export const isCompared = (label: string): label is Candidate['label'] =>
  (COMPARED as readonly string[]).includes(label);
