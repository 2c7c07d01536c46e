import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../graph/model.ts';
import { serialiseExtraction } from '../graph/serialise.ts';
import { ODD_TEXTS } from './testing/odd-texts.ts';
import { extractText, isEdgeType, relationsOf } from './testing/read.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const documents = readdirSync(examples).map((f) => readFileSync(examples + f, 'utf8'));
/** Words of which generated texts are made: they name actors, relate them, and break sentences in odd places. */
const WORDS =
  'Iran condemned Israel . The President of Cuba said “ we support ” Palestine " NATO did not attack Ukraine if Putin met Xi Jinping in Tehran on 4 March 2021 , who urged the two countries to sign an agreement against sanctions ( EU ) must ? : his both leaders Macron’s \n \n\n - — ; ' +
  'said that its not never no longer by with talks between and 😀 שלום مرحبا ﷺ \u200f \u0301 Ünïcödé <b> </p> &amp; ð ï»¿ rn1litary ||| 1.2.3 $%& 中国 \ud83d';
const noise = fc.oneof(
  fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 60 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** What holds for every extraction, whatever the text. */
function holds({ statement, nodes, edges }: Extraction): void {
  const ids = new Set([statement.id, ...nodes.map((n) => n.id)]);
  expect(ids.size).toBe(nodes.length + 1);
  expect(new Set(edges.map((e) => e.id)).size).toBe(edges.length);
  for (const e of edges) {
    expect(e.quote).toBe(statement.text.slice(e.start, e.end));
    expect(e.end).toBeGreaterThanOrEqual(e.start);
    expect(ids).toContain(e.source);
    expect(ids).toContain(e.target);
    if (e.speaker !== undefined) expect(ids).toContain(e.speaker);
    expect(e.statement).toBe(statement.id);
    expect(isEdgeType(e.type)).toBe(true);
    expect(e.confidence).toBeGreaterThan(0);
    expect(e.confidence).toBeLessThanOrEqual(1);
    expect(e.why.rule).not.toBe('');
    if (e.date !== undefined) expect(e.date).toMatch(/^\d{4}(?:-\d{2}){0,2}$/);
  }
  const mentioned = new Set(edges.filter((e) => e.type === 'MENTIONS').map((e) => e.target));
  expect(nodes.map((n) => n.id).filter((id) => !mentioned.has(id))).toEqual([]);
  expect(relationsOf({ statement, nodes, edges }).filter((e) => e.source === e.target)).toEqual([]);
}
const bytes = (text: string): string => JSON.stringify(serialiseExtraction(extractText(text)));

describe('every extraction', () => {
  it.each(documents.map((text) => [text.slice(0, 60).replace(/\n.*/s, ''), text]))(
    'of %s keeps its promises',
    (_title, text) => {
      holds(extractText(text, { date: '2020-01-01' }));
      expect(bytes(text)).toBe(bytes(text));
    },
  );
  it('of any text keeps its promises', () => {
    fc.assert(
      fc.property(noise, (text) => holds(extractText(text))),
      { numRuns: 400, seed: 5 },
    );
  });
  it('of any text is the same the second time', () => {
    fc.assert(
      fc.property(noise, (text) => {
        expect(bytes(text)).toBe(bytes(text));
      }),
      { numRuns: 60, seed: 6 },
    );
  });
  it('does not depend on what was read before', () => {
    const [first = '', second = ''] = documents;
    const alone = bytes(first);
    bytes(second);
    expect(bytes(first)).toBe(alone);
  });
});

/** Ways in which the same text reaches us. */
const SPOILT: readonly (readonly [string, (text: string) => string])[] = [
  ['with Windows line ends', (t) => t.replace(/\n/g, '\r\n')],
  ['with straight quotes', (t) => t.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")],
  ['with smart quotes', (t) => t.replace(/"([^"\n]*)"/g, '“$1”').replace(/'/g, '’')],
  ['with markup left in', (t) => `<div class="text"><p>${t.replace(/\n\n/g, '</p>\n<p>')}</p></div>`],
  ['with OCR errors', (t) => t.replace(/rn/g, 'm').replace(/l/g, '1').replace(/e /g, 'c ')],
  ['with mojibake', (t) => Buffer.from(t, 'utf8').toString('latin1')],
  ['with emoji', (t) => t.replace(/\. /g, '. 😀🇫🇷 ')],
  ['with marks of right-to-left text', (t) => t.replace(/ /g, ' \u200f').replace(/\. /g, '. שלום ')],
  ['in capitals', (t) => t.toUpperCase()],
  ['in small letters', (t) => t.toLowerCase()],
  ['on one line', (t) => t.replace(/\s+/g, ' ')],
  ['with a word on each line', (t) => t.replace(/ /g, '\n')],
];

describe('a text', () => {
  it.each(SPOILT)('%s is read without a flood of edges', (_how, spoil) => {
    for (const text of documents) {
      const spoilt = extractText(spoil(text));
      holds(spoilt);
      const before = relationsOf(extractText(text)).length;
      expect(relationsOf(spoilt).length).toBeLessThanOrEqual(2 * before + 5);
    }
  });
  it.each(['with Windows line ends', 'with smart quotes'])('%s says the same', (how) => {
    const spoil = SPOILT.find(([name]) => name === how)![1];
    const told = (text: string): string[] =>
      [...new Set(relationsOf(extractText(text)).map((e) => `${e.source} ${e.type} ${e.target}`))].sort();
    for (const text of documents) expect(told(spoil(text))).toEqual(told(text));
  });
  // How long they take is measured by `npm run bench`.
  it.each(Object.entries(ODD_TEXTS))('that is %s is read', (_what, make) => {
    holds(extractText(make(20_000)));
  });
});
