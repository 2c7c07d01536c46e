import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { Rejection } from '../rejection.ts';
import { bytesInput, gather } from './input.ts';
import { isHidden } from './paths.ts';
import { problemOf } from './reader.ts';
import type { Found, Reader, Reading } from './reader.ts';
import { counted } from './unzip.ts';

/** Where the word `ustar` stands in the first block of a tar file. */
const MAGIC = 257;

export const isTar = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(MAGIC, MAGIC + 5)).toString('latin1') === 'ustar';

/** A tar file of documents. */
export const readTar: Reader = (input, reading) => entriesOf(input.name, input.stream(), reading);

/** A compressed file: one document, or a tar file of them. */
export const readGzip: Reader = async function* (input, reading) {
  const unpacked = counted(gunzip(input.stream()), reading.budget)[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await unpacked.next(); !next.done; next = await unpacked.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size >= 512) break;
  }
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield* chunks.splice(0);
    yield* { [Symbol.asyncIterator]: () => unpacked };
  };
  if (isTar(Buffer.concat(chunks))) yield* entriesOf(input.name, rest(), reading);
  else {
    const name = input.name.replace(/\.t?gz$/i, '');
    yield* reading.inside(bytesInput(name === input.name ? `${name}!` : name, await gather(rest())));
  }
};

async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* source.pipe(unpacked) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new Rejection('DAMAGED', `the compressed file is damaged: ${(error as Error).message}`);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function* entriesOf(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<Found> {
  const source = Readable.from(chunks);
  const tar = extract();
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let any = false;
  try {
    for await (const entry of tar) {
      const path = entry.header.name;
      reading.budget.enter();
      if (entry.header.type !== 'file' || isHidden(path)) {
        entry.resume();
        continue;
      }
      any = true;
      yield* readEntry(`${name}!/${path}`, path, entry as unknown as TarEntry, reading);
    }
  } catch (error) {
    throw error instanceof Rejection
      ? error
      : new Rejection('DAMAGED', `the archive is damaged: ${(error as Error).message}`);
  } finally {
    source.destroy();
  }
  if (!any) throw new Rejection('EMPTY', 'the archive holds no files');
}

type TarEntry = AsyncIterable<Uint8Array> & { readonly resume: () => unknown };

async function* readEntry(
  name: string,
  path: string,
  entry: TarEntry,
  reading: Reading,
): AsyncGenerator<Found> {
  try {
    if (path.startsWith('/') || path.split('/').includes('..'))
      throw new Rejection('INVALID', 'its name leads out of the archive');
    yield* reading.inside(bytesInput(name, await gather(entry)));
  } catch (error) {
    entry.resume();
    yield problemOf(name, error);
  }
}
