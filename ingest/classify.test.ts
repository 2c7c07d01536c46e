import { expect, it } from 'vitest';
import { classify } from './classify.ts';
import { readRows } from './testing/gaps.ts';

const rows = readRows('pairs.tsv', ['source', 'target', 'type', 'text']);

it.each(rows)('$text', ({ text, source, target, type }) => {
  const { type: found, why } = classify({ text, source, target });
  expect(`${found}, ${why}`).toMatch(new RegExp(`^${type}, `));
});

it('says that it guessed where no frame joins the two', () => {
  const { why } = classify({
    text: 'Kenya condemned the coup that upset the plans of Uganda.',
    source: 'Kenya',
    target: 'Uganda',
  });
  expect(why).toMatch(/^by fall-back, /);
});
