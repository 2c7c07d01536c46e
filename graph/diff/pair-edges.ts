import type { Edge } from '../model.ts';
import { UNDIRECTED } from '../model.ts';

export interface PairedEdges {
  readonly pairs: readonly (readonly [before: Edge, after: Edge])[];
  readonly gone: Edge[];
  readonly added: Edge[];
}

/**
 * An edge that is gone and one that came in its place: of the same statement, from words that overlap, and alike in two of
 * relation, source and target. Other rules read the same sentence otherwise: that is one change, not two.
 */
export function pairEdges(gone: readonly Edge[], added: readonly Edge[]): PairedEdges {
  const byStatement = new Map<string, Edge[]>();
  for (const edge of added) {
    const list = byStatement.get(edge.statement);
    if (list) list.push(edge);
    else byStatement.set(edge.statement, [edge]);
  }
  const partner = new Map<Edge, Edge>();
  const taken = new Set<Edge>();
  // All best pairs first, so that no edge takes the partner that fits another one better.
  for (const likeness of LIKENESSES) {
    for (const before of gone) {
      if (partner.has(before)) continue;
      const after = byStatement
        .get(before.statement)
        ?.find((edge) => !taken.has(edge) && overlap(before, edge) && likeness(before, edge));
      if (!after) continue;
      partner.set(before, after);
      taken.add(after);
    }
  }
  return {
    pairs: [...partner],
    gone: gone.filter((edge) => !partner.has(edge)),
    added: added.filter((edge) => !taken.has(edge)),
  };
}

const overlap = (a: Edge, b: Edge): boolean => a.start < b.end && b.start < a.end;
const sameEnds = (a: Edge, b: Edge): boolean =>
  (a.source === b.source && a.target === b.target) ||
  ((UNDIRECTED.has(a.type) || UNDIRECTED.has(b.type)) && a.source === b.target && a.target === b.source);

const LIKENESSES: readonly ((a: Edge, b: Edge) => boolean)[] = [
  (a, b) => a.type === b.type && sameEnds(a, b),
  sameEnds,
  (a, b) => a.type === b.type && a.source === b.source,
  (a, b) => a.type === b.type && a.target === b.target,
  // Who did it to whom was turned round.
  (a, b) => a.type === b.type && a.source === b.target && a.target === b.source,
];
