/** Statements that were read and wait to be extracted: files of lines, only ever appended to. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogued } from './catalogue.ts';

/** A document and its statement as a line of JSON, without the line's end. */
export interface Line {
  readonly document: Catalogued;
  readonly text: string;
}

/**
 * Appends to a file of the spool; a file has one writer at a time.
 * @returns the documents with the places of their statements
 */
export async function appendToSpool(
  folder: string,
  name: string,
  lines: readonly Line[],
): Promise<Catalogued[]> {
  if (lines.length === 0) return [];
  const file = await open(join(folder, name), 'a');
  try {
    let { size: offset } = await file.stat();
    const bytes = lines.map(({ text }) => Buffer.from(`${text}\n`));
    await file.appendFile(Buffer.concat(bytes));
    return lines.map(({ document }, n) => {
      const spooled = { file: name, offset, length: bytes[n]!.length };
      offset += spooled.length;
      return { ...document, spooled };
    });
  } finally {
    await file.close();
  }
}
