import type { Clause } from '../text/clauses.ts';
import type { Telling } from './telling.ts';

const MEETINGS = new Set([
  'meeting',
  'talk',
  'call',
  'conversation',
  'negotiation',
  'ceremony',
  'summit',
  'session',
]);

/** What clauses say by their shape and the document around them, where no frame has both ends in the sentence. */
export function tellPatterns(telling: Telling): void {
  for (const clause of telling.line.parse.clauses)
    for (const tell of [urged, attended, gathered, agreedByBoth]) tell(telling, clause);
}

/** `Hamas must release the hostages`, said by X: X calls on Hamas. */
function urged(
  { line, resolver, attribution, focus, representation, assertions }: Telling,
  clause: Clause,
): void {
  const { verb } = clause;
  if (verb.modal !== 'should' || clause.link === 'sub' || clause.link === 'rel' || verb.passive) return;
  const voices = attribution.of(clause);
  const sources = voices.length > 0 ? voices : focus.issuers;
  const targets = resolver
    .group(clause.subject)
    .actors.filter(
      (r) =>
        !/first person/.test(r.how) &&
        !sources.some((s) => s.ids[0] === r.ids[0] || representation.of(s.ids[0]!) === r.ids[0]),
    );
  if (sources.length === 0 || targets.length === 0) return;
  assertions.add(line, 'CALLS_ON', sources, targets, [verb.from, verb.to], {
    rule: 'must.speech',
    modality: 'asserted',
    notes: ['what the speaker says must be done'],
    score: 0.8,
  });
}

/** `X also attended the meeting`: X met the other side of the document's meeting. */
function attended({ line, resolver, focus, representation, assertions }: Telling, clause: Clause): void {
  const { verb } = clause;
  if (!/^(?:attend|join|participate|take)$/.test(verb.lemma) || verb.negated || focus.pair.length < 2) return;
  const groups = [clause.object, ...clause.prepositions.filter((p) => p.prep === 'in').map((p) => p.group)];
  const definite = groups.some((g) =>
    g?.phrases.some(
      (p) => MEETINGS.has(p.lemma) && ['the', 'this'].includes(p.determiner ?? '') && !p.mention,
    ),
  );
  if (!definite) return;
  const sources = resolver
    .group(clause.subject)
    .actors.filter((r) => r.label === 'Person' && !focus.pair.some((p) => p.ids[0] === r.ids[0]));
  for (const source of sources) {
    const home = representation.of(source.ids[0]!);
    const others = focus.pair.filter((p) => p.label === 'Person' && representation.of(p.ids[0]!) !== home);
    const { start, end } = source;
    assertions.add(
      line,
      'MET_WITH',
      [source],
      others.map((o) => ({ ...o, how: 'the meeting spoken of', start, end })),
      [verb.from, verb.to],
      { rule: 'attend.meeting', modality: 'asserted', notes: [], score: 0.85 },
    );
  }
}

/** `We, the ministers of X and Y, met in Oslo`: the issuers met. */
function gathered({ line, resolver, assertions }: Telling, clause: Clause): void {
  const { verb } = clause;
  if (!/^(?:gather|meet|convene|assemble)$/.test(verb.lemma) || verb.passive || clause.object) return;
  const parties = resolver.group(clause.subject).actors.filter((r) => r.how === 'first person: we');
  if (parties.length < 2 || verb.negated) return;
  for (const [n, party] of parties.slice(0, -1).entries())
    assertions.add(line, 'MET_WITH', [party], parties.slice(n + 1), [verb.from, verb.to], {
      rule: 'gathered',
      modality: 'asserted',
      notes: ['the issuers met'],
      score: 0.9,
    });
}

/** `It was agreed to continue contacts`: both sides of the conversation agreed. */
function agreedByBoth({ line, focus, assertions }: Telling, { verb, subject }: Clause): void {
  const impersonal = verb.passive && subject?.phrases[0]?.pronoun === 'it';
  const people = focus.pair.filter((p) => p.label === 'Person');
  const parties = people.length > 1 ? people : focus.pair.slice(0, 2);
  if (!impersonal || verb.negated || !/^(?:agree|decide)$/.test(verb.lemma) || parties.length < 2) return;
  const { tokens } = line.sentence;
  const [first, ...others] = parties.map((p) => ({
    ...p,
    start: tokens[verb.from]!.start,
    end: tokens[verb.to - 1]!.end,
    how: 'both sides of the conversation',
    sure: 0.85,
  }));
  assertions.add(line, 'AGREES_WITH', [first!], others, [verb.from, verb.to], {
    rule: 'agreed.impersonal',
    modality: 'asserted',
    notes: ['passive'],
    score: 0.85,
  });
}
