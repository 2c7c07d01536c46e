export type Mark = 'quote' | 'trigger' | 'source' | 'target';

/** A run of the text and what it is part of. */
export interface Segment {
  readonly text: string;
  readonly marks: readonly Mark[];
}
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}
/** The words to mark inside a quote. */
export interface Wording {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly trigger?: string;
  readonly sourceText?: string;
  readonly targetText?: string;
}

/** Where the quote stands, by its offsets, or by its words where the offsets are off. */
export function locateQuote(
  text: string,
  wording: Wording,
): readonly [start: number, end: number] | undefined {
  if (text.slice(wording.start, wording.end) === wording.quote) return [wording.start, wording.end];
  const found = text.indexOf(wording.quote);
  return found < 0 || wording.quote === '' ? undefined : [found, found + wording.quote.length];
}

/** `words` inside the quote as one run, else word by word in order ("turned … a blind eye to"). */
function find(quote: string, offset: number, words: string | undefined, mark: Mark): readonly Span[] {
  if (!words) return [];
  const whole = quote.indexOf(words);
  if (whole >= 0) return [{ start: offset + whole, end: offset + whole + words.length, mark }];
  const spans: Span[] = [];
  let from = 0;
  for (const word of words.split(/[\s…]+/).filter(Boolean)) {
    const at = quote.indexOf(word, from);
    if (at < 0) continue;
    spans.push({ start: offset + at, end: offset + at + word.length, mark });
    from = at + word.length;
  }
  return spans;
}

/** What to mark in a statement's text for one edge. */
export function spansOf(text: string, wording: Wording): readonly Span[] {
  const place = locateQuote(text, wording);
  if (!place) return [];
  const [start, end] = place;
  return [
    { start, end, mark: 'quote' },
    ...find(wording.quote, start, wording.trigger, 'trigger'),
    ...find(wording.quote, start, wording.sourceText, 'source'),
    ...find(wording.quote, start, wording.targetText, 'target'),
  ];
}

/** Cuts `text` from `from` to `to` at every border of a span. */
export function segment(
  text: string,
  spans: readonly Span[],
  from = 0,
  to = text.length,
): readonly Segment[] {
  const inside = (at: number): boolean => at > from && at < to;
  const borders = new Set([from, to, ...spans.flatMap((s) => [s.start, s.end]).filter(inside)]);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to;
    const covering = spans.filter((s) => s.start <= start && s.end >= end);
    return { text: text.slice(start, end), marks: [...new Set(covering.map((s) => s.mark))] };
  });
}

/** A window of about `size` characters around the quote, at borders of words. */
export function windowAround(
  text: string,
  [start, end]: readonly [number, number],
  size: number,
): readonly [from: number, to: number] {
  const before = text.lastIndexOf(' ', Math.max(0, start - size));
  const after = text.indexOf(' ', Math.min(text.length, end + size));
  return [start - size <= 0 ? 0 : Math.max(0, before + 1), after < 0 ? text.length : after];
}
