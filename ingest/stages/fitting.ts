import type { Frame, Frames } from '../knowledge/frames.ts';
import type { Clause, Group } from '../text/clauses.ts';
import { temporal } from '../text/finite-subject.ts';
import type { Line } from '../types.ts';

const COPULAS = new Set('be remain become seem appear stay feel look sound stand'.split(' '));

/** Which frames the words of a clause suit, whoever their ends are. */
export class Fitting {
  private readonly line: Line;
  private readonly frames: Frames;

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

  /** Do the words after the head and the object's noun suit the frame? */
  fits(frame: Frame, clause: Clause): boolean {
    const tail = frame.head === 'not' ? frame.tail.slice(1) : frame.tail;
    const { tokens } = this.line.sentence;
    const at = frame.pos === 'a' && clause.adjective ? clause.adjective.to : clause.verb.to;
    const direct = tail.every((w, n) => tokens[at + n]?.norm === w);
    // A particle may follow the object: `called the talks off`.
    const late =
      tail.length === 1 && clause.object !== undefined && tokens[clause.object.to]?.norm === tail[0];
    // `spoke by telephone with X`: the frame's own preposition may follow another phrase.
    const further =
      tail.length === 1 &&
      clause.object === undefined &&
      frame.target.includes(tail[0]!) &&
      clause.prepositions.some((p) => p.prep === tail[0] && !temporal(p.group));
    if (!direct && !late && !further) return false;
    if (frame.objects.size === 0) return true;
    return this.required(frame, clause)?.phrases.some((p) => frame.objects.has(p.lemma)) ?? false;
  }

  /** The group whose head a frame with `[nouns]` asks for: the object, or what follows the frame's preposition. */
  required(frame: Frame, clause: Clause): Group | undefined {
    const after = frame.tail.at(-1);
    const governed = after ? clause.prepositions.find((p) => p.prep === after)?.group : undefined;
    const object = clause.verb.passive ? clause.subject : clause.object;
    const second = clause.second?.phrases.some((p) => frame.objects.has(p.lemma)) ? clause.second : undefined;
    return (
      governed ?? (object?.phrases.some((p) => frame.objects.has(p.lemma)) ? object : (second ?? object))
    );
  }
}
