/** Texts that nobody writes but that reach a reader of texts all the same: each grows to about the size asked. */
export const ODD_TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'one sentence': (n) =>
    fill('Iran condemned the attack on Israel and the European Union met Cuba in Geneva ', n),
  'one paragraph': (n) => fill('Iran condemned Israel. President Putin met Xi Jinping in Moscow. ', n),
  'a list of names': (n) => `${names(n).join(', ')}.`,
  'a name in each sentence': (n) =>
    names(n / 2)
      .map((name) => `President ${name} met Iran.`)
      .join(' '),
  'a body in each sentence': (n) =>
    names(n / 4)
      .map((name, i) => `The National Council of ${name} (NC${i}) condemned Iran.`)
      .join(' '),
  'deep brackets': (n) => `${fill('(', n / 2)}Iran met Cuba${fill(')', n / 2)}`,
  'brackets never closed': (n) => fill('(Iran (met ', n),
  'quotes never closed': (n) => fill('I said “Iran met Cuba. ', n),
  'one word': (n) => fill('a', n),
  'one hyphenated word': (n) => `${fill('a-', n)}A`,
  'one word of clitics': (n) => `it${fill("'s", n)}`,
  'one acronym': (n) => fill('U.S.', n),
  'one number': (n) => fill('1.2,', n),
  'nothing but `and`': (n) => fill('Iran and ', n),
  'nothing but `of`': (n) => fill('of the government of ', n),
  'nothing but possessors': (n) => fill("Iran's ", n),
  'nothing but titles': (n) => fill('President ', n),
  'nothing but verbs': (n) => fill('condemned ', n),
  'nothing but dates': (n) => fill('4 March 2021 ', n),
  'clauses without end': (n) => fill('Iran said that ', n),
  'a word on each line': (n) => fill('Iran\n', n),
  'empty lines': (n) => fill('\n', n),
  'questions and answers': (n) => fill('Q: Did Iran meet Cuba?\n\nA: Yes, we did meet Cuba.\n\n', n),
};

const fill = (words: string, size: number): string => words.repeat(Math.ceil(size / words.length));

const SYLLABLES = 'ka ro mi ta sen bor li dun ve sha gor pin el mar'.split(' ');

/** Different names of about `size` letters together. */
const names = (size: number): string[] =>
  Array.from({ length: Math.ceil(size / 16) }, (_, n) => `${name(n * 7 + 1)} ${name(n * 13 + 5)}`);

function name(n: number): string {
  let word = '';
  for (let rest = n + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]!;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
