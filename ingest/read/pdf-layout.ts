/**
 * The order of reading of a page, by the recursive X-Y cut (Nagy and Seth, 1984): a page is cut at white gutters into
 * columns and at white bands into blocks, as long as that can be done.
 */

/** A run of characters as pdf.js gives it: `transform` ends with x and y of its beginning, y growing upwards. */
export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Base line, growing downwards. */
  readonly y: number;
  readonly size: number;
}

/** In units of the size of the letters: a gutter between columns, a band between blocks, a gap between words. */
const GUTTER = 1.2;
const BAND = 1.7;
const WORD = 0.15;
/** Fewer lines than this beside a gutter are no column. */
const COLUMN_LINES = 4;

/** The paragraphs of a page in order of reading, each with its lines apart by line breaks. */
export function pageBlocks(pieces: readonly Piece[]): string[] {
  const boxes = pieces.flatMap(toBox);
  return cut(boxes)
    .map(linesOf)
    .filter((block) => block !== '');
}

function toBox({ str, transform, width, height }: Piece): Box[] {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  // What is written upwards or downwards stands in a margin.
  if (str.trim() === '' || Math.abs(b) > Math.abs(a)) return [];
  return [{ text: str, x, right: x + width, y: -y, size: height || Math.abs(a) || 10 }];
}

function cut(boxes: readonly Box[]): Box[][] {
  if (boxes.length === 0) return [];
  const size = median(boxes.map((b) => b.size));
  const columns = split(boxes, (b) => [b.x, b.right], GUTTER * size).filter((c) => c.length > 0);
  if (columns.length > 1 && columns.every((c) => rows(c) >= COLUMN_LINES)) return columns.flatMap(cut);
  const bands = split(boxes, (b) => [b.y - b.size, b.y], (BAND - 1) * size);
  return bands.length > 1 ? bands.flatMap(cut) : [[...boxes]];
}

/** Groups along one axis, wherever nothing stands for at least `gap`. */
function split(boxes: readonly Box[], extent: (b: Box) => readonly [number, number], gap: number): Box[][] {
  const sorted = [...boxes].sort((a, b) => extent(a)[0] - extent(b)[0]);
  const groups: Box[][] = [];
  let end = -Infinity;
  for (const box of sorted) {
    const [from, to] = extent(box);
    if (from - end >= gap) groups.push([]);
    groups.at(-1)!.push(box);
    end = Math.max(end, to);
  }
  return groups;
}

const rows = (boxes: readonly Box[]): number => new Set(boxes.map((b) => Math.round(b.y))).size;

/** The lines of a block; a line that begins further in opens a new paragraph. */
function linesOf(boxes: readonly Box[]): string {
  const lines: Box[][] = [];
  for (const box of [...boxes].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - box.y) < box.size * 0.5) line.push(box);
    else lines.push([box]);
  }
  const left = Math.min(...boxes.map((b) => b.x));
  const size = median(boxes.map((b) => b.size));
  return lines
    .map((line, n) => {
      const sorted = line.sort((a, b) => a.x - b.x);
      const indented = n > 0 && sorted[0]!.x - left > size * 0.8 && sorted[0]!.x - left < size * 5;
      return (indented ? '\n' : '') + wordsOf(sorted);
    })
    .join('\n');
}

function wordsOf(line: readonly Box[]): string {
  let text = '';
  let end = -Infinity;
  for (const box of line) {
    if (text !== '' && box.x - end > box.size * WORD && !text.endsWith(' ')) text += ' ';
    text += box.text;
    end = box.right;
  }
  return text.trim();
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 10;
}
