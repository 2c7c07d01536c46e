import { SaxesParser } from 'saxes';
import { Rejection } from '../rejection.ts';
import { MAX_NESTING } from './limits.ts';

/** An element, or a stretch of text. Names are without their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/**
 * Reads XML into a tree. Entities that a document declares are not expanded, nothing outside is fetched.
 * @throws Rejection DAMAGED when it is not well-formed, LIMIT when it is nested too deep or declares entities.
 */
export function parseXml(source: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('doctype', (text) => {
    if (/<!ENTITY/i.test(text))
      throw new Rejection('LIMIT', 'it declares entities of its own, which may explode');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_NESTING) throw new Rejection('LIMIT', `it is nested deeper than ${MAX_NESTING}`);
    const element = { name: local(name), attributes: localKeys(attributes), children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const text = (value: string): void => void open.at(-1)!.children.push(value);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('error', (error) => {
    throw new Rejection('DAMAGED', `the XML is broken: ${error.message}`);
  });
  parser.write(source.replace(/^\ufeff/, '')).close();
  return root;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const localKeys = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([k, v]) => [local(k), v]));

/** All elements of a name, at any depth, in order. */
export function* elements(parent: Element, name: string): Generator<Element> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* elements(child, name);
  }
}

/** The text of the first element of a name, at any depth; undefined when there is none or it is blank. */
export function textOf(parent: Element, name: string): string | undefined {
  for (const found of elements(parent, name)) {
    const text = allText(found).trim();
    if (text !== '') return text;
  }
  return undefined;
}

export const allText = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : allText(child))).join('');
