import type { Modality } from '../../graph/model.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { Frame } from '../knowledge/frames.ts';
import type { Clause } from '../text/clauses.ts';
import { SAYING } from '../text/saying.ts';
import type { Line } from '../types.ts';
import type { Fitting } from './fitting.ts';
import { isDeniedByAdverb, isUnreal } from './unreal.ts';
import { ENDING } from './verbs.ts';

const ABOUT_TO = new Set(['about', 'due', 'set', 'going', 'poised', 'likely', 'expected']);
const INTENTIONS = new Set(
  'readiness willingness desire intention plan determination resolve hope bid attempt effort right proposal offer opportunity chance threat deal agreement pact accord'.split(
    ' ',
  ),
);
const REFUSALS = new Set(['refusal', 'failure', 'inability', 'reluctance', 'unwillingness']);
const EXCLUDED =
  /\b(?:out of (?:the )?question|off the table|unthinkable|impossible|unlikely|inconceivable)\b/;
const NONE = new Set(['no', 'neither', 'nobody', 'none', 'nothing']);

/** What negation, conditions and governing verbs make of each clause of a sentence. */
export class Moods {
  private readonly line: Line;
  private readonly fitting: Fitting;
  private readonly dropped = new Set<Clause>();
  private readonly negated = new Set<Clause>();
  private readonly moods = new Map<Clause, Modality>();

  constructor(line: Line, fitting: Fitting) {
    this.line = line;
    this.fitting = fitting;
    for (const clause of line.parse.clauses) this.govern(clause);
  }

  /** The clause says nothing that is so: another verb governs it, or it is a condition. */
  isDropped(clause: Clause): boolean {
    return this.dropped.has(clause) && !this.negated.has(clause);
  }

  /** The clause is out of play for nouns too: dropped or negated by what governs it. */
  isGoverned(clause: Clause): boolean {
    return this.dropped.has(clause);
  }

  /** How the clause is meant: by what governs it, else by its own modal verb. */
  of(clause: Clause): Modality {
    return this.moods.get(clause) ?? (isAnnounced(clause) ? 'intended' : modalityOf(clause));
  }

  /** The mood that a governing verb gives, if one does. */
  inherited(clause: Clause): Modality | undefined {
    return this.moods.get(clause);
  }

  /** Is what the clause says to come `unless` somebody does something? */
  isUltimatum(clause: Clause): boolean {
    return (
      ['intended', 'hypothetical'].includes(this.of(clause)) &&
      this.line.parse.clauses.some((c) => c.marker === 'unless' && c.index > clause.index)
    );
  }

  /** Is what the clause says not done: `not`, `no state`, `neither X nor Y`, `nobody`? */
  denies(clause: Clause): boolean {
    const subject = clause.subject?.phrases[0];
    const none =
      NONE.has(subject?.determiner ?? '') ||
      NONE.has(subject?.pronoun ?? '') ||
      NONE.has(subject?.words[0] ?? '');
    return (
      clause.verb.negated ||
      this.negated.has(clause) ||
      none ||
      clause.object?.phrases[0]?.determiner === 'no'
    );
  }

  /** Frames such as `not recognise`, which negation itself makes. */
  hasNegativeFrame(clause: Clause): boolean {
    return (
      clause.verb.negated &&
      !this.dropped.has(clause) &&
      this.fitting.candidates(clause).some((f) => f.head === 'not')
    );
  }

  /** What a clause's verb makes of the clauses under it. */
  private govern(clause: Clause): void {
    const { dropped, moods } = this;
    const parent = clause.parent;
    if (clause.marker === 'without' || isDeniedByAdverb(this.line, clause)) this.negate(clause);
    if (isUnreal(this.line, clause)) dropped.add(clause);
    // A condition says nothing of what is, except that what `continues` is so already.
    const condition =
      (clause.link === 'sub' &&
        /^(?:if|unless|whether|provided|assuming|supposing)$/.test(clause.marker ?? '')) ||
      this.isInvertedCondition(clause);
    if (condition && clause.verb.lemma !== 'continue') dropped.add(clause);
    if (this.isExcluded(clause)) this.negate(clause);
    if (!parent || parent === clause) return;
    if (clause.link !== 'inf' && clause.link !== 'that' && clause.link !== 'prep') {
      const inherited = clause.link === 'conj' || clause.link === 'part' ? moods.get(parent) : undefined;
      if (inherited) moods.set(clause, inherited);
      return;
    }
    if (dropped.has(parent) && clause.link !== 'that') dropped.add(clause);
    if ((this.denies(parent) || this.yetTo(parent, clause)) && clause.link === 'inf') this.negate(clause);
    // `did not say that X attacked Y`, `nobody believes that …`: neither said nor denied.
    if (this.denies(parent) && clause.link === 'that') dropped.add(clause);
    const mood = moods.get(parent);
    if (mood && !moods.has(clause)) moods.set(clause, mood);
    const purpose = clause.link === 'inf' ? this.purpose(parent, clause) : undefined;
    if (purpose === 'negated') this.negate(clause);
    else if (purpose && !moods.has(clause)) moods.set(clause, purpose);
    const effect = this.operator(parent);
    if (effect === 'negated') this.negate(clause);
    else if (effect === 'drop') dropped.add(clause);
    else if (effect === 'intended' || effect === 'urged' || effect === 'hypothetical')
      moods.set(clause, effect);
  }

  /** `its readiness to help`, `X's plan to attack`, `is about to attack`: the noun or adverb before an infinitive says that it is not done yet. */
  private purpose(parent: Clause, clause: Clause): 'intended' | 'negated' | 'urged' | undefined {
    const between = this.line.sentence.tokens.slice(parent.verb.to, clause.verb.from).map((t) => t.norm);
    if (between.includes('unlikely')) return 'negated';
    if (between.some((w) => ABOUT_TO.has(w))) return 'intended';
    const nouns = [...(parent.object?.phrases ?? []), ...(clause.subject?.phrases ?? [])].map((p) => p.lemma);
    if (nouns.some((n) => REFUSALS.has(n))) return 'negated';
    // `stressed the need to end the war`: wanted, not done.
    if (nouns.some((n) => hasRole(n, 'necessity'))) return 'urged';
    // `reversed its decision to exclude X`, `dropped its plan to attack`
    if (ENDING.has(parent.verb.lemma) && nouns.some((n) => INTENTIONS.has(n) || n === 'decision'))
      return 'negated';
    return nouns.some((n) => INTENTIONS.has(n)) ? 'intended' : undefined;
  }

  /** `removing the sanctions is out of the question`: what is said of the deed is that it will not be. */
  private isExcluded(clause: Clause): boolean {
    const next = this.line.parse.clauses[clause.index + 1];
    if (clause.verb.form !== 'ing' || next?.verb.lemma !== 'be' || next.item < clause.item) return false;
    const after = this.line.sentence.tokens.slice(next.verb.to, next.verb.to + 6).map((t) => t.norm);
    return next.verb.negated || EXCLUDED.test(after.join(' '));
  }

  /** `has yet to recognise` */
  private yetTo(parent: Clause, clause: Clause): boolean {
    return this.line.sentence.tokens.slice(parent.verb.to, clause.verb.from).some((t) => t.norm === 'yet');
  }

  /** `Had Russia invaded Finland, …` */
  private isInvertedCondition(clause: Clause): boolean {
    const { tokens } = this.line.sentence;
    if (!/^(?:had|were|should)$/.test(tokens[0]?.norm ?? '')) return false;
    const comma = tokens.findIndex((t) => t.text === ',');
    return comma > 0 && clause.verb.main < comma;
  }

  private negate(clause: Clause): void {
    this.dropped.add(clause);
    this.negated.add(clause);
  }

  private operator(clause: Clause): Frame['complement'] {
    for (const frame of this.fitting.candidates(clause))
      if (frame.complement !== '' && this.fitting.fits(frame, clause)) return frame.complement;
    return '';
  }
}

const ANNOUNCING = new Set(['announce', 'confirm', 'pledge', 'promise', 'vow', 'declare']);

/** `X said it would boycott Y`, `X announced that Y would leave`: what one says of oneself in the past, or announces, is a plan. */
function isAnnounced({ verb, link, parent, subject }: Clause): boolean {
  if (verb.modal !== 'would' || link !== 'that' || !parent) return false;
  const own = subject?.phrases[0]?.pronoun;
  return (
    ANNOUNCING.has(parent.verb.lemma) ||
    (SAYING.has(parent.verb.lemma) && /^(?:it|they|he|she)$/.test(own ?? ''))
  );
}

function modalityOf(clause: Clause): Modality {
  switch (clause.verb.modal) {
    case 'will':
      return 'intended';
    case 'should':
      return 'urged';
    case 'would':
    case 'may':
      return 'hypothetical';
    default:
      return 'asserted';
  }
}
