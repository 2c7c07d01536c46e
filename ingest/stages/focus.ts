import type { Assertion, Document, Line, Referent } from '../types.ts';
import { unique } from './assertions.ts';
import { referents } from './meaning.ts';
import type { Representation } from './representation.ts';
import type { Resolver } from './resolve.ts';
import type { Thing } from './things.ts';

/** Who was spoken of so far: what pronouns and `the two countries` point at. */
export interface Focus {
  /** Subjects of clauses so far, latest last. */
  subjects: Referent[];
  /** The several that were subject together last, or met, and in which sentence: `they`. */
  together: { readonly index: number; readonly actors: readonly Referent[] } | undefined;
  /** Actors mentioned so far, latest last, each once. */
  actors: Referent[];
  /** Issues and events so far, latest last. */
  things: readonly Referent[];
  /** Where the sentence before this one begins. */
  previous: number;
  /** The pair of a meeting that the document is about. */
  pair: Referent[];
  /** The country whose government was last named. */
  government: Referent | undefined;
  /** Who speaks throughout: of a speech, an answer, a joint statement. */
  speakers: readonly Referent[];
  /** Whose document it is, when nobody speaks. */
  issuers: readonly Referent[];
}

/** How much is remembered: what is further back, no pronoun points at. */
const KEPT = { subjects: 20, actors: 40, things: 40 } as const;

/** Nobody spoken of yet. */
export const noFocus = (): Focus => ({
  subjects: [],
  together: undefined,
  actors: [],
  things: [],
  previous: 0,
  pair: [],
  government: undefined,
  speakers: [],
  issuers: [],
});

/** After a sentence: who was named. */
export function rememberActors(focus: Focus, line: Line): void {
  for (const { label, ids, text, start, end, kind } of line.mentions) {
    if (label !== 'Person' && label !== 'Country' && label !== 'Organization') continue;
    for (const id of ids) {
      const r: Referent = { ids: [id], label, how: 'named', text, start, end, sure: 0.9 };
      if (kind === 'government' && label === 'Country') focus.government = r;
      focus.actors = [...focus.actors.filter((a) => a.ids[0] !== id), r].slice(-KEPT.actors);
    }
  }
}

/** After a sentence: who was its subject. What somebody in it says is about others. */
export function rememberSubjects(focus: Focus, line: Line, resolver: Resolver): void {
  for (const { verb, link, subject } of line.parse.clauses) {
    if (verb.form !== 'finite' || link === 'that' || link === 'rel' || link === 'sub') continue;
    const { actors } = resolver.group(subject);
    const [first] = actors;
    if (actors.length > 1) focus.together = { index: line.sentence.index, actors };
    if (first) focus.subjects = [...focus.subjects, first].slice(-KEPT.subjects);
  }
}

/** After a sentence: the issues and events that it names, that its assertions end at, or that it introduces. */
export function rememberThings(
  focus: Focus,
  doc: Document,
  line: Line,
  told: readonly Assertion[],
  introduced: readonly Thing[],
): void {
  const isThing = (label: string | undefined): boolean => label === 'Issue' || label === 'Event';
  const named = line.mentions.filter((m) => isThing(m.label)).flatMap((m) => referents(m));
  const aimedAt = told.flatMap((a) => a.targets).filter((r) => isThing(doc.entities.get(r.ids[0]!)?.label));
  const tied = introduced.map((t): Referent => ({
    how: 'named',
    sure: 0.8,
    ...t,
    ids: [t.id],
    label: doc.entities.get(t.id)!.label,
    text: doc.statement.text.slice(t.start, t.end),
  }));
  const all = [...named, ...aimedAt, ...tied].sort((a, b) => a.start - b.start);
  focus.things = [...focus.things, ...all].slice(-KEPT.things);
  focus.previous = line.sentence.start;
}

/** The first meeting of a document is what `both leaders` and `the two countries` point at. */
export function rememberPair(
  focus: Focus,
  told: readonly Assertion[],
  representation: Representation,
  known: (id: string) => unknown,
): void {
  const met = told.find((a) => a.type === 'MET_WITH' && a.sources.length > 0 && a.targets.length > 0);
  if (!met) return;
  const people = unique([...met.sources, ...met.targets]);
  const { index } = met.line.sentence;
  if (focus.together?.index !== index) focus.together = { index, actors: people };
  if (focus.pair.length > 0) return;
  const countries = people.flatMap((p) => {
    const of = p.label === 'Person' ? representation.of(p.ids[0]!) : undefined;
    return of?.startsWith('country:') && known(of) ? [{ ...p, ids: [of], label: 'Country' as const }] : [];
  });
  focus.pair = [...people, ...unique(countries)];
}
