import { describe, expect, it } from 'vitest';
import { paragraphs, sentencesOf } from './sentences.ts';
import { Spellings, fold, pack, tokenise, unpack } from './tokenise.ts';

const words = (text: string): string[] => tokenise(text).map((t) => t.text);
const sentences = (text: string): string[] =>
  paragraphs(text, 0).flatMap((p) => sentencesOf(text, p, 0).map((s) => text.slice(s.start, s.end)));

describe('tokens', () => {
  it.each([
    ['Iran condemned Israel.', ['Iran', 'condemned', 'Israel', '.']],
    ['the U.S. and the U.K.', ['the', 'U.S.', 'and', 'the', 'U.K.']],
    ["Iran's nuclear-free plan", ['Iran', "'s", 'nuclear-free', 'plan']],
    ['Macron’s visit', ['Macron', '’s', 'visit']],
    ["they didn't meet", ['they', 'did', "n't", 'meet']],
    ["we'll see", ['we', "'ll", 'see']],
    ['Miguel Díaz-Canel', ['Miguel', 'Díaz', '-', 'Canel']],
    ['1,250.5 tonnes', ['1,250.5', 'tonnes']],
    ['(NATO), "EU"', ['(', 'NATO', ')', ',', '"', 'EU', '"']],
    ['', []],
    [' \n\t ', []],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
  it('of words with very many parts', () => {
    expect(words(`${'Abc-'.repeat(50_000)}abc`)).toHaveLength(100_001);
    expect(words(`it${"'s".repeat(50_000)}`)).toHaveLength(50_001);
  });
  it('are the same when put by', () => {
    const spellings = new Spellings();
    const tokens = tokenise('Díaz-Canel’s visit to the U.S., he said', 0, undefined, spellings);
    expect(unpack(pack(tokens, spellings))).toEqual(tokens);
    expect(unpack(pack(tokens.slice(1), spellings))).toEqual(tokens.slice(1));
  });
  it('know where they stand', () => {
    const text = '  “Díaz-Canel’s visit”, 😀 said the U.N.';
    for (const t of tokenise(text)) expect(text.slice(t.start, t.end)).toBe(t.text);
    for (const t of tokenise(text, 4, 20)) expect(text.slice(t.start, t.end)).toBe(t.text);
  });
  it.each([
    ['Díaz-Canel', 'diaz-canel'],
    ['ERDOĞAN', 'erdogan'],
    ['Wałęsa', 'walesa'],
    ['Türkiye’s', "turkiye's"],
  ])('are folded: %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['Iran met Cuba. Cuba thanked Iran.', ['Iran met Cuba.', 'Cuba thanked Iran.']],
    ['Mr. Lavrov met Dr. Amir. They talked.', ['Mr. Lavrov met Dr. Amir.', 'They talked.']],
    ['The U.S. Senate voted. It passed.', ['The U.S. Senate voted.', 'It passed.']],
    ['George W. Bush met Hu.', ['George W. Bush met Hu.']],
    ['“We agree.” He left.', ['“We agree.”', 'He left.']],
    ['Is it so? No! It is not.', ['Is it so?', 'No!', 'It is not.']],
    ['It grew 3.5 percent. Good.', ['It grew 3.5 percent.', 'Good.']],
    ['First block\n\nSecond block', ['First block', 'Second block']],
    ['One.\r\n\r\nTwo.', ['One.', 'Two.']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
  it('may run over the end of a line', () => {
    const text = 'The ministers of foreign affairs of the two states met\nin Cairo on Sunday.';
    expect(sentences(text)).toEqual([text]);
  });
});
