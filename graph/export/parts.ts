/** Exports of several files: a stream of pieces, in which `{ file }` begins the next one. */
export type Piece = string | { readonly file: string };

/** The text of one file alone, without what comes before or after it. */
export async function* onlyFile(pieces: AsyncIterable<Piece>, file: string): AsyncGenerator<string> {
  let wanted = false;
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      if (wanted) yield piece;
    } else if (wanted) return;
    else wanted = piece.file === file;
  }
}
