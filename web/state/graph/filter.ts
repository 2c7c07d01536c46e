import type { Edge } from '../../../server/contract.ts';
import { overlaps } from '../view/dates.ts';
import type { Loaded } from './ties.ts';

export interface Filter {
  readonly types: ReadonlySet<string>;
  /** Null lets every label through. */
  readonly labels: ReadonlySet<string> | null;
  readonly from: string;
  readonly to: string;
}

/**
 * The edges that pass. `answered` holds the ids that the server itself chose for this filter: it also knows the date of
 * the statement, which dates an undated edge, so those are not asked for their date again.
 */
export function passing(loaded: Loaded, filter: Filter, answered: ReadonlySet<string>): readonly Edge[] {
  const labelPasses = (id: string): boolean => {
    const node = loaded.nodes.get(id);
    return node !== undefined && (filter.labels === null || filter.labels.has(node.label));
  };
  const open = filter.from === '' && filter.to === '';
  const datePasses = (edge: Edge): boolean =>
    open || answered.has(edge.id) || (edge.date !== undefined && overlaps(edge.date, filter.from, filter.to));
  return [...loaded.edges.values()].filter(
    (edge) =>
      filter.types.has(edge.type) && labelPasses(edge.source) && labelPasses(edge.target) && datePasses(edge),
  );
}
