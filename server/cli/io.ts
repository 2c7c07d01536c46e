import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { CliError } from './failure.ts';

/** The bytes of a file, or of standard input for `-`. */
export async function openInput(path: string): Promise<Readable> {
  if (path === '-') return process.stdin;
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new CliError(`there is no file ${path}`);
  if (info.isDirectory()) throw new CliError(`${path} is a folder; name a file`);
  return createReadStream(path);
}

/** Writes to standard output and waits when its reader is slow, so that a long output does not pile up in memory. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

/** Notes for the person, not part of the output. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** `entente … | head` closes the pipe early: that is no failure. */
export function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
