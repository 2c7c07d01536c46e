import type { Edge } from '../../../server/contract.ts';
import { overlaps } from '../view/dates.ts';
import type { MoreFilters } from '../view/more-filters.ts';
import type { Loaded } from './ties.ts';

export interface Filter {
  readonly types: ReadonlySet<string>;
  /** Null lets every label through. */
  readonly labels: ReadonlySet<string> | null;
  readonly from: string;
  readonly to: string;
  readonly more: MoreFilters;
  readonly hidden: ReadonlySet<string>;
}

/** Only the server knows these: of statements, of offices, of all edges. */
const asksServer = ({
  countries,
  issues,
  sources,
  minEvidence,
  minDegree,
  text,
  sign,
}: MoreFilters): boolean =>
  countries.length + issues.length + sources.length > 0 ||
  minEvidence > 1 ||
  minDegree > 1 ||
  text !== '' ||
  sign !== '';

/** What an edge itself tells. */
function passesItself(edge: Edge, { from, to, more }: Filter): boolean {
  if (asksServer(more)) return false;
  const { modality, speakers, minConfidence } = more;
  return (
    ((from === '' && to === '') || (edge.date !== undefined && overlaps(edge.date, from, to))) &&
    (modality.length === 0 || modality.includes(edge.modality)) &&
    (speakers.length === 0 || speakers.includes(edge.speaker ?? 'none')) &&
    edge.confidence >= minConfidence
  );
}

/**
 * The edges that pass. `answered` holds the ids that the server itself chose for this filter: of the others only those
 * are shown that pass by what is known here.
 */
export function passing(loaded: Loaded, filter: Filter, answered: ReadonlySet<string>): readonly Edge[] {
  const endPasses = (id: string): boolean => {
    const node = loaded.nodes.get(id);
    return (
      node !== undefined &&
      (filter.labels === null || filter.labels.has(node.label)) &&
      !filter.hidden.has(id)
    );
  };
  return [...loaded.edges.values()].filter(
    (edge) =>
      filter.types.has(edge.type) &&
      endPasses(edge.source) &&
      endPasses(edge.target) &&
      (answered.has(edge.id) || passesItself(edge, filter)),
  );
}
