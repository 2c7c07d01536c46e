import { bytesInput } from './input.ts';
import { problemOf } from './reader.ts';
import type { Found, Reader, Reading } from './reader.ts';
import { isHidden } from './paths.ts';
import type { Input } from './input.ts';
import { zipEntries } from './unzip.ts';

/** Office documents and books are archives, too: which one by what it holds. */
const PACKAGES: readonly (readonly [string, () => Promise<Reader>])[] = [
  ['word/document.xml', async () => (await import('./docx.ts')).readDocx],
  ['xl/workbook.xml', async () => (await import('./xlsx.ts')).readXlsx],
  ['META-INF/container.xml', async () => (await import('./epub.ts')).readEpub],
  ['content.xml', async () => (await import('./odt.ts')).readOdt],
];

/** An archive of documents, or a document that is an archive. */
export const readZip: Reader = async function* (input, reading) {
  const names = new Set<string>();
  for await (const { name } of zipEntries(input, reading.budget)) names.add(name);
  const found = PACKAGES.find(([part]) => names.has(part));
  if (found) yield* (await found[1]())(input, reading);
  else if (names.size === 0) yield problemOf(input.name, new Error('the archive holds no files'));
  else yield* readEntries(input, reading);
};

async function* readEntries(input: Input, reading: Reading): AsyncGenerator<Found> {
  for await (const entry of zipEntries(input, reading.budget)) {
    if (isHidden(entry.name)) continue;
    const name = `${input.name}!/${entry.name}`;
    try {
      yield* reading.inside(bytesInput(name, await entry.bytes()));
    } catch (error) {
      yield problemOf(name, error);
    }
  }
}
