import { describe, expect, it } from 'vitest';
import { readRows, unexpected } from './testing/gaps.ts';
import { extractText, phrase, tiesOf } from './testing/read.ts';

const traps = readRows('traps.tsv', ['kind', 'text', 'known']);
const kinds = [...new Set(traps.map((t) => t.kind))].map(
  (kind) => [kind, traps.filter((t) => t.kind === kind)] as const,
);

describe.each(kinds)('traps of %s', (_kind, rows) => {
  it('give no relation between actors', () => {
    const failures = rows.flatMap(({ text }) => {
      const ties = tiesOf(extractText(text)).filter((e) => e.modality !== 'hypothetical');
      return ties.length > 0
        ? [{ id: text, message: ties.map((e) => `${phrase(e)} by ${e.why.rule}`).join('; ') }]
        : [];
    });
    const known = new Map(rows.filter((r) => r.known !== '').map((r) => [r.text, r.known]));
    expect(unexpected(failures, known, new Set(rows.map((r) => r.text)))).toEqual([]);
  });
});

it('there are at least 200 of them', () => {
  expect(new Set(traps.map((t) => t.text)).size).toBeGreaterThanOrEqual(200);
});
