import { execFileSync } from 'node:child_process';

/** Tests read the data files as they are now, not as they were packed last time. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/pack-data.mjs'], { stdio: 'inherit' });
}
