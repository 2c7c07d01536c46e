import type { Clause, Group, Item } from './clauses.ts';
import { before, finiteSubject, skipQuotes } from './finite-subject.ts';

/** Verbs whose infinitive is done by their subject although they have an object. */
const SUBJECT_CONTROL = new Set(
  'promise threaten vow pledge offer agree refuse use take sign issue adopt pass vote send dispatch deploy call phone telephone visit contact ring'.split(
    ' ',
  ),
);
/** Prepositions before a participle whose doer is the object: `accused Y of attacking`, `thanked Y for supporting`. */
const OBJECT_CONTROL_PREP = new Set(['of', 'for', 'from', 'over', 'into', 'against']);
const RESOLVES = new Set(
  'resolve readiness willingness desire intention commitment determination decision plan right effort attempt need refusal agreement order resolution law bill vote opportunity hope interest chance operation campaign mission raid offensive strike sit-in vigil rally demonstration march protest'.split(
    ' ',
  ),
);
const DOCUMENTS = new Set(
  'statement letter resolution communique communiqué declaration report message note tweet text motion'.split(
    ' ',
  ),
);
const DECISIONS = new Set(
  'decision plan attempt effort move intention desire bid threat campaign determination'.split(' '),
);

/** Who does what an infinitive says. */
export function infinitiveSubject(items: readonly Item[], clauses: readonly Clause[], clause: Clause): void {
  const prev = before(clauses, clause);
  clause.link = 'inf';
  if (!prev) return;
  clause.parent = prev;
  const joined = items[clause.item - 1];
  if (joined?.type === 'CC' && prev.link === 'inf') {
    if (prev.subject) clause.subject = prev.subject;
    if (prev.parent) clause.parent = prev.parent;
    return;
  }
  // `the views she had named to agree with …`: the noun that the clause in between is about.
  const noun = prev.link === 'rel' && prev.subject && items[prev.subject.item - 1];
  if (noun && noun.type === 'GROUP' && !prev.object) {
    if (noun.phrases.length === 1) clause.subject = noun;
    return;
  }
  const owned = deciding(items, clause.item);
  if (owned) {
    clause.subject = owned;
    return;
  }
  // `expressed the resolve to continue`, `announced plans to leave`: the subject will do it.
  if (prev.object?.phrases.some((p) => RESOLVES.has(p.lemma)) && prev.subject && !prev.verb.passive) {
    clause.subject = prev.subject;
    return;
  }
  const controller = SUBJECT_CONTROL.has(prev.verb.lemma)
    ? undefined
    : (prev.object ??
      prev.prepositions.find(
        (p) => ['on', 'upon', 'for'].includes(p.prep) || (p.prep === 'to' && prev.verb.lemma === 'appeal'),
      )?.group);
  const chosen = prev.verb.passive ? prev.subject : (controller ?? prev.subject);
  if (chosen) clause.subject = chosen;
}

/** `the decision by X to recognise Y`: the noun before the infinitive, whose owner acts. */
function deciding(items: readonly Item[], verb: number): Group | undefined {
  for (let i = verb - 1; i >= 0 && i > verb - 6; i--) {
    const item = items[i]!;
    if (
      item.type === 'GROUP' &&
      item.phrases.some(
        (p) =>
          DECISIONS.has(p.lemma) && (p.owner ?? p.possessive ?? p.modifiers[0] ?? items[i + 1]?.type === 'P'),
      )
    )
      return item;
    if (item.type !== 'GROUP' && item.type !== 'P') return undefined;
  }
  return undefined;
}

/** Who does what a participle says. */
export function participleSubject(items: readonly Item[], clauses: readonly Clause[], clause: Clause): void {
  const at = skipQuotes(items, clause.item - 1);
  const previous = items[at];
  const prev = before(clauses, clause);
  clause.link = 'part';
  if (prev) clause.parent = prev;
  if (previous?.type === 'P' && prev) {
    clause.link = 'prep';
    const object = OBJECT_CONTROL_PREP.has(previous.lemma) && !prev.verb.passive ? prev.object : undefined;
    const chosen = object ?? prev.subject;
    if (chosen) clause.subject = chosen;
    return;
  }
  // `avoided condemning X`, `continued bombing X`: the gerund is what the verb before is about.
  if (clause.verb.form === 'ing' && prev && prev.item === at) {
    clause.link = 'inf';
    if (prev.subject) clause.subject = prev.subject;
    return;
  }
  // `issued a statement condemning X`: whoever issued it condemns.
  if (
    previous?.type === 'GROUP' &&
    prev?.subject &&
    clause.verb.form === 'ing' &&
    prev.object?.phrases.some((p) => DOCUMENTS.has(p.lemma)) === true
  ) {
    clause.subject = prev.subject;
    return;
  }
  if (previous?.type === 'GROUP') {
    clause.subject = previous;
    return;
  }
  if (previous?.type === 'CC' && prev && prev.verb.form === clause.verb.form) {
    if (prev.subject) clause.subject = prev.subject;
    clause.link = prev.link;
    if (prev.parent) clause.parent = prev.parent;
    return;
  }
  const main =
    mainBefore(clauses, clause) ?? clauses.find((c) => c.index > clause.index && c.verb.form === 'finite');
  if (main) {
    clause.parent = main;
    if (!main.subject && main.index > clause.index) finiteSubject(items, clauses, main);
    if (main.subject) clause.subject = main.subject;
  }
}

function mainBefore(clauses: readonly Clause[], clause: Clause): Clause | undefined {
  for (let i = clause.index - 1; i >= 0; i--) if (clauses[i]!.verb.form === 'finite') return clauses[i];
  return undefined;
}
