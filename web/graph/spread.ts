import type { Positions } from './pack.ts';

const ROUNDS = 40;

/** Pushes two discs that cover each other apart, each by half; a held one stays and the other goes all the way. */
function part({ x, y }: Positions, radius: Float64Array, held: Uint8Array, i: number, j: number): boolean {
  const need = (radius[i] ?? 0) + (radius[j] ?? 0);
  let [dx, dy] = [(x[j] ?? 0) - (x[i] ?? 0), (y[j] ?? 0) - (y[i] ?? 0)];
  let distance = Math.hypot(dx, dy);
  if (distance >= need || (held[i] && held[j])) return false;
  if (distance < 1e-6) [dx, dy, distance] = [1e-3 * (1 + (i % 7)), 1e-3 * (1 + (j % 5)), 1e-3];
  const push = (need - distance) / distance / (held[i] || held[j] ? 1 : 2);
  if (!held[i]) [x[i], y[i]] = [(x[i] ?? 0) - dx * push, (y[i] ?? 0) - dy * push];
  if (!held[j]) [x[j], y[j]] = [(x[j] ?? 0) + dx * push, (y[j] ?? 0) + dy * push];
  return true;
}

/** Nodes by square cells that no disc is larger than. */
function grid({ x, y }: Positions, cell: number): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  x.forEach((value, i) => {
    const key = `${Math.floor(value / cell)},${Math.floor((y[i] ?? 0) / cell)}`;
    const list = cells.get(key);
    if (list) list.push(i);
    else cells.set(key, [i]);
  });
  return cells;
}

/** Moves discs until none covers another, or after a number of rounds. */
export function spread(positions: Positions, radius: Float64Array, held: Uint8Array): void {
  const cell = 2 * Math.max(...radius, 1e-6);
  for (let round = 0; round < ROUNDS; round += 1) {
    const cells = grid(positions, cell);
    let moved = false;
    for (const [key, list] of cells) {
      const [cx = 0, cy = 0] = key.split(',').map(Number);
      for (let n = 0; n < 9; n += 1) {
        const others = cells.get(`${cx + (n % 3) - 1},${cy + Math.floor(n / 3) - 1}`) ?? [];
        for (const i of list)
          for (const j of others) if (i < j) moved = part(positions, radius, held, i, j) || moved;
      }
    }
    if (!moved) return;
  }
}
