import { eld } from 'eld/extrasmall';
import { Rejection } from './rejection.ts';

/** As much of a text as is looked at. */
const SAMPLE = 4000;
/** Share of common English words above which a text is English without asking the detector. */
const ENGLISH = 0.15;
/** Fewer words than this are too few to tell. */
const FEW = 6;

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]{6,}/u;
const COMMON = new Set(
  'the of and to in a that for on with by is was are be as at from has have had it its he his she her they their we our you not this which who will would said an but or been were after over about into'.split(
    ' ',
  ),
);
/** Common words that no other language of the detector writes alike; one of them makes a short text English. */
const SURELY = new Set(
  'the of and to that for with by from has have had its his their which will would said were been after over about against met'.split(
    ' ',
  ),
);
/** Below as many words a text is short: names weigh more than the words around them. */
const SHORT = 25;

/** Two words in five begin with a capital, so most of the text is names. */
function namesOnly(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((w) => /^\p{Lu}/u.test(w)).length >= words.length * 0.4;
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/**
 * Makes sure that a text is English; a few words or a list of names are taken on trust.
 * @throws Rejection that names the language.
 */
export function checkEnglish(text: string): void {
  const sample = text.slice(0, SAMPLE);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEW && !UNSPACED.test(sample)) return;
  const share = words.filter((w) => COMMON.has(w)).length / words.length;
  if (share >= ENGLISH) return;
  if (words.length < SHORT && (words.some((w) => SURELY.has(w)) || namesOnly(sample))) return;
  const found = eld.detect(sample);
  if (found.language === '' || found.language === 'en') return;
  // A list of foreign names looks like their language; a text has few English words besides.
  if (share > 0.05 && !found.isReliable()) return;
  const name = names.of(found.language) ?? found.language;
  throw new Rejection(
    'LANGUAGE',
    `the text seems to be ${name}; only English is read so far, so give a translation`,
  );
}
