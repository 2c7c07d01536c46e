import type { Chunk, NounPhrase, Small, VerbGroup } from './chunk.ts';
import { coordinate } from './groups.ts';
import { SAYING } from './saying.ts';
import { temporal } from './finite-subject.ts';
import { subject } from './subjects.ts';

/** Coordinated noun phrases: `Britain, France and Germany`. */
export interface Group {
  readonly type: 'GROUP';
  readonly phrases: readonly NounPhrase[];
  readonly from: number;
  readonly to: number;
  /** Index in Parse.items. */
  readonly item: number;
  /** The preposition that governs it. */
  readonly prep?: string;
}

export interface Prepositional {
  readonly prep: string;
  readonly group: Group;
}

export type Link = 'main' | 'that' | 'rel' | 'inf' | 'part' | 'prep' | 'conj' | 'sub';

/** A verb with its arguments. */
export interface Clause {
  readonly index: number;
  readonly verb: VerbGroup;
  /** Index of the verb in Parse.items. */
  readonly item: number;
  subject?: Group;
  object?: Group;
  /** After an object without comma: `gave Ukraine weapons`. */
  second?: Group;
  /** After the verb, up to the next verb. */
  prepositions: Prepositional[];
  /** Before the subject: `In his meeting with X, …`. */
  fronted: Prepositional[];
  /** `ready` in `is ready`. */
  adjective?: Small;
  parent?: Clause;
  link: Link;
  /** `if`, `while`, `because`, or the preposition before a participle. */
  marker?: string;
}

export type Item = Group | VerbGroup | Small;

export interface Parse {
  readonly items: readonly Item[];
  readonly clauses: readonly Clause[];
}

export const EMPTY_PARSE: Parse = { items: [], clauses: [] };

/** Builds the clauses of a sentence from its chunks. */
export function parse(chunks: readonly Chunk[]): Parse {
  const items = coordinate(chunks);
  const clauses: Clause[] = [];
  items.forEach((item, at) => {
    if (item.type === 'VG')
      clauses.push({
        index: clauses.length,
        verb: item,
        item: at,
        prepositions: [],
        fronted: [],
        link: 'main',
      });
  });
  for (const clause of clauses) {
    objects(items, clause);
    prepositions(items, clause);
  }
  for (const clause of clauses) subject(items, clauses, clause);
  for (const clause of clauses) asides(clause);
  trailingSpeech(items, clauses);
  return { items, clauses };
}

function objects(items: readonly Item[], clause: Clause): void {
  let i = clause.item + 1;
  if (items[i]?.type === 'ADJ') {
    clause.adjective = items[i] as Small;
    i++;
  }
  const quote = items[i]?.type === 'QUOTE';
  if (quote) i++;
  let group = items[i];
  // `launched ten days of exercises`: a time that measures is no date.
  const measures = items[i + 1]?.type === 'P' && (items[i + 1] as Small).lemma === 'of';
  if (group?.type === 'GROUP' && temporal(group) && !measures) group = items[++i];
  if (group?.type === 'P') return shifted(items, clause, i);
  if (group?.type !== 'GROUP') return;
  const following = items[i + 1];
  // `said China supports …`: the noun phrase is the subject of what is said.
  if (SAYING.has(clause.verb.lemma) && following?.type === 'VG' && following.form === 'finite') return;
  clause.object = group;
  if (following?.type === 'GROUP') clause.second = following;
  if (following?.type === 'ADJ') clause.adjective = following;
}

/** `returned to Benin | two thrones`, `denounced as a crime | X's attack`: the object follows a phrase of its verb. */
function shifted(items: readonly Item[], clause: Clause, at: number): void {
  if (SAYING.has(clause.verb.lemma) || clause.verb.passive || items[at + 1]?.type !== 'GROUP') return;
  let i = at + 2;
  const time = items[i]?.type === 'P' ? items[i + 1] : items[i];
  if (time?.type === 'GROUP' && temporal(time)) i = time.item + 1;
  const [object, next] = [items[i], items[i + 1]];
  if (object?.type === 'GROUP' && !temporal(object) && next?.type !== 'VG') clause.object = object;
}

function prepositions(items: readonly Item[], clause: Clause): void {
  for (let i = clause.item + 1; i < items.length; i++) {
    const item = items[i]!;
    if (item.type === 'VG' || item.type === 'SUB' || item.type === 'WH' || item.type === 'STOP') break;
    if (item.type === 'P') {
      const group = items[i + 1];
      if (group?.type === 'GROUP') clause.prepositions.push({ prep: item.lemma, group });
    }
  }
  const before = items[clause.item - 1];
  if (before?.type === 'P' && clause.verb.form === 'ing') clause.marker = before.lemma;
}

const CALLING = new Set([
  'call',
  'term',
  'label',
  'consider',
  'describe',
  'see',
  'regard',
  'characterise',
  'view',
]);

/** `rejected what it called the interference of X`: the verb's object is what is called so, and nobody was called. */
function asides(clause: Clause): void {
  const { parent, link, verb } = clause;
  if (link !== 'rel' || !CALLING.has(verb.lemma) || parent?.object?.phrases[0]?.lemma !== 'what') return;
  const meant = clause.object ?? clause.prepositions.find((p) => p.prep === 'as')?.group;
  if (!meant) return;
  parent.object = meant;
  parent.prepositions.push(...clause.prepositions.filter((p) => p.group !== meant));
  delete clause.object;
  clause.prepositions = [];
}

/** `…, X said.`: what came before is what X said. */
function trailingSpeech(items: readonly Item[], clauses: readonly Clause[]): void {
  const last = clauses.filter((c) => c.verb.form === 'finite').at(-1);
  if (!last?.subject || last.index === 0 || !SAYING.has(last.verb.lemma) || last.parent) return;
  const opener = items[Math.min(last.subject.item, last.item) - 1];
  if (opener?.type !== 'COMMA' && opener?.type !== 'QUOTE') return;
  for (const c of clauses) {
    if (c !== last && c.index < last.index && !c.parent && c.verb.form === 'finite') {
      c.parent = last;
      c.link = 'that';
    }
  }
}
