import type { Drawing } from './sigma-context.ts';

/** What stands out while the rest fades; null when nothing does. */
export interface Focus {
  readonly nodes: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  /** The one or two nodes it is about. */
  readonly centre: ReadonlySet<string>;
}

export function focusNode(graph: Drawing, id: string): Focus | null {
  if (!graph.hasNode(id)) return null;
  return {
    nodes: new Set([id, ...graph.neighbors(id)]),
    lines: new Set(graph.edges(id)),
    centre: new Set([id]),
  };
}

export function focusLines(graph: Drawing, keys: Iterable<string>): Focus | null {
  const lines = new Set([...keys].filter((key) => graph.hasEdge(key)));
  if (lines.size === 0) return null;
  const nodes = new Set([...lines].flatMap((key) => graph.extremities(key)));
  return { nodes, lines, centre: lines.size === 1 ? nodes : new Set() };
}
