import { Rejection } from '../rejection.ts';
import { MAX_ELEMENTS } from './limits.ts';
import { tidyText } from './tidy-text.ts';

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SVG MATH CANVAS IFRAME OBJECT BUTTON SELECT INPUT TEXTAREA FORM NAV'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER ' +
    'HR HTML MAIN OL P PRE SECTION TABLE TBODY THEAD TFOOT UL CAPTION'
  ).split(' '),
);
const LINES = new Set(['LI', 'TR']);
const CELLS = new Set(['TD', 'TH']);
const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** The part of the DOM that is needed here: that of linkedom. */
export interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
}

/** An element that can be asked for others in it. */
export interface Element extends Node {
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
}
export interface Page extends Pick<Element, 'querySelector'> {
  readonly body: Element;
  readonly documentElement: Element;
}

/** The tree of a page. linkedom's types lean on those of a browser, which are not here. */
export async function parsePage(html: string): Promise<Page> {
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(html) as unknown as { document: Page };
  return document;
}

/** The text of a piece of HTML. */
export async function htmlToText(html: string): Promise<string> {
  const { body } = await parsePage(`<!doctype html><html><body>${html}</body></html>`);
  return nodeToText(body);
}

/**
 * The text of a node: paragraphs apart by a blank line, items of lists and rows of tables on lines of their own.
 * @throws Rejection LIMIT when it has too many elements.
 */
export function nodeToText(root: Node): string {
  const parts: string[] = [];
  let elements = 0;
  const visit = (node: Node): void => {
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
      return;
    }
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    if (++elements > MAX_ELEMENTS) throw new Rejection('LIMIT', `it has more than ${MAX_ELEMENTS} elements`);
    if (name === 'BR') parts.push('\n');
    const around = BLOCKS.has(name) ? '\n\n' : LINES.has(name) ? '\n' : CELLS.has(name) ? ' ' : '';
    parts.push(around);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
    parts.push(around);
  };
  for (let child = root.firstChild; child; child = child.nextSibling) visit(child);
  return tidyText(parts.join(''));
}
