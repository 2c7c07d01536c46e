/** Lines between the same two nodes, apart: an odd one straight, the rest bent to both sides in equal steps. */
export function curvatures(
  lines: readonly { readonly key: string; readonly source: string; readonly target: string }[],
): ReadonlyMap<string, number> {
  const pairs = new Map<string, { key: string; forward: boolean }[]>();
  for (const { key, source, target } of lines) {
    const forward = source < target;
    const pair = forward ? `${source}~${target}` : `${target}~${source}`;
    const group = pairs.get(pair);
    if (group) group.push({ key, forward });
    else pairs.set(pair, [{ key, forward }]);
  }
  const result = new Map<string, number>();
  for (const group of pairs.values()) {
    group.forEach(({ key, forward }, index) => {
      const bend = (index - (group.length - 1) / 2) * STEP;
      // A bend is seen from the line's own source: turn it for those that run the other way.
      result.set(key, forward ? bend : -bend);
    });
  }
  return result;
}
const STEP = 0.28;
