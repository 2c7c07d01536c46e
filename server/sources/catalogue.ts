/**
 * What was read from where, and what of it is in the graph: a journal beside the store, one JSON object a line, only ever
 * appended to. It is written after the fact, and every step may be done twice, so that a run can be killed at any moment and go on.
 */
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Problem } from '../../ingest/read/reader.ts';

/** A document as the journal knows it; its text is in the store, and until then in a spool. */
export interface Catalogued {
  readonly name: string;
  /** Id of its statement. */
  readonly id: string;
  readonly date?: string | undefined;
  readonly original?: string | undefined;
  readonly url?: string | undefined;
  readonly signature: string;
  readonly sentences: number;
  /** Where its statement waits to be extracted. */
  readonly spooled?: Spooled;
}
export interface Spooled {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}
export interface Source {
  readonly name: string;
  /** Tells whether it changed: size and time of a file, tag and time of a page. */
  readonly version: string;
  readonly documents: readonly Catalogued[];
  readonly problems: readonly Problem[];
}

type Entry =
  | { readonly source: Source }
  | { readonly gone: string }
  | { readonly saved: readonly (readonly [id: string, state: string])[] }
  | { readonly removed: readonly string[] };

const JOURNAL = 'journal.jsonl';
export const SPOOL = 'spool';

export class Catalogue {
  readonly sources = new Map<string, Source>();
  /** Statement -> how it was saved last. */
  readonly saved = new Map<string, string>();
  readonly folder: string;
  #file: FileHandle | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens the journal in a folder, which is made when there is none. A line that was cut by a crash is passed over. */
  static async open(folder: string): Promise<Catalogue> {
    const catalogue = new Catalogue(folder);
    await mkdir(join(folder, SPOOL), { recursive: true });
    const path = join(folder, JOURNAL);
    await catalogue.borrow(folder);
    catalogue.#file = await open(path, 'a');
    // After a crash the last line may lack its end.
    await catalogue.#file.write('\n');
    return catalogue;
  }

  /** Knows what another journal knows, without writing to it: for a trial. */
  async borrow(folder: string): Promise<void> {
    const path = join(folder, JOURNAL);
    if (!(await stat(path).catch(() => undefined))) return;
    for await (const line of createInterface({ input: createReadStream(path) })) this.#replay(line);
  }

  #replay(line: string): void {
    if (line === '') return;
    try {
      this.#apply(JSON.parse(line) as Entry);
    } catch {
      // A cut line was never acted upon.
    }
  }

  #apply(entry: Entry): void {
    if ('source' in entry) this.sources.set(entry.source.name, entry.source);
    else if ('gone' in entry) this.sources.delete(entry.gone);
    else if ('saved' in entry) for (const [id, state] of entry.saved) this.saved.set(id, state);
    else for (const id of entry.removed) this.saved.delete(id);
  }

  readonly read = (source: Source): Promise<void> => this.#append({ source });
  readonly forget = (name: string): Promise<void> => this.#append({ gone: name });
  readonly markSaved = (saved: readonly (readonly [string, string])[]): Promise<void> =>
    this.#append({ saved });
  readonly markRemoved = (removed: readonly string[]): Promise<void> => this.#append({ removed });

  #append(entry: Entry): Promise<void> {
    this.#apply(entry);
    const line = `${JSON.stringify(entry)}\n`;
    const written = this.#writing.then(() => this.#file?.appendFile(line));
    this.#writing = written.catch(() => undefined);
    return written.then(() => undefined);
  }

  /** Writes only what still holds, and drops the spool: everything in it is in the graph. */
  async settle(): Promise<void> {
    await this.#writing;
    for (const source of this.sources.values()) {
      const documents = source.documents.map(({ spooled: _spooled, ...rest }) => rest);
      this.sources.set(source.name, { ...source, documents });
    }
    const path = join(this.folder, JOURNAL);
    const file = await open(`${path}.new`, 'w');
    for (const source of this.sources.values()) await file.appendFile(`${JSON.stringify({ source })}\n`);
    await file.appendFile(`${JSON.stringify({ saved: [...this.saved] })}\n`);
    await file.sync();
    await file.close();
    await this.#file?.close();
    await rename(`${path}.new`, path);
    this.#file = await open(path, 'a');
    await rm(join(this.folder, SPOOL), { recursive: true, force: true });
    await mkdir(join(this.folder, SPOOL));
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file?.close();
    this.#file = undefined;
  }
}
