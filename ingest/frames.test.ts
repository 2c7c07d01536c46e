import { describe, expect, it } from 'vitest';
import { UNDIRECTED } from '../graph/model.ts';
import type { Edge } from '../graph/model.ts';
import { isOtherSense, loadFrames } from './knowledge/frames.ts';
import type { Frame } from './knowledge/frames.ts';
import { readRows, unexpected } from './testing/gaps.ts';
import type { Failure } from './testing/gaps.ts';
import { denied, passive } from './testing/turned.ts';
import { extractText, phrase, relationsOf, tiesOf } from './testing/read.ts';

const { all, byHead } = loadFrames();
/** What is known to fail: `example`, `counterexample`, `duplicate` or `unreached` of a frame, with the reason. */
const gaps = (check: string): ReadonlyMap<string, string> =>
  new Map(
    readRows('frame-gaps.tsv', ['check', 'id', 'reason'])
      .filter((row) => row.check === check)
      .map(({ id, reason }) => [id, reason]),
  );

const judges = (f: Frame): boolean => f.source.includes('voice');
const group = (f: Frame): string =>
  judges(f) ? `${f.relation} judgements` : isOtherSense(f) ? 'other senses' : (f.relation ?? 'operators');
const groups = [...new Set(all.map(group))].map(
  (name) => [name, all.filter((f) => group(f) === name)] as const,
);
/** A judgement is somebody's: its example is read as part of a speech. */
const read = (f: Frame, text: string) => extractText(text, judges(f) ? { speaker: 'Wang Yi' } : {});
const told = (f: Frame, text: string): string =>
  relationsOf(read(f, text))
    .map((e) => `${phrase(e)} by ${e.why.rule}`)
    .join('; ') || 'nothing';

/** Twins such as `bow` and `bow to` may fire for each other. */
function exampleFails(f: Frame): boolean {
  if (f.relation === null) return operatorFails(f);
  return !read(f, f.example).edges.some((e) => e.type === f.relation);
}

/** `plans to meet` gives the meeting as intended, `failed to help` gives nothing, nor does another sense of a word. */
function operatorFails(f: Frame): boolean {
  const { complement, example } = f;
  const ties = tiesOf(extractText(example));
  if (isOtherSense(f)) return ties.length > 0;
  if (complement === 'negated' || complement === 'drop') return ties.length > 0;
  const modality = complement === 'keep' ? 'asserted' : complement;
  // A hostile deed that is only intended is a threat, and the threat is made.
  const fits = (e: Edge): boolean =>
    e.modality === modality || (modality === 'intended' && e.type === 'THREATENS');
  return ties.length === 0 || !ties.every(fits);
}

const counterFails = (f: Frame): boolean =>
  f.relation === null
    ? (tiesOf(extractText(f.counter)).length === 0) === isOtherSense(f)
    : read(f, f.counter).edges.some((e) => e.type === f.relation);

const within = (a: readonly string[], b: readonly string[]): boolean => a.every((x) => b.includes(x));
/** The words of a frame without the head nouns that it asks for. */
const words = (f: Frame): string =>
  [f.pos, f.head, ...f.tail, judges(f), f.predicative, f.only, ...f.context].join(' ');

/** Two frames of the same words and nouns: only one fires. */
function* duplicates(): Generator<Failure> {
  const byWords = new Map<string, Frame[]>();
  for (const f of all) byWords.set(words(f), [...(byWords.get(words(f)) ?? []), f]);
  for (const twins of byWords.values()) {
    for (const [n, a] of twins.entries()) {
      for (const b of twins.slice(n + 1)) {
        const shared = [...a.objects].filter((o) => b.objects.has(o));
        const same = a.objects.size === 0 && b.objects.size === 0;
        if (same || shared.length > 0)
          yield { id: b.id, message: `the words of ${a.id} again: ${shared.join(', ') || words(a)}` };
      }
    }
  }
}

/** A frame is not reached when one that is tried before it takes all that it could take. */
function* unreached(): Generator<Failure> {
  for (const frames of byHead.values()) {
    for (const [n, f] of frames.entries()) {
      const first = frames.slice(0, n).find((g) => words(g) === words(f) && covers(g, f));
      if (first) yield { id: f.id, message: `${first.id} always comes first` };
    }
  }
}

const covers = (g: Frame, f: Frame): boolean =>
  (g.objects.size === 0 || (f.objects.size > 0 && within([...f.objects], [...g.objects]))) &&
  within(f.source, g.source) &&
  within(f.target, g.target);

describe.each(groups)('frames of %s', (_name, frames) => {
  it('fire on their examples', () => {
    const failures = frames
      .filter(exampleFails)
      .map((f) => ({ id: f.id, message: `"${f.example}" gave ${told(f, f.example)}` }));
    expect(unexpected(failures, gaps('example'), new Set(frames.map((f) => f.id)))).toEqual([]);
  });
  it('do not fire on their counterexamples', () => {
    const tried = frames.filter((f) => f.counter !== '');
    const failures = tried
      .filter(counterFails)
      .map((f) => ({ id: f.id, message: `"${f.counter}" gave ${told(f, f.counter)}` }));
    expect(unexpected(failures, gaps('counterexample'), new Set(tried.map((f) => f.id)))).toEqual([]);
  });
});

/** The denial of a frame's example must not give its relation. */
function* deniedAllTheSame(frames: readonly Frame[]): Generator<Failure> {
  for (const f of frames) {
    const text = f.relation === null ? undefined : denied(f);
    if (text && read(f, text).edges.some((e) => e.type === f.relation))
      yield { id: f.id, message: `"${text}" gave ${told(f, text)}` };
  }
}

/** The passive of a frame's example must not turn its ends round. */
function* turnedRound(frames: readonly Frame[]): Generator<Failure> {
  for (const f of frames) {
    const text = f.relation === null || UNDIRECTED.has(f.relation) ? undefined : passive(f);
    const said = read(f, f.example).edges.find((e) => e.type === f.relation);
    if (text === undefined || !said) continue;
    const back = (e: Edge): boolean =>
      e.type === f.relation && e.source === said.target && e.target === said.source;
    if (read(f, text).edges.some(back)) yield { id: f.id, message: `"${text}" gave ${told(f, text)}` };
  }
}

describe.each(groups)('frames of %s, turned', (_name, frames) => {
  const ids = new Set(frames.map((f) => f.id));
  it('say nothing when they are denied', () => {
    expect(unexpected([...deniedAllTheSame(frames)], gaps('denied'), ids)).toEqual([]);
  });
  it('keep who does it to whom in the passive', () => {
    expect(unexpected([...turnedRound(frames)], gaps('passive'), ids)).toEqual([]);
  });
});

describe('the frames together', () => {
  it('are at least 600 predicates, each with an example', () => {
    expect(all.filter((f) => f.relation !== null).length).toBeGreaterThanOrEqual(600);
    expect(all.filter((f) => f.example === '').map((f) => f.id)).toEqual([]);
  });
  it('have no two with the same words', () => {
    const ids = new Set(all.map((f) => f.id));
    expect(unexpected([...duplicates()], gaps('duplicate'), ids)).toEqual([]);
  });
  it('are all reached', () => {
    const ids = new Set(all.map((f) => f.id));
    expect(unexpected([...unreached()], gaps('unreached'), ids)).toEqual([]);
  });
  it('have no gap listed for a frame that is gone', () => {
    const ids = new Set(all.map((f) => f.id));
    const checks = ['example', 'counterexample', 'duplicate', 'unreached', 'denied', 'passive'];
    const listed = checks.flatMap((check) => [...gaps(check).keys()]);
    expect(listed.filter((id) => !ids.has(id))).toEqual([]);
  });
});
