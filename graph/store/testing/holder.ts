import { readFileSync, readdirSync } from 'node:fs';

/** The process (running this worker) that holds the store of a folder; read from /proc, so Linux only. */
export function holderOf(folder: string, worker: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (words.includes(folder) && words.some((w) => w.includes(worker))) return Number(pid);
    } catch {
      // Ended meanwhile.
    }
  }
  throw new Error(`nobody holds ${folder}`);
}
