/** What the arguments of a run stand for now: files with their version, pages fetched. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { problemOf } from '../../ingest/read/reader.ts';
import type { Problem } from '../../ingest/read/reader.ts';
import { findDocuments } from '../../ingest/read/paths.ts';
import { UNCHANGED } from '../fetch/fetcher.ts';
import type { Fetched, Fetcher, Known } from '../fetch/fetcher.ts';
import type { Located } from './protocol.ts';

/** An address rather than a path. `C:\` is a path. */
export const isAddress = (given: string): boolean =>
  /^(?:[a-z][a-z0-9+.-]+:\/\/|data:|javascript:|file:)/i.test(given);

export interface Scope {
  readonly files: readonly string[];
  readonly addresses: readonly string[];
  /** Whether a source is named by the arguments, although it may be gone. */
  readonly covers: (name: string) => boolean;
  readonly problems: readonly Problem[];
}

export async function findScope(given: readonly string[]): Promise<Scope> {
  const paths = given.filter((g) => !isAddress(g));
  const { files, problems } = await findDocuments(paths);
  const roots = paths.map((path) => resolve(path));
  const covers = (name: string): boolean =>
    roots.some((root) => name === root || name.startsWith(root + sep));
  return { files, addresses: given.filter(isAddress), covers, problems };
}

/** Size and time of the last change, to the nanosecond. */
export async function locateFile(path: string): Promise<Located> {
  const { size, mtimeNs } = await stat(path, { bigint: true });
  return { name: path, path, version: `${size} ${mtimeNs}` };
}

interface Kept extends Known {
  readonly url: string;
  readonly mediaType?: string | undefined;
}

/**
 * A page as it was fetched: kept in a folder, word for word, with what its server said of it. One that did not change is
 * not fetched again.
 * @returns the page, or why there is none
 */
export async function locatePage(
  address: string,
  fetcher: Fetcher,
  folder: string,
): Promise<Located | Problem> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, createHash('sha256').update(address).digest('hex').slice(0, 32));
  const kept = await readFile(`${file}.json`, 'utf8').then(
    (text) => JSON.parse(text) as Kept,
    () => undefined,
  );
  try {
    const answer = await fetcher.fetch(address, kept ?? {});
    if (answer === UNCHANGED && kept) return toLocated(address, kept, await readFile(`${file}.original`));
    const { bytes, ...known } = answer as Fetched;
    await writeFile(`${file}.original`, bytes);
    await writeFile(`${file}.json`, JSON.stringify({ ...known, address }));
    return toLocated(address, known, bytes);
  } catch (error) {
    return problemOf(address, error);
  }
}

const toLocated = (name: string, { url, mediaType }: Kept, bytes: Uint8Array): Located => ({
  name,
  url,
  mediaType,
  bytes,
  version: createHash('sha256').update(bytes).digest('hex'),
});
