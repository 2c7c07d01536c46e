import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Rejection } from '../rejection.ts';
import type { StatementFields } from '../statement.ts';
import { MAX_DOCUMENT_BYTES } from './limits.ts';

/** How many bytes are looked at to tell a format. */
export const HEAD_BYTES = 4096;

/** Some bytes with a name: a file, an entry of an archive, what an address answered. */
export interface Input {
  /** As people know it: a path, an address, `archive.zip!/entry.pdf`. */
  readonly name: string;
  readonly size: number;
  readonly head: Uint8Array;
  /** Where it lies, when it is a file. */
  readonly path?: string;
  /** As a server or a message names it. */
  readonly mediaType?: string | undefined;
  /** What is known of it from around it; what the document says itself wins. */
  readonly around?: StatementFields;
  /** All bytes. @throws Rejection when they are more than `most`. */
  bytes(most?: number): Promise<Uint8Array>;
  stream(): AsyncIterable<Uint8Array>;
}

type Around = Pick<Input, 'mediaType' | 'around'>;

/** A file. Only its head is read until a reader asks for more. */
export async function fileInput(path: string, around: Around = {}): Promise<Input> {
  const { size } = await stat(path);
  const file = await open(path);
  const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  return {
    ...around,
    name: path,
    path,
    size,
    head,
    bytes: async (most) => {
      checkSize(size, most);
      return readFile(path);
    },
    stream: () => createReadStream(path),
  };
}

/** Bytes that are in memory already. */
export function bytesInput(name: string, bytes: Uint8Array, around: Around = {}): Input {
  return {
    ...around,
    name,
    size: bytes.length,
    head: bytes.subarray(0, HEAD_BYTES),
    bytes: async (most) => {
      checkSize(bytes.length, most);
      return bytes;
    },
    stream: async function* () {
      yield bytes;
    },
  };
}

/** Gathers a stream. @throws Rejection when it is longer than `most`. */
export async function gather(
  chunks: AsyncIterable<Uint8Array>,
  most = MAX_DOCUMENT_BYTES,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    checkSize(size, most);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function checkSize(size: number, most = MAX_DOCUMENT_BYTES): void {
  if (size > most)
    throw new Rejection('TOO_LONG', `${size} bytes are too many for one document; at most ${most} are read`);
}
