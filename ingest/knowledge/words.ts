import { POS, knownVerbs, lexicalBits, plural, verbForms } from '../nlp.ts';

/** A word form: what it can be, and the dictionary form of each reading. */
export interface Word {
  readonly bits: number;
  readonly verb?: string;
  readonly noun?: string;
}

const CACHE_LIMIT = 50_000;

/** Verbs with a past of their own that `re` goes before. */
const IRREGULAR = new Set(
  'take build write send think tell make grow sell pay arise begin draw drive give hold run'.split(' '),
);

/** Looks words up: verbs and nouns of the frames first, then compromise's lexicon, then endings. */
export class Words {
  private readonly forms = new Map<string, { bits: number; verb?: string; noun?: string }>();
  private readonly seen = new Map<string, Word>();
  private readonly adjectives: ReadonlySet<string>;

  /** Words of the frames come first, so that theirs is the dictionary form of a word with several spellings. */
  constructor(verbs: Iterable<string>, nouns: Iterable<string>, adjectives: Iterable<string>) {
    for (const verb of new Set([...verbs, ...knownVerbs()])) this.addVerb(verb);
    for (const noun of new Set(nouns)) this.addNoun(noun);
    this.adjectives = new Set(adjectives);
  }

  /** The word for a lower-case form; never undefined: unknown words are nouns. */
  look(norm: string): Word {
    const known = this.seen.get(norm);
    if (known) return known;
    const word = this.find(norm);
    if (this.seen.size < CACHE_LIMIT) this.seen.set(norm, word);
    return word;
  }

  /** Is it an adjective of a frame, which wins over a participle after `be`? */
  isPredicate(norm: string): boolean {
    return this.adjectives.has(norm);
  }

  /** Is it a word of the language, rather than a guess by its ending? */
  listed(norm: string): boolean {
    return this.forms.has(norm) || this.adjectives.has(norm) || lexicalBits(norm) !== 0;
  }

  private addVerb(base: string): void {
    for (const spelling of spellings(base)) {
      const f = verbForms(spelling);
      for (const past of regularPast(spelling)) this.note(past, POS.past | POS.participle, base);
      this.note(regularGerund(spelling), POS.gerund, base);
      this.note(f.base, POS.base, base);
      this.note(f.third, POS.third, base);
      // The conjugator gives the base form for verbs that it does not know.
      if (f.past !== spelling || IRREGULAR_PAST.test(spelling)) this.note(f.past, POS.past, base);
      if (f.participle !== spelling || IRREGULAR_PAST.test(spelling))
        this.note(f.participle, POS.participle, base);
      // `retook`, `rebuilt`: as without the prefix.
      const inner = /^re(?=\p{L}{4})(.+)$/u.exec(spelling)?.[1];
      const bare = inner !== undefined && IRREGULAR.has(inner) ? verbForms(inner) : undefined;
      if (bare) {
        this.note(`re${bare.past}`, POS.past, base);
        this.note(`re${bare.participle}`, POS.participle, base);
      }
      if (f.gerund.endsWith('ing')) this.note(f.gerund, POS.gerund, base);
    }
  }

  private addNoun(noun: string): void {
    for (const [form, bits] of [
      [noun, POS.noun],
      [plural(noun), POS.noun | POS.plural],
    ] as const) {
      const entry = this.forms.get(form) ?? { bits: 0 };
      entry.bits |= bits;
      entry.noun ??= noun;
      this.forms.set(form, entry);
    }
  }

  private note(form: string, bit: number, verb: string): void {
    const entry = this.forms.get(form) ?? { bits: 0 };
    entry.bits |= bit;
    entry.verb ??= verb;
    this.forms.set(form, entry);
  }

  private find(norm: string): Word {
    const own = this.forms.get(norm);
    const bits = lexicalBits(norm) | (own?.bits ?? 0) | (this.adjectives.has(norm) ? POS.adjective : 0);
    const noun = own?.noun ?? (bits & POS.plural ? singular(norm) : bits & POS.noun ? norm : undefined);
    if (bits !== 0) return { bits, ...(own?.verb && { verb: own.verb }), ...(noun && { noun }) };
    return { bits: byEnding(norm), noun: norm.endsWith('s') ? singular(norm) : norm };
  }
}

/** `criticise` is also written `criticize`; `defence` `defense`. The first spelling is the name of the frame. */
function spellings(base: string): string[] {
  if (/[a-z]{3}ise$/.test(base)) return [base, base.replace(/ise$/, 'ize')];
  if (/[a-z]{3}ize$/.test(base)) return [base, base.replace(/ize$/, 'ise')];
  return [base];
}

/** Regular past forms beside those that the conjugator gives: it knows no `blockaded`. */
function regularPast(base: string): string[] {
  if (IRREGULAR_PAST.test(base)) return [];
  if (base.endsWith('e')) return [`${base}d`];
  if (/[^aeiou]y$/.test(base)) return [base.replace(/y$/, 'ied')];
  if (!/[^aeiou][aeiou][bdglmnprt]$/.test(base)) return [`${base}ed`];
  const doubled = `${base}${base.at(-1)}ed`;
  // One syllable doubles (`rapped`); of longer verbs some do (`rebelled`, `visited`).
  return /^[^aeiou]*[aeiou][^aeiou]$/.test(base) ? [doubled] : [`${base}ed`, doubled];
}
const IRREGULAR_PAST =
  /(?:set|cut|put|hit|let|shut|give|take|make|come|go|say|tell|meet|hold|send|lend|leave|keep|fight|seek|buy|bring|catch|teach|think|begin|break|speak|steal|strike|shoot|sell|withdraw|draw|win|lose|pay|lay|lead|feed|flee|run|sit|stand|find|bind|build|spend|bear|tear|wear|swear|throw|know|grow|blow|fly|see|be|have|do|get|forget|forgive|rise|arise|write|drive|ride|hide|bite|eat|fall|feel|sleep|sweep|deal|mean|read|spread|shed|beat|burst|cast|cost|hurt|quit|rid|split|sue)$/;

const regularGerund = (base: string): string =>
  base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y');
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function byEnding(word: string): number {
  if (/^\d|^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/.test(word)) return POS.number;
  if (/ly$/.test(word)) return POS.adverb;
  if (/(?:ous|ful|able|ible|ive|ical|ic|less|ish|ary|ian|al)$/.test(word)) return POS.adjective;
  if (/ing$/.test(word) && word.length > 5) return POS.gerund | POS.noun;
  if (/ed$/.test(word) && word.length > 4) return POS.past | POS.participle | POS.adjective;
  return /s$/.test(word) ? POS.noun | POS.plural : POS.noun;
}
