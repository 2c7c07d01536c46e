import { Zip, ZipDeflate } from 'fflate';
import type { Piece } from './parts.ts';

/** A fixed time of this machine's clock, because a zip holds local times: the same files give the same bytes everywhere. */
const NO_TIME = new Date(1980, 0, 1);
/** The format's own limit; fflate does not write what lies beyond it (ZIP64). */
const MOST_BYTES = 4 * 2 ** 30 - 2 ** 20;
const BLOCK = 65_536;

/**
 * Packs files as they are written, about 64 KB at a time.
 * fflate, not node:zlib: the same bytes whatever the processor and the version of zlib.
 * @throws Error when the archive would pass 4 GB.
 */
export async function* zipped(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    out.push(data);
  });
  const encoder = new TextEncoder();
  let current: ZipDeflate | undefined;
  let waiting = '';
  let bytes = 0;
  const push = (last: boolean): void => {
    const data = encoder.encode(waiting);
    waiting = '';
    bytes += data.length;
    if (bytes > MOST_BYTES) throw new Error('the archive would pass 4 GB: narrow it, or take jsonl instead');
    current?.push(data, last);
  };
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      waiting += piece;
      if (waiting.length >= BLOCK) push(false);
    } else {
      push(true);
      current = new ZipDeflate(piece.file, { level: 6 });
      current.mtime = NO_TIME;
      zip.add(current);
    }
    yield* out.splice(0);
  }
  push(true);
  zip.end();
  yield* out.splice(0);
}
