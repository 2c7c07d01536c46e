/** ZIP files, entry by entry, with every limit kept. Nothing is ever written to a disk. */
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { Rejection } from '../rejection.ts';
import type { Budget } from './budget.ts';
import type { Input } from './input.ts';
import { gather } from './input.ts';

const OPTIONS = {
  lazyEntries: true,
  decodeStrings: false,
  validateEntrySizes: true,
  autoClose: false,
} as const;
const UTF8 = 0x800;

export interface ZipEntry {
  readonly name: string;
  /** Why it cannot be read, known before it is. */
  readonly problem?: Rejection;
  /** Unpacks it. @throws Rejection */
  readonly bytes: () => Promise<Uint8Array>;
}

/** The files in a ZIP, in the order of its directory. @throws Rejection when the directory cannot be read. */
export async function* zipEntries(input: Input, budget: Budget): AsyncGenerator<ZipEntry> {
  const zip = await open(input);
  try {
    for (;;) {
      const entry = await next(zip);
      if (!entry) return;
      budget.enter();
      const name = nameOf(entry);
      if (!name.endsWith('/')) yield toEntry(zip, entry, name, budget);
    }
  } finally {
    zip.close();
  }
}

function toEntry(zip: ZipFile, entry: Entry, name: string, budget: Budget): ZipEntry {
  const unsafe = yauzl.validateFileName(name);
  const problem = entry.isEncrypted()
    ? new Rejection('ENCRYPTED', 'it asks for a password; give it without')
    : unsafe
      ? new Rejection('INVALID', `its name leads out of the archive (${unsafe})`)
      : undefined;
  const bytes = async (): Promise<Uint8Array> => {
    if (problem) throw problem;
    return damagedUnlessRejected(() => unpack(zip, entry, budget));
  };
  return { name, ...(problem && { problem }), bytes };
}

async function unpack(zip: ZipFile, entry: Entry, budget: Budget): Promise<Uint8Array> {
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (opened ? resolve(opened) : reject(error)));
  });
  return gather(counted(stream, budget));
}

/** Counts what is unpacked as it comes, not as the archive claims. */
export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    budget.unpack(chunk.length);
    yield chunk;
  }
}

async function open(input: Input): Promise<ZipFile> {
  return damagedUnlessRejected(async () => {
    const bytes = input.path === undefined ? Buffer.from(await input.bytes()) : undefined;
    return new Promise<ZipFile>((resolve, reject) => {
      const done = (error: Error | null, zip?: ZipFile): void =>
        zip ? resolve(zip) : reject(error ?? new Error('?'));
      if (bytes) yauzl.fromBuffer(bytes, OPTIONS, done);
      else yauzl.open(input.path!, OPTIONS, done);
    });
  });
}

function next(zip: ZipFile): Promise<Entry | undefined> {
  return damagedUnlessRejected(
    () =>
      new Promise<Entry | undefined>((resolve, reject) => {
        const done = (): void => void zip.off('entry', onEntry).off('end', onEnd).off('error', onError);
        const onEntry = (entry: Entry): void => (done(), resolve(entry));
        const onEnd = (): void => (done(), resolve(undefined));
        const onError = (error: Error): void => (done(), reject(error));
        zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
        zip.readEntry();
      }),
  );
}

async function damagedUnlessRejected<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Rejection || (error instanceof Error && 'syscall' in error)) throw error;
    throw new Rejection(
      'DAMAGED',
      `the archive is damaged: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Names are UTF-8 when flagged so; else the code page of DOS, whose ASCII part is what matters here. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const utf8 = raw.toString('utf8');
  const text = entry.generalPurposeBitFlag & UTF8 || !utf8.includes('\ufffd') ? utf8 : raw.toString('latin1');
  return text.replaceAll('\\', '/');
}

/** The named parts of a document that is a ZIP; those that are missing are left out. */
export async function zipParts(
  input: Input,
  budget: Budget,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  for await (const entry of zipEntries(input, budget)) {
    if (wanted(entry.name)) parts.set(entry.name, await entry.bytes());
  }
  return parts;
}

/**
 * Unpacks everything once, counting, before a library unpacks it without.
 * @throws Rejection when it is a bomb, encrypted or damaged.
 */
export async function checkZip(input: Input, budget: Budget): Promise<void> {
  for await (const entry of zipEntries(input, budget)) await entry.bytes();
}
