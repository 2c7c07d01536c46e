import { RELATIONS } from '../../graph/model.ts';
import type { Extraction } from '../../graph/model.ts';
import { loadFrames } from '../knowledge/frames.ts';
import { ratio } from './tally.ts';

export interface OwnScore {
  /** Predicates, and how many give their relation on their own example. */
  readonly frames: number;
  readonly examples: number;
  readonly share: number;
  /** Counterexamples, and how many stay without that relation. */
  readonly counterexamples: number;
  readonly quiet: number;
  readonly traps: number;
  readonly trapsQuiet: number;
  readonly errors: readonly string[];
}

/** Reads a sentence, as part of somebody's speech where a speaker is given. */
export type ReadSentence = (text: string, speaker?: string) => Extraction;

/** Our own cases: the example and counterexample of every frame, and sentences in which no two actors are related. */
export function scoreOwn(read: ReadSentence, traps: readonly string[]): OwnScore {
  const errors: string[] = [];
  let [examples, counterexamples, quiet, trapsQuiet] = [0, 0, 0, 0];
  const frames = loadFrames().all.filter((f) => f.relation !== null);
  for (const f of frames) {
    const speaker = f.source.includes('voice') ? 'Wang Yi' : undefined;
    const has = (text: string): boolean => read(text, speaker).edges.some((e) => e.type === f.relation);
    if (has(f.example)) examples++;
    else errors.push(`${f.id}: no ${f.relation} in "${f.example}"`);
    if (f.counter === '') continue;
    counterexamples++;
    if (has(f.counter)) errors.push(`${f.id}: ${f.relation} in "${f.counter}"`);
    else quiet++;
  }
  for (const text of traps) {
    const ties = actorTies(read(text));
    if (ties.length === 0) trapsQuiet++;
    else errors.push(`trap: ${ties.join('; ')} in "${text}"`);
  }
  return {
    frames: frames.length,
    examples,
    share: ratio(examples, frames.length),
    counterexamples,
    quiet,
    traps: traps.length,
    trapsQuiet,
    errors,
  };
}

function actorTies({ nodes, edges }: Extraction): string[] {
  const actors = new Set(
    nodes.filter((n) => ['Person', 'Country', 'Organization'].includes(n.label)).map((n) => n.id),
  );
  const fifteen: ReadonlySet<string> = new Set(RELATIONS);
  return edges
    .filter((e) => fifteen.has(e.type) && actors.has(e.source) && actors.has(e.target))
    .map((e) => `${e.source} ${e.type} ${e.target}${e.modality === 'asserted' ? '' : ` [${e.modality}]`}`);
}
