import type { Clause } from '../text/clauses.ts';
import { SAYING } from '../text/saying.ts';
import type { Line, Referent } from '../types.ts';
import type { Focus } from './focus.ts';
import type { Resolver } from './resolve.ts';

const OPEN = new Set(['“', '«']);
const CLOSE = new Set(['”', '»']);

/** Verbs besides plain saying whose `that`-clause is what their subject claims. */
const REPORTING = new Set([
  ...SAYING,
  'accuse',
  'point',
  'hope',
  'recall',
  'agree',
  'know',
  'deny',
  'complain',
  'mention',
  'caution',
  'ask',
  'answer',
  'reply',
  'respond',
  'comment',
  'call',
  'see',
  'feel',
  'hear',
  'remark',
  'urge',
  'demand',
  'pledge',
  'vow',
  'promise',
  'threaten',
  'describe',
  'brand',
  'express',
  'convey',
  'confess',
  'observe',
  'reveal',
  'disclose',
  'inform',
  'assure',
]);

/** `accused Russia of attacking Ukraine`, `condemned the attack on Ukraine`: the deed is what the blamer claims. */
export const BLAMING: ReadonlySet<string> = new Set(
  'accuse suspect blame condemn criticise denounce deplore charge allege decry slam blast castigate rebuke fault'.split(
    ' ',
  ),
);

/** What is carried from sentence to sentence of a document. */
export interface SpeechState {
  /** A quotation is open at the end of the sentence before. */
  open: boolean;
  /** Who spoke last. */
  last: readonly Referent[];
}

/** Who says what in one sentence. */
export class Attribution {
  private readonly line: Line;
  private readonly resolver: Resolver;
  private readonly focus: Focus;
  private readonly quoted: readonly boolean[];
  private readonly byQuote: readonly Referent[];
  private readonly accordingTo: readonly Referent[];
  /** The verb of saying that stands outside quotation marks. */
  readonly said: Clause | undefined;
  readonly stillOpen: boolean;

  constructor(line: Line, resolver: Resolver, focus: Focus, state: SpeechState) {
    this.line = line;
    this.resolver = resolver;
    this.focus = focus;
    const { inside, open } = quotation(line, state.open);
    this.quoted = inside;
    this.stillOpen = open;
    this.said = line.parse.clauses.find(
      (c) =>
        REPORTING.has(c.verb.lemma) &&
        !inside[c.verb.main] &&
        c.subject !== undefined &&
        c.verb.form === 'finite',
    );
    this.accordingTo = this.source();
    const outside = inside.some((q) => q) ? this.sayers(this.said) : [];
    this.byQuote = outside.length > 0 ? outside : this.accordingTo.length > 0 ? this.accordingTo : state.last;
  }

  /** Who says the words at a token, other than the document: nobody, one, or the leaders of a passive read-out. */
  at(token: number): readonly Referent[] {
    let inner: Clause | undefined;
    for (const c of this.line.parse.clauses) {
      if (Math.min(c.verb.from, c.subject?.from ?? Infinity) <= token && c.verb.form === 'finite') inner = c;
    }
    return this.of(inner, token);
  }

  /** Who says what a clause says. */
  of(clause: Clause | undefined, token = clause?.verb.main ?? 0): readonly Referent[] {
    if (this.quoted[token]) return this.byQuote;
    const seen = new Set<Clause>();
    for (let c = clause; c && !seen.has(c); c = c.parent) {
      seen.add(c);
      const claimed = c.link === 'that' ? REPORTING : c.link === 'prep' ? BLAMING : undefined;
      if (c.parent && claimed?.has(c.parent.verb.lemma)) {
        const who = this.sayers(c.parent);
        if (who.length > 0) return who;
      }
    }
    if (this.accordingTo.length > 0) return this.accordingTo;
    return this.focus.speakers;
  }

  /** Who blames somebody for the deed that a noun in the clause's object says. */
  blamer(clause: Clause): readonly Referent[] {
    return BLAMING.has(clause.verb.lemma) ? this.sayers(clause) : [];
  }

  /** The speakers of this sentence, for the next one. */
  speakers(): readonly Referent[] {
    return this.sayers(this.said);
  }

  private sayers(clause: Clause | undefined): readonly Referent[] {
    if (!clause) return [];
    // `It was stressed that …`: both sides of the conversation.
    if (clause.verb.passive) return this.focus.pair;
    const { actors, owners } = this.resolver.group(clause.subject);
    return actors.length > 0 ? actors : owners;
  }

  /** `according to X` speaks for the whole sentence. */
  private source(): readonly Referent[] {
    const { items } = this.line.parse;
    const { tokens } = this.line.sentence;
    for (const item of items) {
      if (item.type !== 'GROUP' || item.prep !== 'to' || tokens[item.from - 2]?.norm !== 'according')
        continue;
      const { actors, owners } = this.resolver.group(item);
      return actors.length > 0 ? actors : owners;
    }
    return [];
  }
}

/** Which tokens stand in quotation marks of more than three words. */
function quotation(line: Line, open: boolean): { inside: boolean[]; open: boolean } {
  const { tokens } = line.sentence;
  const inside = new Array<boolean>(tokens.length).fill(false);
  let from = open ? 0 : -1;
  const close = (to: number): void => {
    if (to - from > 4 || (open && from === 0)) inside.fill(true, from, to);
    from = -1;
  };
  tokens.forEach((t, i) => {
    if (OPEN.has(t.text) || (t.text === '"' && from < 0)) from = i;
    else if ((CLOSE.has(t.text) || t.text === '"') && from >= 0) close(i + 1);
  });
  const still = from >= 0;
  if (still) close(tokens.length);
  return { inside, open: still };
}
