import { RELATIONS } from '../../graph/model.ts';
import type { Relation } from '../../graph/model.ts';
import { nounsWith } from './nouns.ts';
import type { Role } from './nouns.ts';
import { list, readTable } from './tables.ts';

/** Where an end of the relation stands: `subj`, `obj`, `comp` (whom the complement is about), `compsubj`
 * (its subject), `owner`, `voice` (whoever says the words), or a preposition. */
export type Slot = string;

/**
 * One predicate that says a relation. `words` is its pattern: the first word is the verb, noun or adjective in its
 * dictionary form; further words follow it literally; `[a|b]` stands for an object with one of these head nouns, `[@wrong]`
 * with a noun of that role in lexicon/nouns.tsv;
 * `{a|b}` asks for one of these words around it, which tells senses apart: `deploy [troop] {peacekeeping}`.
 */
export interface Frame {
  readonly id: string;
  readonly relation: Relation | 'DISCUSSES' | null;
  readonly pos: 'v' | 'n' | 'a';
  readonly head: string;
  /** Words that follow the head directly, such as a particle. */
  readonly tail: readonly string[];
  /** Head nouns of the object that the frame needs. */
  readonly objects: ReadonlySet<string>;
  /** Words of which one must stand in the clause. */
  readonly context: ReadonlySet<string>;
  readonly source: readonly Slot[];
  readonly target: readonly Slot[];
  /** Both ends may be one plural subject: `X and Y agreed`. */
  readonly mutual: boolean;
  /** No second noun phrase follows the object: `called X`, not `called X a friend`. */
  readonly single: boolean;
  /** The verb must have an object: `returned the island to X`, not `returned to X`. */
  readonly transitive: boolean;
  /** The target must be an actor, or an organisation. */
  readonly only: 'actor' | 'Organization' | undefined;
  /** What it says is only to come, however it is told: an invitation to meet. */
  readonly planned: boolean;
  /** Of an aim: a plain statement of it counts as one, too (`we need X`). */
  readonly always: boolean;
  /** Of an aim: others are to do it. Who ends a wrong of its own makes a concession and does not condemn it. */
  readonly others: boolean;
  /** Of a judgement: only where it is said of a subject (`X is vital`), not before a noun (`vital goods`). */
  readonly predicative: boolean;
  /** Says what becomes of the complement's own relation: `drop` it, or keep it with this modality. */
  readonly complement: 'drop' | 'keep' | 'intended' | 'urged' | 'hypothetical' | 'negated' | '';
  readonly example: string;
  readonly counter: string;
}

export interface Frames {
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
  readonly adjectives: readonly string[];
  /** Frames by part of speech and head: `v condemn`. The more particular frame stands first. */
  readonly byHead: ReadonlyMap<string, readonly Frame[]>;
  /** What one works for or against, by part of speech and head: `v restore` in `efforts to restore the ceasefire`. They say a stance on a thing only. */
  readonly aims: ReadonlyMap<string, readonly Frame[]>;
  readonly all: readonly Frame[];
}

/** Does the frame only say that its words mean something else than a relation? */
export const isOtherSense = (f: Frame): boolean => f.relation === null && f.complement === '';

/** Words by which whoever speaks judges somebody: `X's aggression`, `X is a reliable partner`. Their source is the slot `voice`. */
const JUDGEMENTS = [
  ['frames/judgements-against.tsv', 'CONDEMNS'],
  ['frames/judgements-for.tsv', 'SUPPORTS'],
] as const;

/** Verbs of what is to be done about an issue or event: whoever wants it done stands for or against that. */
const AIMS = [
  ['frames/aims-for.tsv', 'SUPPORTS'],
  ['frames/aims-against.tsv', 'CONDEMNS'],
  ['frames/aims-refusing.tsv', 'REJECTS'],
] as const;

const COLUMNS = ['id', 'pattern', 'pos', 'source', 'target', 'flags', 'example', 'counterexample'] as const;

/**
 * Reads frames/<relation>.tsv for each relation, frames/operators.tsv (verbs that change what follows them) and
 * frames/other-senses.tsv (`fight a disease`, `strike a balance`: where such a frame fits, no wider one of its word does).
 * @throws Error naming the row on a repeated id or an unknown part of speech.
 */
export function loadFrames(): Frames {
  const all: Frame[] = [];
  for (const relation of [...RELATIONS, 'DISCUSSES'] as const) {
    for (const row of readTable(`frames/${relation.toLowerCase().replace(/_/g, '-')}.tsv`, COLUMNS))
      all.push(toFrame(row, relation));
  }
  for (const [file, relation] of JUDGEMENTS)
    for (const row of readTable(file, COLUMNS)) all.push(toFrame(row, relation));
  for (const file of ['frames/operators.tsv', 'frames/other-senses.tsv'])
    for (const row of readTable(file, COLUMNS)) all.push(toFrame(row, null));
  const aims = AIMS.flatMap(([file, relation]) =>
    readTable(file, COLUMNS).map((row) => toFrame(row, relation)),
  );
  const ids = new Set<string>();
  for (const { id } of [...all, ...aims]) {
    if (ids.has(id)) throw new Error(`frames: the id ${id} is used twice`);
    ids.add(id);
  }
  const every = [...all, ...aims];
  return {
    all: every,
    byHead: grouped(all, (f) => `${f.pos} ${f.head}`),
    aims: grouped(aims, (f) => `${f.pos} ${f.head}`),
    verbs: every.filter((f) => f.pos === 'v').flatMap((f) => [f.head, ...innerVerbs(f)]),
    adjectives: every.filter((f) => f.pos === 'a').map((f) => f.head),
    nouns: every.flatMap((f) => [...(f.pos === 'n' ? [f.head] : []), ...f.objects]),
  };
}

/** `tolerate` of `not tolerate`, `avenge` of `vow to avenge`. */
function innerVerbs({ head, tail }: Frame): string[] {
  const at = head === 'not' ? 0 : tail.indexOf('to') + 1;
  const verb =
    (head === 'not' || at > 0) && /^(?:vow|threaten|fail|refuse|agree|not)$/.test(head)
      ? tail[at]
      : undefined;
  return verb ? [verb] : [];
}

function grouped(frames: readonly Frame[], key: (f: Frame) => string): Map<string, Frame[]> {
  const out = new Map<string, Frame[]>();
  for (const frame of frames) out.set(key(frame), [...(out.get(key(frame)) ?? []), frame]);
  for (const group of out.values()) group.sort((a, b) => weight(b) - weight(a));
  return out;
}

const weight = (f: Frame): number =>
  f.tail.length * 2 + (f.objects.size > 0 ? 3 : 0) + (f.context.size > 0 ? 4 : 0) + (f.only ? 1 : 0);

/** A noun, or all nouns of a role. */
const nouns = (word: string): readonly string[] =>
  word.startsWith('@') ? nounsWith(word.slice(1) as Role) : [word];

function toFrame(
  row: Record<(typeof COLUMNS)[number], string>,
  relation: Relation | 'DISCUSSES' | null,
): Frame {
  const bracket = /\[(.+?)\]/.exec(row.pattern);
  const braces = /\{(.+?)\}/.exec(row.pattern);
  const [head = '', ...tail] = row.pattern
    .replace(/\[.+?\]|\{.+?\}/g, '')
    .trim()
    .split(/\s+/);
  const { pos } = row;
  if (pos !== 'v' && pos !== 'n' && pos !== 'a')
    throw new Error(`frames: ${row.id} has the part of speech "${pos}", not v, n or a`);
  const flags = list(row.flags);
  const complement =
    flags.find((f) => ['drop', 'keep', 'intended', 'urged', 'hypothetical', 'negated'].includes(f)) ?? '';
  return {
    id: row.id,
    relation,
    pos,
    head,
    tail,
    objects: new Set(bracket ? list(bracket[1] ?? '').flatMap(nouns) : []),
    context: new Set(braces ? list(braces[1] ?? '') : []),
    source: list(row.source),
    // Whatever is imposed can be said to target somebody.
    target: relation === 'SANCTIONS' ? [...list(row.target), 'targeting'] : list(row.target),
    mutual: flags.includes('mutual'),
    single: flags.includes('single'),
    transitive: flags.includes('transitive'),
    planned: flags.includes('planned'),
    always: flags.includes('always'),
    others: flags.includes('others'),
    predicative: flags.includes('predicative'),
    only: flags.includes('organisation') ? 'Organization' : flags.includes('actor') ? 'actor' : undefined,
    complement: complement as Frame['complement'],
    example: row.example,
    counter: row.counterexample,
  };
}
