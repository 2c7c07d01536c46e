import { tidyText } from './tidy-text.ts';

/** Pages from which on a line that stands on most of them is a running head. */
const PAGES = 3;
/** First parts that keep their hyphen at the end of a line: `self-determination`, `non-proliferation`. */
const COMPOUND =
  /(?:^|[^\p{L}])(?:self|non|anti|pro|co|ex|vice|counter|cross|post|pre|multi|inter|all|well|long|short|high|low|\p{Lu}\p{L}*)-$/u;

/** One text of the blocks of all pages: words broken at the end of a line are whole again, lines of a paragraph are one. */
export function joinPages(pages: readonly (readonly string[])[]): string {
  const heads = runningHeads(pages);
  const blocks = pages.flatMap((page) =>
    page.filter(
      (block, n) =>
        !isMargin(n, page.length) ||
        !((isLine(block) && heads.has(shape(block))) || /^[\s\d–-]{1,9}$/.test(block)),
    ),
  );
  const paragraphs = blocks.flatMap((block) => block.split(/\n{2,}/)).map(unbreak);
  return tidyText(continued(paragraphs).join('\n\n'));
}

const isMargin = (n: number, of: number): boolean => n < 2 || n >= of - 2;
/** Heads are one line, and differ by the number of the page. */
const isLine = (block: string): boolean => !block.includes('\n') && block.length <= 120;
const shape = (block: string): string => block.replace(/\d+/g, '#');

function runningHeads(pages: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const shapes = new Set(page.filter((block, n) => isMargin(n, page.length) && isLine(block)).map(shape));
    for (const s of shapes) counts.set(s, (counts.get(s) ?? 0) + 1);
  }
  const most = pages.length < PAGES ? Infinity : Math.max(PAGES, pages.length / 2);
  return new Set([...counts].filter(([, n]) => n >= most).map(([s]) => s));
}

/** A paragraph's lines as one. */
export function unbreak(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) => line.trim())
    .reduce((text, line) => {
      if (!/\p{L}-$/u.test(text) || !/^\p{Ll}/u.test(line)) return text === '' ? line : `${text} ${line}`;
      return COMPOUND.test(text) ? text + line : text.slice(0, -1) + line;
    }, '');
}

/** A paragraph that goes on in the next column or on the next page: no full stop before, a small letter after. */
function continued(paragraphs: readonly string[]): string[] {
  const out: string[] = [];
  for (const p of paragraphs) {
    const last = out.at(-1);
    if (last && /[\p{L},-]$/u.test(last) && /^\p{Ll}/u.test(p))
      out[out.length - 1] = unbreak(`${last}\n${p}`);
    else out.push(p);
  }
  return out;
}
