import { once } from 'node:events';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { GraphError } from '../errors.ts';
import { openEmbedded } from './driver.ts';
import { forkProcess } from './fork-process.ts';
import { IMAGE } from './snapshots.ts';

/**
 * Makes one file of a copy of the database (its image and its log): the copy is opened, which proves that it can be, and
 * folded into its image. In a process of its own, because the database holds its thread while it does so.
 * @param image the copy's image; it is used up
 */
export async function fold(image: string, to: string): Promise<void> {
  const [code] = (await once(forkProcess('fold-worker', [image]), 'exit')) as [number | null];
  if (code !== 0)
    throw new GraphError('DAMAGED', 'the copy of the database cannot be opened: the data may be damaged');
  // Beside its place first, so that what carries the name is whole.
  const part = `${to}.${process.pid}.part`;
  await mkdir(dirname(resolve(to)), { recursive: true });
  await copyFile(image, part);
  await rename(part, to);
}

/**
 * Puts a backup into a data folder that no process uses. What was there is kept beside it as `graph.grafeo.before`.
 * @param replace without it a folder that holds a graph is refused
 * @returns how much the restored graph holds
 * @throws GraphError LOCKED, INVALID (there is a graph already, or no such file), DAMAGED (the file is no backup)
 */
export async function restoreEmbedded(
  file: string,
  path: string,
  replace: boolean,
): Promise<{ statements: number }> {
  const folder = resolve(path);
  const image = join(folder, IMAGE);
  if (!(await exists(file))) throw new GraphError('INVALID', `there is no file ${file}`);
  const present = await exists(image);
  if (present) {
    // Refused with LOCKED while a process has it. Closing folds the log, so that the image is all there is.
    const store = await openEmbedded(folder);
    const { statements } = await store.stats();
    await store.close();
    if (statements > 0 && !replace)
      throw new GraphError(
        'INVALID',
        `${folder} holds a graph of ${statements} statements: choose another folder with ENTENTE_DATA, or replace it with --replace`,
      );
  }
  const trial = join(folder, 'restoring');
  await rm(trial, { recursive: true, force: true });
  await mkdir(trial, { recursive: true });
  try {
    await copyFile(file, join(trial, IMAGE));
    const store = await openEmbedded(trial);
    const { statements } = await store.stats();
    await store.close();
    if (present) await rename(image, `${image}.before`);
    await rename(join(trial, IMAGE), image);
    return { statements };
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
