import { Rejection } from '../rejection.ts';

/** Bytes that are looked at to guess an encoding. */
const SAMPLE = 64 * 1024;
/** Share of characters that no text holds above which bytes are not text. */
const STRANGE = 0.01;

const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Text out of bytes in whatever encoding: a byte order mark, what the source declares, UTF-8 where it fits, else a guess.
 * The mark is dropped.
 * @throws Rejection BINARY when the bytes are no text.
 */
export async function decode(bytes: Uint8Array, declared?: string): Promise<string> {
  const bom = BOMS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  const text =
    (bom && decodeAs(bytes, bom)) ??
    wide(bytes) ??
    utf8(bytes) ??
    (declared && decodeAs(bytes, declared)) ??
    (await guessed(bytes));
  if (text === undefined || isStrange(text))
    throw new Rejection('BINARY', 'this is a binary file; give a text');
  return text;
}

const isUtf16 = (label: string): boolean => /^utf-?16/i.test(label);

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    // An odd byte at the end of UTF-16 is a cut file, not another encoding.
    const whole = isUtf16(label) ? bytes.subarray(0, bytes.length & ~1) : bytes;
    return new TextDecoder(label, { fatal: !isUtf16(label) }).decode(whole);
  } catch {
    return undefined;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  return bytes.includes(0) ? undefined : decodeAs(bytes, 'utf-8');
}

/** UTF-16 without a mark: Latin letters have every other byte zero. */
function wide(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4 || !sample.includes(0)) return undefined;
  const zeros = (odd: 0 | 1): number =>
    sample.filter((byte, at) => byte === 0 && at % 2 === odd).length / (sample.length / 2);
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > 0.7 && even < 0.1) return decodeAs(bytes, 'utf-16le');
  if (even > 0.7 && odd < 0.1) return decodeAs(bytes, 'utf-16be');
  return undefined;
}

async function guessed(bytes: Uint8Array): Promise<string | undefined> {
  if (bytes.includes(0)) return undefined;
  const { analyse } = (await import('chardet')).default;
  const names = analyse(bytes.subarray(0, SAMPLE)).map(({ name }) => name);
  // Accented letters among Latin ones look like Chinese to a detector that has seen too few of them.
  const likely = lonely(bytes) ? [...names.filter((n) => ONE_BYTE.test(n)), 'windows-1252'] : names;
  for (const name of likely.slice(0, 4)) {
    // A sample may end inside a character, so the whole decides.
    const text = decodeAs(bytes, name);
    if (text !== undefined && !isStrange(text)) return text;
  }
  return undefined;
}

const ONE_BYTE = /^(?:iso-8859|windows-125|koi8)/i;

/** Most bytes beyond ASCII stand between ASCII ones, as in Western languages. */
function lonely(bytes: Uint8Array): boolean {
  let all = 0;
  let alone = 0;
  for (let at = 0; at < Math.min(SAMPLE, bytes.length); at++) {
    if (bytes[at]! < 0x80) continue;
    all++;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++;
  }
  return alone > all * 0.8;
}

/** Control characters and replacement characters are in no text; line and page breaks and tabs are. */
function isStrange(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const strange = sample.match(/[^\P{Cc}\t\n\v\f\r\u0085]|\ufffd/gu)?.length ?? 0;
  return strange > sample.length * STRANGE;
}
