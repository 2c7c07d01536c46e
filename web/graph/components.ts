/** Number of the connected part that each node belongs to; the largest part is 0, then by size and first node. */
export function componentsOf(nodes: number, ends: ArrayLike<number>): Uint32Array {
  const parent = Uint32Array.from({ length: nodes }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  for (let i = 0; i + 1 < ends.length; i += 2) {
    const [a, b] = [root(ends[i] ?? 0), root(ends[i + 1] ?? 0)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const sizes = new Map<number, number>();
  for (let i = 0; i < nodes; i += 1) sizes.set(root(i), (sizes.get(root(i)) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const rank = new Map(order.map(([key], index) => [key, index]));
  return Uint32Array.from({ length: nodes }, (_, i) => rank.get(root(i)) ?? 0);
}
