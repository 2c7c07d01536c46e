import type { EntityNode } from '../../../server/contract.ts';
import type { Tie } from './ties.ts';

/** Region of each node: of its country, else of the country that most of its ties lead to, offices before all others. */
export function regionsOf(
  nodes: ReadonlyMap<string, EntityNode>,
  ties: readonly Tie[],
  regionOf: (country: string) => string | undefined,
): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const { id, country } of nodes.values()) {
    const region = country === undefined ? undefined : regionOf(country);
    if (region !== undefined) own.set(id, region);
  }
  const votes = new Map<string, Map<string, number>>();
  const vote = (id: string, other: string, weight: number): void => {
    const region = own.get(other);
    if (own.has(id) || region === undefined) return;
    const counts = votes.get(id) ?? new Map<string, number>();
    votes.set(id, counts.set(region, (counts.get(region) ?? 0) + weight));
  };
  for (const { type, source, target, edges } of ties) {
    const weight = type === 'REPRESENTS' || type === 'LOCATED_IN' ? 1000 : edges.length;
    vote(source, target, weight);
    if (type !== 'REPRESENTS') vote(target, source, edges.length);
  }
  const chosen = [...votes].map(([id, counts]) => {
    const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return [id, best?.[0] ?? ''] as const;
  });
  return new Map([...own, ...chosen]);
}
