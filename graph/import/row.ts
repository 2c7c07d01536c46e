/** A node or an edge of a file, before anything is made of it. */
export interface Row {
  /** Where it stands, for people: `line 12`, `edge e7`. */
  readonly at: string;
  /** What it says, by column or attribute; lists as `splitList` reads them. */
  readonly fields: Readonly<Record<string, string>>;
  /** The record as it stands in the file (CSV), or its values as JSON (the others, whose layout says nothing). */
  readonly raw: string;
}

/** A file as rows. `head` is the line with the names of its columns, where it has one. */
export interface Rows {
  readonly nodes: readonly Row[];
  readonly edges: readonly Row[];
  readonly head?: string;
}

/** What is wrong with the file as a whole: nothing of it can be read. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Lets others work while a large file is read. */
export const pause = (): Promise<void> => new Promise((next) => setImmediate(next));
