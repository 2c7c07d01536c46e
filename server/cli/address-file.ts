/** A server on an embedded store leaves its address in the data folder, so that other commands can name it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'server-address';

/** Writes the address; gives what removes it. A folder that cannot be written is no reason not to serve. */
export function leaveAddress(folder: string, url: string): () => void {
  const path = join(folder, NAME);
  try {
    writeFileSync(path, `${url}\n`);
  } catch {
    return () => undefined;
  }
  return () => rmSync(path, { force: true });
}

/** The address that was left, by a server that may have been killed since. */
export function readAddress(folder: string): string | undefined {
  try {
    const url = readFileSync(join(folder, NAME), 'utf8').trim();
    return URL.canParse(url) ? url : undefined;
  } catch {
    return undefined;
  }
}
