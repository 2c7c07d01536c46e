import type { EdgeType } from '../../graph/model.ts';
import { EDGE_TYPES } from '../../graph/model.ts';
import { createNames } from '../../graph/columns/names.ts';
import type { TieCount } from '../../graph/store/store.ts';

/** Ties on their way to another thread: numbers are copied many times faster than an object for each tie. */
export interface PackedTies {
  /** What the columns point into. */
  readonly texts: readonly string[];
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly year: Uint32Array;
  readonly type: Uint8Array;
  readonly edges: Uint32Array;
}

export function packTies(ties: readonly TieCount[]): PackedTies {
  const names = createNames();
  const column = (read: (tie: TieCount) => number): Uint32Array => Uint32Array.from(ties, read);
  const source = column((tie) => names.add(tie.source));
  const target = column((tie) => names.add(tie.target));
  const year = column((tie) => names.add(tie.year));
  return {
    ...{ source, target, year },
    texts: Array.from({ length: names.size }, (_, i) => names.at(i)),
    type: Uint8Array.from(ties, (tie) => EDGE_TYPES.indexOf(tie.type)),
    edges: column((tie) => tie.edges),
  };
}

export const unpackTies = ({ texts, source, target, year, type, edges }: PackedTies): readonly TieCount[] =>
  Array.from(edges, (count, i) => ({
    type: EDGE_TYPES[type[i]!] as EdgeType,
    source: texts[source[i]!]!,
    target: texts[target[i]!]!,
    year: texts[year[i]!]!,
    edges: count,
  }));
