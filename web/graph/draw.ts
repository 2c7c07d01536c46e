import type { Family, Ontology } from '../state/graph/ontology.ts';
import type { Loaded, Tie } from '../state/graph/ties.ts';
import { curvatures } from './curvature.ts';
import type { LineLook, NodeLook } from './sigma-context.ts';

/** What the size of a node tells. */
export const SIZES = ['ties', 'evidence', 'equal'] as const;
export type SizeName = (typeof SIZES)[number];
export const isSize = (text: string): text is SizeName => (SIZES as readonly string[]).includes(text);

export interface DrawnNode {
  readonly id: string;
  readonly look: Omit<NodeLook, 'x' | 'y'>;
  /** ISO 8601 of its first evidence, `''` when undated. */
  readonly first: string;
}
export interface DrawnLine {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly look: LineLook;
}
export interface Picture {
  readonly nodes: readonly DrawnNode[];
  readonly lines: readonly DrawnLine[];
}

/** Deeds weigh more than words, and both more than structure. */
const BASE: Readonly<Record<Family, number>> = {
  'material-cooperation': 2.6,
  'material-conflict': 2.6,
  'verbal-cooperation': 2,
  'verbal-conflict': 2,
  neutral: 1.4,
  structure: 1.2,
};

function lineLook(tie: Tie, curvature: number, ontology: Ontology): LineLook {
  const info = ontology.type(tie.type);
  const family = info?.family ?? 'structure';
  const bent = curvature !== 0;
  return {
    size: Math.min(8, BASE[family] + 1.1 * Math.log2(tie.edges.length)),
    family,
    phrase:
      tie.edges.length > 1 ? `${info?.phrase ?? tie.type} ×${tie.edges.length}` : (info?.phrase ?? tie.type),
    type: tie.directed ? (bent ? 'curvedArrow' : 'arrow') : bent ? 'curve' : 'line',
    curvature,
  };
}

interface Weight {
  ties: number;
  evidence: number;
  first: string;
}

/** The earliest date of a tie: of what happened, else of who said so; empty when nothing is dated. */
function firstOf({ edges }: Tie, stated: Loaded['stated']): string {
  const dates = edges.flatMap((edge) => edge.date ?? stated.get(edge.statement) ?? []);
  return dates.reduce((first, date) => (first === '' || date < first ? date : first), '');
}

function weigh(ties: readonly Tie[], stated: Loaded['stated']): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  for (const tie of ties) {
    const { source, target, edges } = tie;
    const first = firstOf(tie, stated);
    for (const id of [source, target]) {
      const weight = weights.get(id) ?? { ties: 0, evidence: 0, first: '' };
      weights.set(id, weight);
      weight.ties += 1;
      weight.evidence += edges.length;
      if (first !== '' && (weight.first === '' || first < weight.first)) weight.first = first;
    }
  }
  return weights;
}

/** Pieces of evidence are many more than ties: they count for less each. */
const radius = (size: SizeName, { ties, evidence }: Weight): number =>
  size === 'equal' ? 3 : 2 * Math.sqrt(size === 'ties' ? ties : evidence / 2);

/** What to draw: a line for each tie, a node for each end, larger with more of what its size tells. */
export function picture(
  ties: readonly Tie[],
  { nodes, stated }: Pick<Loaded, 'nodes' | 'stated'>,
  ontology: Ontology,
  size: SizeName = 'ties',
): Picture {
  const actors = new Set(ontology.labels.filter((label) => label.actor).map((label) => label.name));
  const bends = curvatures(ties);
  return {
    nodes: [...weigh(ties, stated)].flatMap(([id, weight]) => {
      const node = nodes.get(id);
      if (!node) return [];
      const actor = actors.has(node.label);
      const drawn = Math.min(24, (actor ? 4.5 : 4) + radius(size, weight));
      return [{ id, look: { size: drawn, label: node.name, kind: node.label, actor }, first: weight.first }];
    }),
    lines: ties.map((tie) => {
      const { key, source, target } = tie;
      return { key, source, target, look: lineLook(tie, bends.get(key) ?? 0, ontology) };
    }),
  };
}
