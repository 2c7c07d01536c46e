/** One line of a stream of bytes: its text, or why it cannot be read. Lines are counted from 1. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly problem: string };

/** Longest line kept in memory; a longer one is passed over without being gathered. */
export const MAX_LINE_BYTES = 32 * 1024 * 1024;

const NEWLINE = 10;

/** Splits bytes into lines of UTF-8 without ever holding more than one line. Blank lines are left out but counted. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let number = 1;
  const take = (part: Uint8Array): void => {
    bytes += part.length;
    if (bytes > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, at));
      yield* finish(number++, parts, bytes, maxBytes);
      parts = [];
      bytes = 0;
      start = at + 1;
    }
    take(chunk.subarray(start));
  }
  yield* finish(number, parts, bytes, maxBytes);
}

function* finish(
  number: number,
  parts: readonly Uint8Array[],
  bytes: number,
  maxBytes: number,
): Generator<Line> {
  if (bytes > maxBytes) {
    yield { number, problem: `the line has ${bytes} bytes; at most ${maxBytes} are read` };
    return;
  }
  const text = decodeUtf8(Buffer.concat(parts));
  if (text === undefined) yield { number, problem: 'the line is not UTF-8 text' };
  else if (text.trim() !== '') yield { number, text };
}

/** Undefined when the bytes are not UTF-8. A byte order mark at the beginning is dropped. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
