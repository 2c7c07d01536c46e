/**
 * Are there lists and maps inside each other more than `most` deep? Told without recursion: what would exhaust the stack
 * of all that walks through a value later must not exhaust it here.
 */
export function isDeeperThan(most: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most + 1) return true;
    level = level.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []));
  }
  return false;
}
