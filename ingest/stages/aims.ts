import type { Modality } from '../../graph/model.ts';
import type { Frame, Frames } from '../knowledge/frames.ts';
import { hasRole } from '../knowledge/nouns.ts';
import type { Clause, Group } from '../text/clauses.ts';
import type { Entity, Line, Referent } from '../types.ts';
import type { Matcher } from './match.ts';
import { NOTHING } from './meaning.ts';
import type { Resolver } from './resolve.ts';
import { topics } from './topics.ts';

/** A stance on an issue or event that is said by what somebody works for, or wants done. */
export interface Aim {
  readonly frame: Frame;
  readonly sources: readonly Referent[];
  readonly things: readonly Referent[];
  readonly trigger: readonly [number, number];
  readonly modality: Modality;
  readonly clause: Clause;
}

const WANTED = new Set(['will', 'should']);

/** Finds the aims of one sentence. */
export function findAims(
  line: Line,
  resolver: Resolver,
  matcher: Matcher,
  frames: Frames,
  entities: Map<string, Entity>,
): Aim[] {
  const out: Aim[] = [];
  for (const clause of line.parse.clauses) {
    for (const frame of frames.aims.get(`v ${clause.verb.lemma}`) ?? []) {
      // What is only urged is no stance of its own; what is to stop is condemned.
      const called = frame.relation === 'SUPPORTS' ? undefined : callOver(clause, matcher);
      if (!matcher.fitting.fits(frame, clause)) continue;
      if (matcher.moods.denies(clause) || (!called && !isMeant(frame, clause, matcher, resolver))) continue;
      const things =
        saidBy(frame, clause, line, resolver) ??
        // Against what is named itself, not what it is about: `end the crackdown on civil society`.
        (frame.relation === 'SUPPORTS'
          ? topics(line, resolver, entities, targetOf(frame, clause))
          : resolver.group(targetOf(frame, clause)).things);
      const sources =
        things.length > 0
          ? frame.source.includes('subj')
            ? holders(line, clause, resolver, matcher, frame.others, called)
            : resolver.voice(clause.verb.main)
          : [];
      if (sources.length === 0) continue;
      const trigger = [clause.verb.main, clause.verb.to] as const;
      out.push({ frame, sources, things, trigger, modality: moodOf(clause, matcher), clause });
      break;
    }
  }
  return [...out, ...efforts(line, resolver, matcher, frames, entities)];
}

/** `its efforts towards a settlement`: a noun says what is worked for. */
function efforts(
  line: Line,
  resolver: Resolver,
  matcher: Matcher,
  frames: Frames,
  entities: Map<string, Entity>,
): Aim[] {
  const out: Aim[] = [];
  for (const group of line.parse.items) {
    if (group.type !== 'GROUP') continue;
    for (const phrase of group.phrases) {
      const [p, next] = [line.parse.items[group.item + 1], line.parse.items[group.item + 2]];
      const frame = frames.aims
        .get(`n ${phrase.lemma}`)
        ?.find((f) => p?.type === 'P' && f.target.includes(p.lemma));
      const clause =
        [...line.parse.clauses].reverse().find((c) => c.item < group.item) ?? line.parse.clauses[0];
      if (!frame || !clause || next?.type !== 'GROUP' || matcher.moods.denies(clause)) continue;
      const things = topics(line, resolver, entities, next);
      const owners = resolver.owners(phrase);
      const sources = owners.length > 0 ? owners : holders(line, clause, resolver, matcher, frame.others);
      if (things.length > 0 && sources.length > 0)
        out.push({
          frame,
          sources,
          things,
          trigger: [phrase.head, phrase.head + 1],
          modality: moodOf(clause, matcher),
          clause,
        });
    }
  }
  return out;
}

/** `calls on X to release the prisoners`: the verb of calling over an infinitive; who calls wants it done. */
function callOver(clause: Clause, matcher: Matcher): Clause | undefined {
  const seen = new Set<Clause>();
  for (let c = clause; c.parent && c.link === 'inf' && !seen.has(c); c = c.parent) {
    seen.add(c);
    const { parent } = c;
    const calls = matcher.fitting
      .candidates(parent)
      .some((f) => f.relation === 'CALLS_ON' && matcher.fitting.fits(f, parent));
    if (calls) return matcher.moods.denies(parent) ? undefined : parent;
  }
  return undefined;
}

/** What should be so is wanted, and the wish is real. */
function moodOf(clause: Clause, matcher: Matcher): Modality {
  const mood = matcher.moods.of(clause);
  return mood === 'urged' ? 'asserted' : mood;
}

/** The verb itself names the issue: `to hold X accountable` is about accountability. */
function saidBy(frame: Frame, clause: Clause, line: Line, resolver: Resolver): Referent[] | undefined {
  const slug = frame.target.find((t) => t.startsWith('='))?.slice(1);
  if (slug === undefined) return undefined;
  const { tokens } = line.sentence;
  const { start } = tokens[clause.verb.from]!;
  const { end } = tokens[clause.verb.to - 1]!;
  return resolver.issue(slug, { start, end });
}

function targetOf(frame: Frame, clause: Clause): Group | undefined {
  for (const slot of frame.target) {
    const group =
      slot === 'obj'
        ? clause.verb.passive
          ? clause.subject
          : clause.object
        : clause.prepositions.find((p) => p.prep === slot)?.group;
    if (group) return group;
  }
  return undefined;
}

/** Is it wanted, rather than told as something that goes on? `We must restore X`, `to restore X`, but not `Y restored X`. */
function isMeant(frame: Frame, clause: Clause, matcher: Matcher, resolver: Resolver): boolean {
  const { moods } = matcher;
  if (moods.denies(clause) || (moods.isDropped(clause) && clause.marker !== 'unless')) return false;
  if (frame.always || clause.verb.form === 'inf' || clause.marker === 'unless') return true;
  const { actors } = resolver.group(clause.subject);
  // `guarantees ruling out X` wants X ruled out; `Y, ruling out X` tells what Y does.
  if (clause.verb.form === 'ing') return clause.link !== 'part' || actors.length === 0;
  if (clause.verb.form === 'en') return false;
  if (WANTED.has(clause.verb.modal ?? '') || (clause.verb.modal === 'can' && clause.verb.passive))
    return true;
  return actors.some((r) => /first person|group/.test(r.how));
}

/** Who wants it: the owner of the effort, who urges it, who does it, else whoever speaks. */
function holders(
  line: Line,
  clause: Clause,
  resolver: Resolver,
  matcher: Matcher,
  others: boolean,
  called?: Clause,
): readonly Referent[] {
  if (called) {
    const impersonal = called.subject?.phrases[0]?.pronoun === 'it';
    const actors = impersonal ? [] : resolver.group(called.subject).actors;
    return actors.length > 0 ? actors : resolver.voice(called.verb.main);
  }
  const owners = effortOf(line, clause, resolver);
  if (owners.length > 0) return owners;
  const stressing = stressed(clause, resolver);
  if (stressing.length > 0) return stressing;
  const voice = resolver.voice(clause.verb.main);
  if (matcher.moods.of(clause) === 'urged') {
    const urging = urger(clause, resolver);
    return urging.length > 0 ? urging : voice;
  }
  // Who is held accountable does not want it.
  const { actors } = clause.verb.passive ? NOTHING : resolver.group(clause.subject);
  if (others && actors.length > 0) return actors.filter((r) => /first person/.test(r.how));
  return actors.length > 0 ? actors : voice;
}

/** `X's commitment to promoting disarmament`, `its efforts to restore the ceasefire` */
function effortOf(line: Line, clause: Clause, resolver: Resolver): readonly Referent[] {
  const { items } = line.parse;
  const joined = items[clause.item - 1]?.type === 'CC' && items[clause.item - 2]?.type === 'VG';
  const from = joined ? clause.item - 2 : clause.item;
  for (let i = from - 1; i >= 0 && i > from - 4; i--) {
    const item = items[i]!;
    if (item.type === 'VG') return [];
    if (item.type !== 'GROUP') continue;
    return item.phrases.filter((p) => hasRole(p.lemma, 'purpose')).flatMap((p) => resolver.owners(p));
  }
  return [];
}

/** `underlined the importance of keeping the ceasefire`: whoever says that something is needed wants it. */
function stressed({ parent, link }: Clause, resolver: Resolver): readonly Referent[] {
  const needed = parent?.object?.phrases.some((p) => hasRole(p.lemma, 'necessity'));
  return parent && needed && (link === 'prep' || link === 'inf') ? resolver.group(parent.subject).actors : [];
}

/** Who asks for it: the subject of the nearest verb above that is not itself urged. */
function urger(clause: Clause, resolver: Resolver): readonly Referent[] {
  const seen = new Set<Clause>();
  for (let c = clause.parent; c && !seen.has(c); c = c.parent) {
    seen.add(c);
    if (c.verb.modal !== 'should' && c.verb.form === 'finite') return resolver.group(c.subject).actors;
  }
  return [];
}
