import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Line } from '../types.ts';

/** After a score: `10-2.`, `96-17 at the World Cup`; a range (`10-15 people`) goes on with what is counted. */
const AFTER_SCORE = new Set(['at', 'in', 'on', 'after', 'to', 'with', 'against', 'over']);

const VOTES = /^vot(?:e|es|ed|ing)$/;

/** Does a sentence report a match, by a word or two of sport.tsv outside names, or by a score that is no vote? */
export function isSport(line: Line, k: Knowledge): boolean {
  const { tokens } = line.sentence;
  const named = (i: number): boolean =>
    line.mentions.some((m) => m.kind !== 'unknown' && m.from <= i && i < m.to);
  return tokens.some(
    (t, i) =>
      ((k.sport.has(t.norm) || k.sport.has(`${t.norm} ${tokens[i + 1]?.norm}`)) && !named(i)) ||
      (isScore(line, i) && !tokens.some((v) => VOTES.test(v.norm))),
  );
}

function isScore(line: Line, i: number): boolean {
  const { tokens } = line.sentence;
  const [home, hyphen, away, next] = tokens.slice(i, i + 4);
  const goals = (text: string | undefined): boolean => /^\d{1,3}$/.test(text ?? '');
  return (
    goals(home?.text) &&
    hyphen?.glued === true &&
    /^[-–]$/.test(hyphen.text) &&
    away?.glued === true &&
    goals(away.text) &&
    (!next?.word || AFTER_SCORE.has(next.norm))
  );
}
