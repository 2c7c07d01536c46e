import type { EdgeType } from '../../graph/model.ts';
import { areKin } from '../knowledge/nouns.ts';
import type { Assertion, Document, Line, Referent } from '../types.ts';
import { findDates } from './dates.ts';
import { placesOf } from './events.ts';

/** What a rule says of an assertion; its words and date are found from the sentence. */
export type Grounds = Pick<Assertion, 'rule' | 'modality' | 'notes' | 'score'> & {
  readonly speaker?: string;
};

const VIOLENCE = ['attack', 'war'];

/** All that a document asserts, in the order in which it is read. */
export class Assertions {
  readonly all: Assertion[] = [];
  private readonly doc: Document;

  constructor(doc: Document) {
    this.doc = doc;
  }

  /**
   * Adds one with the words that it stands on, from the first to the last of its trigger (a token range) and its ends.
   * Nothing is added when no target is left: nobody supports violence by feeling for its victims.
   */
  add(
    line: Line,
    type: EdgeType,
    sources: readonly Referent[],
    targets: readonly Referent[],
    [from, to]: readonly [number, number],
    grounds: Grounds,
  ): void {
    const { statement, lines } = this.doc;
    const meant = targets.filter((t) => !this.isSympathy(type, grounds.rule, t));
    if (meant.length === 0) return;
    const { tokens } = line.sentence;
    const [first, last] = [tokens[from]!, tokens[to - 1] ?? tokens[from]!];
    const ends = [...sources, ...meant].filter(
      (r) => r.start >= line.sentence.start && r.end <= line.sentence.end,
    );
    const date = dateNear(statement.text, line, first.start, statement.date, grounds.modality === 'intended');
    this.all.push({
      type,
      sources,
      targets: meant,
      line: lines[line.sentence.index]!,
      start: Math.min(first.start, ...ends.map((r) => r.start)),
      end: Math.max(last.end, ...ends.map((r) => r.end)),
      trigger: statement.text.slice(first.start, last.end),
      ...grounds,
      ...(type === 'MET_WITH' && { places: placesOf(line) }),
      ...(date && { date }),
    });
  }

  /** Support in view of an attack is none of it, and who wants a war to end does not condemn the end. */
  private isSympathy(type: EdgeType, rule: string, target: Referent): boolean {
    if (type === 'SUPPORTS') return this.isViolence(target, VIOLENCE);
    return type === 'CONDEMNS' && rule.endsWith('.cease') && this.isViolence(target, ['war']);
  }

  private isViolence(r: Referent, kinds: readonly string[]): boolean {
    const { kind = '', coined } = this.doc.entities.get(r.ids[0]!) ?? {};
    return r.label === 'Event' && kinds.some((noun) => areKin(coined?.head ?? kind, noun));
  }
}

/** Each referent once, by its first id. */
export function unique(list: readonly Referent[]): Referent[] {
  return list.filter((r, n) => list.findIndex((x) => x.ids[0] === r.ids[0]) === n);
}

/** The date of the sentence that stands nearest to a place in it. */
function dateNear(
  text: string,
  line: Line,
  at: number,
  base: string | undefined,
  planned: boolean,
): string | undefined {
  const { start, end } = line.sentence;
  const dates = findDates(text.slice(start, end), base, planned);
  dates.sort((a, b) => Math.abs(start + a.start - at) - Math.abs(start + b.start - at));
  return dates[0]?.date;
}
