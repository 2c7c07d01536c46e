import { describe, expect, it } from 'vitest';
import { MAX_TEXT, readHeader, readStatement } from './index.ts';

const TEXT =
  'Title: Call with Oslo\nDate: 2021-03-04\nSource: https://example.org\nSpeaker: Ine Eriksen\nKind: speech\n\nNorway thanked Iceland.';

describe('header lines', () => {
  it('are read, and stay part of the text', () => {
    expect(readStatement(TEXT)).toMatchObject({
      text: TEXT,
      title: 'Call with Oslo',
      date: '2021-03-04',
      source: 'https://example.org',
      speaker: 'Ine Eriksen',
      kind: 'speech',
    });
    expect(TEXT.slice(readHeader(TEXT).body)).toBe('Norway thanked Iceland.');
  });
  it('may have Windows line ends', () => {
    const text = TEXT.replace(/\n/g, '\r\n');
    expect(readStatement(text).title).toBe('Call with Oslo');
    expect(text.slice(readHeader(text).body)).toBe('Norway thanked Iceland.');
  });
  it('give way to what the caller knows', () => {
    expect(readStatement(TEXT, { title: 'Mine', speaker: ' ' })).toMatchObject({
      title: 'Mine',
      speaker: 'Ine Eriksen',
    });
  });
  it.each([
    ['without a blank line', 'Title: A\nNorway thanked Iceland.'],
    ['with an unknown name', 'Author: A\n\nNorway thanked Iceland.'],
    ['not at the start', 'Norway.\nTitle: A\n\nIceland.'],
    ['alone', 'Title: A'],
  ])('%s are text', (_how, text) => {
    expect(readHeader(text)).toEqual({ fields: {}, body: 0 });
  });
  it.each([
    ['2021', '2021'],
    ['2021-03', '2021-03'],
    ['2021-03-04T10:00:00Z', '2021-03-04'],
    ['4 March 2021', '2021-03-04'],
    ['March 2021', '2021-03'],
    ['some day', undefined],
  ])('Date: %s is %s', (written, date) => {
    expect(readStatement(`Date: ${written}\n\nNorway thanked Iceland.`).date).toBe(date);
  });
});

describe('a statement', () => {
  it('has an id of its words and of what is said about them', () => {
    const { id } = readStatement('Norway thanked Iceland.');
    expect(readStatement('Norway thanked Iceland.').id).toBe(id);
    expect(readStatement('Norway thanked Iceland!').id).not.toBe(id);
    expect(readStatement('Norway thanked Iceland.', { date: '2020' }).id).not.toBe(id);
    expect(readStatement('Norway thanked Iceland.', { origin: '/a.txt' }).id).toBe(id);
  });
  it.each([
    ['empty', ' \n ', 'EMPTY'],
    ['binary', 'a\u0000b', 'BINARY'],
    ['too long', 'x '.repeat(MAX_TEXT / 2 + 1), 'TOO_LONG'],
    [
      'in Spanish',
      'El presidente de la República se reunió ayer con el ministro de Asuntos Exteriores de Francia.',
      'LANGUAGE',
    ],
    [
      'in Chinese',
      '中国外交部发言人表示，中方坚决反对美国的制裁措施，要求美方立即纠正错误做法。',
      'LANGUAGE',
    ],
  ])('that is %s is refused', (_what, text, code) => {
    expect(() => readStatement(text)).toThrow(expect.objectContaining({ code }));
  });
  it('with a date that is none is refused', () => {
    expect(() => readStatement('Norway thanked Iceland.', { date: 'soon' })).toThrow(/not ISO 8601/);
  });
});
