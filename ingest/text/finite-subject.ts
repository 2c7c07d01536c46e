import { CLAUSE_PREPOSITIONS } from './closed.ts';
import type { Clause, Group, Item } from './clauses.ts';
import { SAYING } from './saying.ts';
import { isTime } from './time.ts';

/** The clause before. */
export const before = (clauses: readonly Clause[], clause: Clause): Clause | undefined =>
  clauses[clause.index - 1];

/** The first item at or before `i` that is no mark of quotation. */
export const skipQuotes = (items: readonly Item[], i: number): number => {
  while (i >= 0 && (items[i]?.type === 'QUOTE' || items[i]?.type === 'ADJ')) i--;
  return i;
};

/** The subject of a finite verb, and what opened its clause. */
export function finiteSubject(items: readonly Item[], clauses: readonly Clause[], clause: Clause): void {
  const at = skipQuotes(items, clause.item - 1);
  const prev = before(clauses, clause);
  const previous = items[at];
  if (
    (previous?.type === 'COMMA' || items[clause.item - 1]?.type === 'QUOTE') &&
    prev &&
    inverted(items, clause) &&
    endsAfter(items, clause.object!)
  ) {
    clause.subject = clause.object!;
    delete clause.object;
    return;
  }
  if (previous?.type === 'WH') return relative(items, clauses, clause, at);
  if (previous?.type === 'CC' || previous?.type === 'COMMA') {
    const open = previous.type === 'COMMA' ? bracketed(items, clauses, at) : undefined;
    if (open) {
      clause.subject = open;
      clause.link = 'main';
      return;
    }
    const waiting = previous.type === 'COMMA' ? openClause(items, clause.item) : undefined;
    if (waiting !== undefined) {
      const { group } = segmentSubject(items, waiting + 1, clause.item, false);
      if (group) {
        clause.subject =
          items
            .slice(waiting + 1, clause.item)
            .find((x): x is Group => x.type === 'GROUP' && items[x.item - 1]?.type !== 'P') ?? group;
        openedBy(items, clause, prev, waiting + 1);
        return;
      }
    }
    const shared = sharing(clauses, clause);
    if (shared?.subject) {
      clause.subject = shared.subject;
      clause.link = 'conj';
      if (shared.parent) clause.parent = shared.parent;
      if (shared.marker) clause.marker = shared.marker;
      if (shared.link === 'that' || shared.link === 'rel') clause.link = shared.link;
      return;
    }
  }
  const low = prev ? prev.item + 1 : 0;
  const { group, from } = segmentSubject(items, low, clause.item, prev !== undefined);
  // `aircraft using missiles killed …`: what the participle is about does nothing.
  const used =
    prev?.link === 'part' &&
    prev.verb.form === 'ing' &&
    prev.subject !== undefined &&
    group === prev.object &&
    !clauses.some((c) => c.index < clause.index && c.verb.form === 'finite');
  const decision = decided(items, clauses, clause, group);
  if (group) clause.subject = decision ?? (used ? prev.subject! : group);
  // `the delegation visiting X this week offered …`: the participle hangs on the subject.
  else if (
    prev?.link === 'part' &&
    prev.subject &&
    !clauses.some((c) => c.index < clause.index && c.verb.form === 'finite')
  )
    clause.subject = prev.subject;
  else if (inverted(items, clause)) clause.subject = clause.object!;
  openedBy(items, clause, prev, from);
  bareRelative(items, clause, prev);
  fronted(items, clause, prev === undefined ? 0 : from);
}

/** `X's decision to close the border angered …`: the noun that the infinitive completes, not what the infinitive is about. */
function decided(
  items: readonly Item[],
  clauses: readonly Clause[],
  clause: Clause,
  group: Group | undefined,
): Group | undefined {
  const prev = before(clauses, clause);
  if (prev?.link !== 'inf' || group !== prev.object || group === undefined) return undefined;
  if (clauses.some((c) => c.index < clause.index && c.verb.form === 'finite')) return undefined;
  const noun = items[prev.item - 1];
  return noun?.type === 'GROUP' ? noun : undefined;
}

/** `that X, especially Y, are …`: the conjunction before the commas whose clause has no verb yet. */
function openClause(items: readonly Item[], verb: number): number | undefined {
  for (let i = verb - 1; i >= 0; i--) {
    const { type } = items[i]!;
    if (type === 'VG') return undefined;
    if (type === 'WH' || type === 'SUB') return items[i + 1]?.type === 'GROUP' ? i : undefined;
  }
  return undefined;
}

/** A verb joined to one before it shares its subject: the nearest finite clause that has one. */
function sharing(clauses: readonly Clause[], clause: Clause): Clause | undefined {
  for (let i = clause.index - 1; i >= 0; i--) {
    const c = clauses[i]!;
    if (c.verb.form === 'finite' && c.subject && c.link !== 'rel') return c;
  }
  return before(clauses, clause);
}

/** `X, who visited Y, condemned Z`: the clause between commas belongs to X, and so does the verb after it. */
function bracketed(items: readonly Item[], clauses: readonly Clause[], comma: number): Group | undefined {
  let opening = -1;
  for (let i = comma - 1; i >= 0; i--) {
    if (items[i]?.type === 'COMMA') {
      opening = i;
      break;
    }
  }
  if (opening < 1) return undefined;
  const inside = clauses.filter((c) => c.item > opening && c.item < comma);
  if (inside.some((c) => c.link === 'main' || c.link === 'conj')) return undefined;
  const finiteBefore = clauses.some((c) => c.item < opening && c.verb.form === 'finite' && c.link === 'main');
  if (finiteBefore && inside.length === 0) return undefined;
  const { group } = segmentSubject(items, 0, opening, false);
  return group && !finiteBefore ? group : undefined;
}

/** The subject among the groups of `[low, verb)`: the last free one after a verb, the first free one otherwise. */
function segmentSubject(
  items: readonly Item[],
  low: number,
  verb: number,
  afterVerb: boolean,
): { group?: Group; from: number } {
  let start = low;
  let sub = false;
  for (let i = verb - 1; i >= low; i--) {
    const t = items[i]!.type;
    if (t === 'SUB' || t === 'WH' || t === 'STOP') {
      start = i + 1;
      sub = true;
      break;
    }
  }
  const free: Group[] = [];
  for (let i = start; i < verb; i++) {
    const item = items[i]!;
    if (
      item.type === 'GROUP' &&
      (items[i - 1]?.type !== 'P' || opensClause(items, i, verb)) &&
      !temporal(item)
    )
      free.push(item);
  }
  const last = free[free.length - 1];
  if (!last) return { from: start };
  if (afterVerb && !sub) return { group: afterComma(items, free) ?? last, from: last.item };
  return { group: notApposed(items, free) ?? last, from: start };
}

/** `last year`, `Monday`: when, not who. */
export const temporal = (group: Group): boolean =>
  group.phrases.every((p) => !p.mention && !p.pronoun && isTime(p.lemma));

/** `after the Union sanctioned Iran`: the group between such a preposition and the verb is the subject. */
function opensClause(items: readonly Item[], group: number, verb: number): boolean {
  const p = items[group - 1];
  return p?.type === 'P' && CLAUSE_PREPOSITIONS.has(p.lemma) && group === verb - 1;
}

/** Of groups before a verb, the first that is not a time or an adverbial: `Yesterday, President X …`. */
function notApposed(items: readonly Item[], free: readonly Group[]): Group | undefined {
  return free.find(
    (g, n) =>
      n === free.length - 1 ||
      g.phrases.some((p) => p.mention || p.pronoun) ||
      items[g.item + 1]?.type !== 'COMMA',
  );
}

/** After a verb, a group that follows a comma or conjunction begins the new clause: `X condemned Y, Z said`. */
function afterComma(items: readonly Item[], free: readonly Group[]): Group | undefined {
  return free.find(
    (g) =>
      items[g.item - 1]?.type === 'COMMA' ||
      items[g.item - 1]?.type === 'CC' ||
      items[g.item - 1]?.type === 'QUOTE',
  );
}

/** `said X` and `", said X`: the noun phrase after a verb of saying speaks. */
function inverted(items: readonly Item[], clause: Clause): boolean {
  return (
    SAYING.has(clause.verb.lemma) && clause.object !== undefined && items[clause.item + 1]?.type === 'GROUP'
  );
}

/** Nothing but a mark, or an adverbial, follows: `"…", said X.` */
function endsAfter(items: readonly Item[], group: Group): boolean {
  const next = items[group.item + 1];
  return !next || next.type === 'STOP' || next.type === 'COMMA' || next.type === 'P' || next.type === 'QUOTE';
}

/** What opened the clause: a conjunction, `that`, or a verb of saying right before. */
function openedBy(items: readonly Item[], clause: Clause, prev: Clause | undefined, from: number): void {
  const first = clause.subject ? Math.min(clause.subject.item, clause.item) : clause.item;
  let i = Math.min(first, Math.max(from, 0)) - 1;
  for (let j = first - 1; j >= 0 && (!prev || j > prev.item); j--) {
    const t = items[j]!.type;
    if (t === 'SUB' || t === 'WH') {
      i = j;
      break;
    }
  }
  const opener = items[i];
  if (opener?.type === 'SUB') {
    clause.link = 'sub';
    clause.marker = opener.lemma;
    if (prev) clause.parent = prev;
    return;
  }
  if (opener?.type === 'WH' && opener.lemma === 'that' && prev) {
    clause.link = 'that';
    clause.parent = prev;
    return;
  }
  if (prev && SAYING.has(prev.verb.lemma) && clause.subject && clause.subject.item <= prev.item + 3) {
    clause.link = 'that';
    clause.parent = prev;
  }
}

/** `the bases it has seized`: a pronoun right after a noun begins a clause about the noun. */
function bareRelative(items: readonly Item[], clause: Clause, prev: Clause | undefined): void {
  const { subject } = clause;
  const noun = subject && items[subject.item - 1];
  if (
    clause.link !== 'main' ||
    !prev ||
    !subject?.phrases[0]?.pronoun ||
    noun?.type !== 'GROUP' ||
    temporal(noun)
  )
    return;
  clause.link = 'rel';
  clause.parent = prev;
}

function relative(items: readonly Item[], clauses: readonly Clause[], clause: Clause, wh: number): void {
  let i = wh - 1;
  while (i >= 0 && (items[i]!.type === 'COMMA' || items[i]!.type === 'QUOTE' || items[i]!.type === 'P')) i--;
  const antecedent = items[i];
  const prev = before(clauses, clause);
  clause.link = 'rel';
  if (antecedent?.type === 'GROUP') clause.subject = antecedent;
  else if (prev?.subject) clause.subject = prev.subject;
  if (prev) clause.parent = prev;
}

/** Prepositional phrases that stand before the subject. */
function fronted(items: readonly Item[], clause: Clause, from: number): void {
  const stop = clause.subject?.item ?? clause.item;
  for (let i = from; i < stop; i++) {
    const [item, next] = [items[i]!, items[i + 1]];
    if (item.type === 'P' && next?.type === 'GROUP') clause.fronted.push({ prep: item.lemma, group: next });
  }
}
