import { isActor } from '../../graph/model.ts';
import type { Clause, Group, Item } from './clauses.ts';
import { before, finiteSubject, skipQuotes, temporal } from './finite-subject.ts';

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
const REFUSING = new Set(
  'veto reject block oppose dismiss ignore denounce condemn criticise deplore receive withdraw violate defy'.split(
    ' ',
  ),
);
const DECISIONS = new Set(
  'decision plan attempt effort move intention desire bid threat campaign determination'.split(' '),
);

/** Verbs whose object does what the infinitive after it says: `urged the players to leave`. After the object of another verb it tells a purpose of the subject: `closed a road to mark the day`. */
const OBJECT_CONTROL = new Set(
  'advise aid allow appoint arm ask assign assist authorise authorize beg beseech call cause challenge charge coax command commission compel convince counsel dare direct drive educate elect employ empower enable encourage engage entice entitle equip exhort expect force get goad have help hire impel implore incite induce influence inspire instruct intend invite lead leave let lobby mandate mean mobilise mobilize motivate move name need nominate nudge oblige order pay permit persuade press pressure pressurise prevail prod program prompt propel provoke push recruit remind request require select shame spur summon task teach tell tempt train trigger trust urge want warn wish'.split(
    ' ',
  ),
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
  // `summoned the ambassador to protest`: whom the protest is against is who was summoned, not what it names.
  if (prev.verb.lemma === 'summon' && /^(?:protest|complain|object)$/.test(clause.verb.lemma)) return;
  const owned = deciding(items, clause.item);
  if (owned) {
    clause.subject = owned;
    return;
  }
  // `expressed the resolve to continue`, `announced plans to leave`: the subject will do it.
  const resolved = prev.object?.phrases.some((p) => RESOLVES.has(p.lemma)) === true;
  if (resolved && prev.subject && !prev.verb.passive && !REFUSING.has(prev.verb.lemma)) {
    clause.subject = prev.subject;
    return;
  }
  const purpose =
    prev.object !== undefined &&
    isFree(items, prev.object, clause) &&
    !OBJECT_CONTROL.has(prev.verb.lemma) &&
    !acts(prev.object);
  // `called on X to leave`, but `called X to say`
  const calledOn =
    prev.verb.lemma === 'call' &&
    !prev.object &&
    prev.prepositions.some((p) => p.prep === 'on' || p.prep === 'upon');
  const controller =
    (SUBJECT_CONTROL.has(prev.verb.lemma) && !calledOn) || purpose
      ? undefined
      : (prev.object ??
        prev.prepositions.find(
          (p) => ['on', 'upon', 'for'].includes(p.prep) || (p.prep === 'to' && prev.verb.lemma === 'appeal'),
        )?.group);
  const chosen = prev.verb.passive ? prev.subject : (controller ?? prev.subject);
  if (chosen) clause.subject = chosen;
}

/** Can it do something? A road or a strike cannot. */
const acts = (group: Group): boolean =>
  group.phrases.some((p) => p.pronoun ?? [p.mention, ...p.modifiers].some((m) => m && isActor(m.label)));

/** Nothing but when and where stands between an object and the infinitive, and the object wants none: `lacks the means to`. */
const isFree = (items: readonly Item[], object: Group, clause: Clause): boolean =>
  !object.phrases.some((p) => OPEN.has(p.lemma)) &&
  items
    .slice(object.item + 1, clause.item)
    .every((x) => x.type === 'P' || x.type === 'QUOTE' || (x.type === 'GROUP' && isSetting(x)));
const OPEN = new Set(
  'ability appeal authority call capability capacity demand duty force freedom incentive instruction invitation mandate means motion obligation permission place power pressure proposal reason request resource skill step strength tool troop way'.split(
    ' ',
  ),
);

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
    // Not so whoever vetoed it.
    clause.subject = REFUSING.has(prev.verb.lemma) ? prev.object : prev.subject;
    return;
  }
  // `rallied in Oslo on Sunday demanding …`: neither the town nor the day demands.
  if (previous?.type === 'GROUP') {
    clause.subject =
      clause.verb.form === 'ing' && isSetting(previous) ? (prev?.subject ?? previous) : previous;
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

/** Does the group say when or where? */
const isSetting = (group: Group): boolean =>
  temporal(group) ||
  group.phrases.every(({ mention }) => mention?.label === 'Place') ||
  (IN.has(group.prep ?? '') && group.phrases.every(({ mention }) => mention?.label === 'Country'));
const IN = new Set(['in', 'at', 'near', 'outside', 'across', 'throughout']);

function mainBefore(clauses: readonly Clause[], clause: Clause): Clause | undefined {
  for (let i = clause.index - 1; i >= 0; i--) if (clauses[i]!.verb.form === 'finite') return clauses[i];
  return undefined;
}
