import { describe, expect, it } from 'vitest';
import { locateQuote, segment, spansOf, windowAround } from './segments.ts';

const text = 'He paused. Iran strongly condemns the strikes of Israel, he said. All rose.';
const quote = 'Iran strongly condemns the strikes of Israel';
const start = text.indexOf(quote);
const wording = {
  quote,
  start,
  end: start + quote.length,
  trigger: 'condemns … strikes',
  sourceText: 'Iran',
};

const marked = (mark: string): readonly string[] =>
  segment(text, spansOf(text, wording))
    .filter((s) => s.marks.some((m) => m === mark))
    .map((s) => s.text);

describe('segment', () => {
  it('loses no character', () => {
    const whole = segment(text, spansOf(text, wording));
    expect(whole.map((s) => s.text).join('')).toBe(text);
  });
  it('marks the quote, and inside it the trigger word by word and the ends', () => {
    expect(marked('quote').join('')).toBe(quote);
    expect(marked('trigger')).toEqual(['condemns', 'strikes']);
    expect(marked('source')).toEqual(['Iran']);
  });
  it('cuts a part of the text', () => {
    expect(segment('abcdef', [{ start: 0, end: 3, mark: 'quote' }], 1, 5)).toEqual([
      { text: 'bc', marks: ['quote'] },
      { text: 'de', marks: [] },
    ]);
  });
});

describe('locateQuote', () => {
  it('goes by the words when the offsets are off, and gives up when they are not there', () => {
    expect(locateQuote(text, { ...wording, start: 0, end: 4 })).toEqual([start, start + quote.length]);
    expect(locateQuote('something else', wording)).toBeUndefined();
    expect(spansOf('something else', wording)).toEqual([]);
  });
});

describe('windowAround', () => {
  it('ends at borders of words and never leaves the text', () => {
    const [from, to] = windowAround(text, [start, start + 4], 6);
    expect(text.slice(from, to)).toBe('paused. Iran strongly');
    expect(windowAround(text, [0, text.length], 50)).toEqual([0, text.length]);
  });
});
