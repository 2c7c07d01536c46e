import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of the database: the image, and the log of what was written since the last checkpoint. */
export const IMAGE = 'graph.grafeo';
const LOG = `${IMAGE}.wal`;
const FOLDER = 'snapshots';

/**
 * Copies of the database for query processes to read, at most one for each state of the store. Copying files keeps the
 * event loop free, where the database's own `save` would hold it for as long as it writes; a copy taken while nothing
 * is written is what a crash at that moment would leave, which the database is made to open.
 */
export interface Snapshots {
  /** Path of a copy of the store as of `epoch`; made when there is none yet. */
  at(epoch: number): Promise<string>;
  close(): Promise<void>;
}

/** @param quietly runs a task while nothing is written */
export async function createSnapshots(
  folder: string,
  quietly: <T>(task: () => Promise<T>) => Promise<T>,
): Promise<Snapshots> {
  const home = join(folder, FOLDER);
  // What a killed process left behind. Nobody else uses it: this process holds the database's lock.
  await remove(home);
  let current: { epoch: number; path: Promise<string> } | undefined;
  return {
    at(epoch) {
      if (current?.epoch === epoch) return current.path;
      const previous = current;
      const path = quietly(() => copyAll(folder, join(home, String(epoch))));
      current = { epoch, path };
      // Forget a copy that failed, so that the next query tries again; and the one before, which open readers keep alive.
      path.then(
        async () => previous && remove(join(await previous.path.catch(() => home), '..')),
        () => void (current = undefined),
      );
      return path;
    },
    close: () => remove(home),
  };
}

const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);

/** Copies image and log; again if a checkpoint in the background changed them meanwhile. */
async function copyAll(from: string, to: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const before = await fingerprint(from);
    await remove(to);
    await mkdir(join(to, LOG), { recursive: true });
    const log = await readdir(join(from, LOG)).catch(() => []);
    try {
      for (const file of [IMAGE, ...log.map((f) => join(LOG, f))]) {
        await copyFile(join(from, file), join(to, file), constants.COPYFILE_FICLONE);
      }
    } catch (error) {
      // A checkpoint removes logs; then the fingerprint differs and the copy is made anew.
      if (attempt >= 20) throw error;
    }
    if (before === (await fingerprint(from)) || attempt >= 20) return join(to, IMAGE);
    await new Promise((r) => setTimeout(r, 10 * (attempt + 1)));
  }
}

async function fingerprint(folder: string): Promise<string> {
  const log = (await readdir(join(folder, LOG)).catch(() => [])).sort();
  const files = [join(folder, IMAGE), ...log.map((f) => join(folder, LOG, f))];
  const stats = await Promise.all(files.map((f) => stat(f, { bigint: true }).catch(() => undefined)));
  return files.map((f, i) => `${f} ${stats[i]?.size} ${stats[i]?.mtimeNs}`).join('\n');
}
