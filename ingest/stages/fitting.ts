import type { Frame, Frames } from '../knowledge/frames.ts';
import type { Clause, Group } from '../text/clauses.ts';
import { temporal } from '../text/finite-subject.ts';
import type { Line } from '../types.ts';
import { GENERIC, MEASURES } from './verbs.ts';

const COPULAS = new Set('be remain become seem appear stay feel look sound stand'.split(' '));

/** Which frames the words of a clause suit, whoever their ends are. */
export class Fitting {
  private readonly line: Line;
  private readonly frames: Frames;
  private readonly heads = new Map<Group, ReadonlySet<string>>();

  constructor(line: Line, frames: Frames) {
    this.line = line;
    this.frames = frames;
  }

  /** Frames of the clause's verb, adjective or negated verb, the more particular first. */
  candidates(clause: Clause): readonly Frame[] {
    const verbs = this.frames.byHead.get(`v ${clause.verb.lemma}`) ?? [];
    // `is opposed to` reads like a passive: the participle is the adjective.
    const word =
      clause.adjective && COPULAS.has(clause.verb.lemma)
        ? clause.adjective.lemma
        : clause.verb.passive
          ? this.line.sentence.tokens[clause.verb.main]!.norm
          : '';
    const adjective = this.frames.byHead.get(`a ${word}`) ?? [];
    const negative = clause.verb.negated
      ? (this.frames.byHead.get(`v not`) ?? []).filter((f) => f.tail[0] === clause.verb.lemma)
      : [];
    return [...negative, ...adjective, ...verbs];
  }

  /** Do the words after the head, the object's noun and the words around suit the frame? */
  fits(frame: Frame, clause: Clause): boolean {
    const tail = tailOf(frame);
    const { tokens } = this.line.sentence;
    const at = this.tailStart(frame, clause);
    const direct = tail.every((w, n) => tokens[at + n]?.norm === w);
    if (!direct && !this.tailFollows(tail, frame, clause)) return false;
    if (frame.transitive && !clause.object && !clause.verb.passive) return false;
    if (frame.single && clause.second && !temporal(clause.second)) return false;
    if (frame.context.size > 0 && !this.around(clause, frame.context)) return false;
    if (frame.objects.size === 0) return true;
    const group = this.required(frame, clause);
    return group !== undefined && this.headsOf(group).some((h) => frame.objects.has(h));
  }

  /** A particle or preposition may follow later: `called the talks off`, `spoke by telephone with X`. */
  private tailFollows(tail: readonly string[], frame: Frame, clause: Clause): boolean {
    if (tail.length !== 1) return false;
    const governed = clause.prepositions.find((p) => p.prep === tail[0]);
    if (clause.object !== undefined)
      return (
        this.line.sentence.tokens[this.afterApposition(clause.object.to)]?.norm === tail[0] &&
        !(governed && temporal(governed.group))
      );
    return frame.target.includes(tail[0]!) && governed !== undefined && !temporal(governed.group);
  }

  /** `forced the agency, UNHCR, out`: past a name between commas. */
  private afterApposition(at: number): number {
    const { tokens } = this.line.sentence;
    if (tokens[at]?.text !== ',') return at;
    const end = tokens.findIndex((t, i) => i > at && t.text === ',');
    return end > at && end - at < 6 && tokens.slice(at + 1, end).every((t) => t.capital) ? end + 1 : at;
  }

  private tailStart(frame: Frame, clause: Clause): number {
    if (frame.pos === 'a' && clause.adjective) return clause.adjective.to;
    // `called Thursday on X`
    const next = this.line.parse.items[clause.item + 1];
    return next?.type === 'GROUP' && temporal(next) ? next.to : clause.verb.to;
  }

  /** `failed to reach an agreement with X`: the clause of the last verb of a frame, whose arguments are the frame's. */
  host(frame: Frame, clause: Clause): Clause {
    const tail = tailOf(frame);
    if (tail.length < 2 || !tail.includes('to')) return clause;
    const end = this.tailStart(frame, clause) + tail.length;
    return this.line.parse.clauses.find((c) => c.parent === clause && c.verb.to === end) ?? clause;
  }

  /** The group whose head a frame with `[nouns]` asks for: the object, or what follows the frame's preposition. */
  required(frame: Frame, subject: Clause): Group | undefined {
    const clause = this.host(frame, subject);
    const after = frame.tail.at(-1);
    const governed = after ? clause.prepositions.find((p) => p.prep === after)?.group : undefined;
    if (governed) return governed;
    const object = clause.verb.passive ? clause.subject : clause.object;
    const suits = (g: Group | undefined): g is Group =>
      g !== undefined && this.headsOf(g).some((h) => frame.objects.has(h));
    return suits(object) ? object : suits(clause.second) ? clause.second : object;
  }

  /**
   * What a group is about: its head nouns; behind a measure what is measured (`tons of wheat`), before a general noun
   * what is special about it (`ceasefire agreement`).
   */
  headsOf(group: Group): readonly string[] {
    let heads = this.heads.get(group);
    if (!heads) {
      heads = new Set(this.findHeads(group, 0));
      this.heads.set(group, heads);
    }
    return [...heads];
  }

  private findHeads(group: Group, depth: number): string[] {
    const { items } = this.line.parse;
    const out = group.phrases.map((p) => p.lemma);
    const last = group.phrases.at(-1)!;
    if (GENERIC.has(last.lemma))
      for (let i = last.from; i < last.head; i++)
        out.push(this.line.sentence.tokens[i]!.norm, this.line.sentence.tokens[i]!.norm.replace(/s$/, ''));
    // `war games`, `air strikes`: two words that are one noun.
    if (last.head > last.from) out.push(`${this.line.sentence.tokens[last.head - 1]!.norm} ${last.lemma}`);
    const [p, next] = [items[group.item + 1], items[group.item + 2]];
    const measured =
      p?.type === 'P' &&
      ((p.lemma === 'of' && MEASURES.has(last.lemma)) ||
        (p.lemma === 'in' && /^(?:increase|rise|boost)$/.test(last.lemma)));
    if (measured && next?.type === 'GROUP' && depth < 3) out.push(...this.findHeads(next, depth + 1));
    return out;
  }

  /** Does one of the words stand in the clause or in what hangs on it? */
  private around(clause: Clause, words: ReadonlySet<string>): boolean {
    const { clauses } = this.line.parse;
    const next = clauses.find((c) => c.index > clause.index && c.verb.form === 'finite' && c.link !== 'rel');
    const from = Math.min(clause.subject?.from ?? clause.verb.from, clause.verb.from);
    // A shared subject stands before the clause.
    const start = next?.subject && next.subject.from >= clause.verb.to ? next.subject.from : Infinity;
    const to = next ? Math.min(next.verb.from, start) : this.line.tagged.length;
    return holds(this.line, from, Math.max(to, clause.verb.to), words);
  }
}

/** Does one of the words, or a form of it, stand in a stretch of the sentence? */
export function holds(
  { sentence, tagged }: Line,
  from: number,
  to: number,
  words: ReadonlySet<string>,
): boolean {
  for (let i = Math.max(from, 0); i < Math.min(to, tagged.length); i++)
    if (words.has(tagged[i]!.lemma) || words.has(sentence.tokens[i]!.norm)) return true;
  return false;
}

const tailOf = (frame: Frame): readonly string[] => (frame.head === 'not' ? frame.tail.slice(1) : frame.tail);
