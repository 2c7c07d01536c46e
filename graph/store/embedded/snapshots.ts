import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of the database: the image, and the log of what was written since the last checkpoint. */
export const IMAGE = 'graph.grafeo';
const LOG = `${IMAGE}.wal`;
const FOLDER = 'snapshots';
const ATTEMPTS = 20;

/**
 * Copies of the database for query processes to read, one for each state of the store that a query asked for. Copying
 * files keeps the event loop free, where the database's own `save` would hold it for as long as it writes; a copy taken
 * while nothing is written is what a crash at that moment would leave, which the database is made to open.
 */
export interface Snapshots {
  /** Runs `work` with a copy of the store as of `epoch`, which stays at least until `work` is done. */
  use<T>(epoch: number, work: (path: string) => Promise<T>): Promise<T>;
  /** Runs `work` with a copy of the store as it is now, which is its own to change and is removed afterwards. */
  once<T>(work: (path: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Copy {
  readonly epoch: number;
  readonly folder: string;
  readonly path: Promise<string>;
  users: number;
}

/** @param quietly runs a task while nothing is written */
export async function createSnapshots(
  folder: string,
  quietly: <T>(task: () => Promise<T>) => Promise<T>,
): Promise<Snapshots> {
  const home = join(folder, FOLDER);
  // What a killed process left behind. Nobody else uses it: this process holds the database's lock.
  await remove(home);
  let current: Copy | undefined;
  let copies = 0;

  const make = (epoch: number): Copy => {
    const to = join(home, String(epoch));
    const copy: Copy = { epoch, folder: to, path: quietly(() => copyAll(folder, to)), users: 0 };
    // Forget one that failed, so that the next query tries again.
    copy.path.catch(() => current === copy && (current = undefined));
    return copy;
  };
  const dropIfStale = async (copy: Copy): Promise<void> => {
    if (copy !== current && copy.users === 0) await remove(copy.folder);
  };

  return {
    async use(epoch, work) {
      const previous = current;
      const copy = previous?.epoch === epoch ? previous : (current = make(epoch));
      copy.users++;
      if (previous && previous !== copy) void dropIfStale(previous);
      try {
        return await work(await copy.path);
      } finally {
        copy.users--;
        await dropIfStale(copy);
      }
    },
    async once(work) {
      const to = join(home, `own-${++copies}`);
      try {
        return await work(await quietly(() => copyAll(folder, to)));
      } finally {
        await remove(to);
      }
    },
    close: () => remove(home),
  };
}

const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);

/** Copies image and log; again if a checkpoint in the background changed them meanwhile. */
async function copyAll(from: string, to: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const before = await fingerprint(from);
    const failed = await copyOnce(from, to).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (!failed && before === (await fingerprint(from))) return join(to, IMAGE);
    // A checkpoint removes logs, so a file that is gone is no failure yet.
    if (failed && attempt >= ATTEMPTS) throw failed.error;
    if (attempt >= ATTEMPTS) return join(to, IMAGE);
    await new Promise((r) => setTimeout(r, 10 * attempt));
  }
}

async function copyOnce(from: string, to: string): Promise<void> {
  await remove(to);
  await mkdir(join(to, LOG), { recursive: true });
  const log = await readdir(join(from, LOG)).catch(() => []);
  for (const file of [IMAGE, ...log.map((f) => join(LOG, f))]) {
    await copyFile(join(from, file), join(to, file), constants.COPYFILE_FICLONE);
  }
}

async function fingerprint(folder: string): Promise<string> {
  const log = (await readdir(join(folder, LOG)).catch(() => [])).sort();
  const files = [join(folder, IMAGE), ...log.map((f) => join(folder, LOG, f))];
  const stats = await Promise.all(files.map((f) => stat(f, { bigint: true }).catch(() => undefined)));
  return files.map((f, i) => `${f} ${stats[i]?.size} ${stats[i]?.mtimeNs}`).join('\n');
}
