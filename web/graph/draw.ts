import type { EntityNode } from '../../server/contract.ts';
import type { Family, Ontology } from '../state/graph/ontology.ts';
import type { Tie } from '../state/graph/ties.ts';
import { curvatures } from './curvature.ts';
import type { LineLook, NodeLook } from './sigma-context.ts';

export interface DrawnNode {
  readonly id: string;
  readonly look: Omit<NodeLook, 'x' | 'y'>;
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
    type: tie.directed ? (bent ? 'curvedArrow' : 'arrow') : bent ? 'curve' : 'straight',
    curvature,
  };
}

/** What to draw: a line for each tie, a node for each end, larger with more ties. */
export function picture(
  ties: readonly Tie[],
  nodes: ReadonlyMap<string, EntityNode>,
  ontology: Ontology,
): Picture {
  const degree = new Map<string, number>();
  for (const { source, target } of ties) {
    for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  }
  const actors = new Set(ontology.labels.filter((label) => label.actor).map((label) => label.name));
  const bends = curvatures(ties);
  return {
    nodes: [...degree].flatMap(([id, count]) => {
      const node = nodes.get(id);
      if (!node) return [];
      const actor = actors.has(node.label);
      const size = Math.min(24, (actor ? 4.5 : 4) + 2 * Math.sqrt(count));
      return [{ id, look: { size, label: node.name, kind: node.label, actor } }];
    }),
    lines: ties.map((tie) => {
      const { key, source, target } = tie;
      return { key, source, target, look: lineLook(tie, bends.get(key) ?? 0, ontology) };
    }),
  };
}
