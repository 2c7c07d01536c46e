import { eld } from 'eld/extrasmall';
import { lexicalBits } from './nlp.ts';
import { Rejection } from './rejection.ts';

/** As much of a text as is looked at. */
const SAMPLE = 4000;
/** Share of common English words above which a text is English without further ado. */
const ENGLISH = 0.25;
/** Share of known English words, among those that are no names, above which a text is English whatever the detector says. */
const KNOWN = 0.8;
/** Fewer words than this, names aside, say nothing about a language. */
const FEW = 3;
/** Below so many words the detector is sure of too much: half of them known is enough. */
const SHORT = 8;
/** Share below which it is not, if the detector knows another language. */
const FOREIGN = 0.5;

const COMMON = new Set(
  'the of and to in a that for on with by is was are be as at from has have had it its he his she her they their we our you not this which who will would said an but or been were after over about into'.split(
    ' ',
  ),
);

/** Small words inside names: `Lula da Silva`. */
const PARTICLES =
  /(?<=\p{Lu}[\p{L}’'-]*) (?:(?:da|de|del|della|den|der|di|do|dos|du|von|van|al|el|bin|ben|ibn|ould|le|la) )+(?=\p{Lu})/gu;

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

/**
 * Makes sure that a text is English. Names say nothing about a language, so that a list of them is taken on trust and
 * only what is written small is weighed; letters of another alphabet settle it.
 * @throws Rejection that names the language.
 */
export function checkEnglish(text: string): void {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((c) => /\p{Script=Latin}/u.test(c)).length;
  if (latin < letters.length / 2) throw refusal(sample);
  const words = sample.replace(PARTICLES, ' ').match(/\p{L}+/gu) ?? [];
  // A single letter says nothing.
  const small = words.filter((w) => /^\p{Ll}\p{L}/u.test(w));
  if (share(words, isCommon) >= ENGLISH || small.length < FEW) return;
  const known = share(small, isEnglish);
  if (known >= KNOWN) return;
  const { language, ...found } = eld.detect(sample);
  if (
    language === '' ||
    language === 'en' ||
    (known >= FOREIGN && (small.length < SHORT || !found.isReliable()))
  )
    return;
  throw refusal(sample);
}

const isCommon = (word: string): boolean => COMMON.has(word.toLowerCase());

/** A word of the lexicon, as it stands or without a common ending. */
const isEnglish = (word: string): boolean =>
  COMMON.has(word) || ['', 's', 'es', 'ed', 'd', 'ing', 'ly'].some((end) => isListed(word, end));

function isListed(word: string, end: string): boolean {
  if (!word.endsWith(end)) return false;
  return lexicalBits(word.slice(0, word.length - end.length)) !== 0;
}

const share = (words: readonly string[], holds: (word: string) => boolean): number =>
  words.filter(holds).length / Math.max(1, words.length);

function refusal(sample: string): Rejection {
  const { language } = eld.detect(sample);
  const name = language === '' || language === 'en' ? undefined : (languages.of(language) ?? language);
  const what = name ? `seems to be ${name}` : 'is not written in Latin letters';
  return new Rejection('LANGUAGE', `the text ${what}; only English is read so far, so give a translation`);
}
