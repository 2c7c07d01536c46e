import type { Tag } from './tag.ts';

/** Words of grammar and their tag. */
export const CLOSED: Readonly<Record<string, Tag>> = {};
function close(tag: Tag, words: string): void {
  for (const w of words.split(' ')) (CLOSED as Record<string, Tag>)[w] = tag;
}
close(
  'DT',
  'the a an this these those all some any no each every both another such several many few most much either neither what whatever other own certain various',
);
close(
  'PRP',
  'i he she it they we you him her them us me himself herself itself themselves ourselves who whom one everyone nobody',
);
close('PRP$', 'his her its their our my your whose');
close(
  'IN',
  'of in on at by for with from against about over into through during between among amid amidst under after before towards toward within without upon onto across behind beyond above below near since until till via per despite concerning regarding alongside throughout around along outside inside following including unlike like as than off up out down ahead due because-of vis-a-vis besides except pending worth given notwithstanding',
);
close('CC', 'and or but nor & plus');
close(
  'SUB',
  'because if when while whereas except  although though unless whether where once lest so however why how wherever',
);
close('WH', 'that which who whom');
close('MD', "will would shall should can could may might must cannot ca wo ought 'll 'd");
close('BE', "be is are was were been being am 're 'm");
close('HAVE', "has have had having 've");
close('DO', 'do does did doing done');
close('NEG', "not n't never");
close('EX', 'there');
close(
  'RB',
  'also then now yet very too just only again still even already often always here today yesterday tomorrow together further more less most well soon later earlier ago not-only rather instead particularly especially thus therefore hence ever once currently recently meanwhile moreover furthermore',
);
close(
  'CD',
  'one two three four five six seven eight nine ten dozens hundreds thousands million billion first second third',
);
/** `more than 100`, `up to`, `at least`: words that round the number after them. */
const ROUNDING =
  /^(?:(?:more|less|fewer|rather) than|as (?:many|much|few) as|up to|at (?:least|most)|close to|about|around|nearly|almost|over|under|roughly|approximately)$/;
const STARTS = new Set(
  'more less fewer rather as up at close about around nearly almost over under roughly approximately'.split(
    ' ',
  ),
);
const NUMBER =
  /^(?:\d|[$£€¥]|usd|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|half|dozens|scores|hundreds|thousands|hundred|thousand|million)$)/;

/** How many tokens from `i` on round a number that follows them: 0 when they do not. */
export function roundingAt(
  tokens: readonly { readonly norm: string }[],
  i: number,
  before: Tag | undefined,
): number {
  const first = tokens[i]?.norm ?? '';
  if (!STARTS.has(first)) return 0;
  // `complained over two raids`: a preposition after its noun or verb of speech; `killed over 100`.
  if (/^(?:about|around|over|under)$/.test(first) && (before === 'NN' || before === 'NNP' || before === 'RB'))
    return 0;
  let words = '';
  for (let n = 1; n <= 3; n++) {
    words += `${n > 1 ? ' ' : ''}${tokens[i + n - 1]?.norm ?? ''}`;
    if (ROUNDING.test(words) && NUMBER.test(tokens[i + n]?.norm ?? '')) return n;
  }
  return 0;
}

/** Before these `her` is an object. */
export const HER_OBJECT = new Set([
  '.',
  ',',
  ';',
  'and',
  'to',
  'for',
  'in',
  'on',
  'at',
  'by',
  'with',
  'as',
  'of',
]);

/** Prepositions that also begin clauses. */
export const CLAUSE_PREPOSITIONS: ReadonlySet<string> = new Set([
  'after',
  'before',
  'since',
  'until',
  'as',
  'than',
  'till',
]);

/** Is it a word of grammar, which begins no name? */
export const isFunctionWord = (norm: string): boolean => CLOSED[norm] !== undefined;

/** `they`, `his`, `who`: a word that stands for somebody. */
export const isPronoun = (norm: string): boolean => CLOSED[norm] === 'PRP' || CLOSED[norm] === 'PRP$';

/** `must`, `should`, `to`: what follows may be wanted or to be done. */
export const isOfPurpose = (norm: string): boolean => CLOSED[norm] === 'MD' || norm === 'to';
