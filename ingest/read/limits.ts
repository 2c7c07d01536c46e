/** What a reader takes at most. Beyond it the input is refused with the limit in words; nothing is cut off silently. */
const MB = 2 ** 20;

/** A document that is one file, or one entry of an archive. */
export const MAX_DOCUMENT_BYTES = 64 * MB;
/** A web page: laying out its tree costs more than its bytes. */
export const MAX_HTML_BYTES = 16 * MB;
/** What all that is packed in one file may come to. */
export const MAX_UNPACKED_BYTES = 4096 * MB;
/** How many times its size a file may unpack to; below the second figure it is not asked. */
export const MAX_RATIO = 200;
export const RATIO_FREE_BYTES = 64 * MB;
/** Entries of one file, those of archives in it included. */
export const MAX_ENTRIES = 200_000;
/** Archives in archives. */
export const MAX_DEPTH = 4;
/** Pages of a PDF, elements of a web page. */
export const MAX_PAGES = 5000;
export const MAX_ELEMENTS = 200_000;
/** How deep the elements of HTML and XML may be nested. */
export const MAX_NESTING = 1000;
