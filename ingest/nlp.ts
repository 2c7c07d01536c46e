/**
 * What compromise knows of single words: part of speech, inflection, first names. The only file that imports it.
 *
 * Entente uses compromise's lexicon and conjugator, not its tagger over running text: measured on official statements
 * the tagger costs about 4.5 µs a character, twice as much as the whole extraction, and its multi-word tags must be
 * undone where an organisation's name contains verbs. See graph/DESIGN.md.
 */
import nlp from 'compromise/two';

/** Parts of speech that a word can have, as bits. */
export const POS = {
  noun: 1,
  plural: 2,
  base: 4, // attack
  third: 8, // attacks
  past: 16, // attacked
  participle: 32, // attacked, withdrawn
  gerund: 64, // attacking
  adjective: 128,
  adverb: 256,
  firstName: 512,
  lastName: 1024,
  number: 2048,
  date: 4096,
} as const;

interface Model {
  one: { lexicon: Record<string, string | string[]> };
  two: { switches: Record<string, string>; irregularPlurals: Record<string, string> };
}
interface Methods {
  two: {
    transform: {
      verb: {
        conjugate(root: string, model: Model): Record<string, string>;
        toInfinitive(form: string, model: Model, tense: string): string;
      };
      noun: { toPlural(root: string, model: Model): string; toSingular(form: string, model: Model): string };
    };
  };
}

const model = nlp.model() as unknown as Model;
const methods = (nlp as unknown as { methods(): Methods }).methods();

const TAG_BITS: Record<string, number> = {
  Infinitive: POS.base,
  PresentTense: POS.third,
  PastTense: POS.past | POS.participle,
  Participle: POS.participle,
  Gerund: POS.gerund,
  Adjective: POS.adjective,
  Comparative: POS.adjective,
  Superlative: POS.adjective,
  Singular: POS.noun,
  Noun: POS.noun,
  Uncountable: POS.noun,
  Actor: POS.noun,
  Unit: POS.noun,
  Plural: POS.noun | POS.plural,
  Adverb: POS.adverb,
  MaleName: POS.firstName,
  FemaleName: POS.firstName,
  FirstName: POS.firstName,
  LastName: POS.lastName,
  Cardinal: POS.number,
  Ordinal: POS.number,
  Month: POS.date,
  WeekDay: POS.date,
  Duration: POS.noun,
};
const SWITCH_BITS: Record<string, number> = {
  'Noun|Verb': POS.noun | POS.base,
  'Actor|Verb': POS.noun | POS.base,
  'Plural|Verb': POS.noun | POS.plural | POS.third,
  'Noun|Gerund': POS.noun | POS.gerund,
  'Adj|Gerund': POS.adjective | POS.gerund,
  'Adj|Noun': POS.adjective | POS.noun,
  'Adj|Past': POS.adjective | POS.past | POS.participle,
  'Adj|Present': POS.adjective | POS.base,
};

/** What compromise's lexicon says of a lower-case word; 0 when it does not know it. */
export function lexicalBits(word: string): number {
  const tags = model.one.lexicon[word];
  let bits = SWITCH_BITS[model.two.switches[word] ?? ''] ?? 0;
  for (const tag of typeof tags === 'string' ? [tags] : (tags ?? [])) bits |= TAG_BITS[tag] ?? 0;
  return bits;
}

export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly gerund: string;
}

/** British spellings and verbs that the conjugator gets wrong. */
const IRREGULAR: Readonly<Record<string, Partial<VerbForms>>> = {
  bomb: { past: 'bombed', gerund: 'bombing' },
  overrun: { past: 'overran', participle: 'overrun', gerund: 'overrunning' },
  veto: { third: 'vetoes', past: 'vetoed', gerund: 'vetoing' },
  embargo: { third: 'embargoes', past: 'embargoed', gerund: 'embargoing' },
  shell: { past: 'shelled', gerund: 'shelling' },
  expel: { past: 'expelled', gerund: 'expelling' },
  repel: { past: 'repelled', gerund: 'repelling' },
  sue: { past: 'sued', gerund: 'suing' },
  flee: { past: 'fled', gerund: 'fleeing' },
  rebuff: { past: 'rebuffed', gerund: 'rebuffing' },
  defer: { past: 'deferred', gerund: 'deferring' },
  forgo: { past: 'forwent', participle: 'forgone', gerund: 'forgoing' },
  counsel: { past: 'counselled', gerund: 'counselling' },
  hit: { past: 'hit', participle: 'hit', gerund: 'hitting' },
  burn: { past: 'burned', participle: 'burned' },
};

/** The forms of a verb. */
export function verbForms(base: string): VerbForms {
  const c = methods.two.transform.verb.conjugate(base, model);
  const past = c['PastTense'] ?? `${base}ed`;
  return {
    base,
    third: c['PresentTense'] ?? `${base}s`,
    past,
    participle: c['Participle'] ?? past,
    gerund: c['Gerund'] ?? `${base}ing`,
    ...IRREGULAR[base],
  };
}

export function plural(noun: string): string {
  return methods.two.transform.noun.toPlural(noun, model);
}

/** Every infinitive that compromise lists, for telling an unknown -ed word from a name. */
export function knownVerbs(): string[] {
  const verbs: string[] = [];
  for (const [word, tags] of Object.entries(model.one.lexicon)) {
    if (/^[a-z]+$/.test(word) && (tags === 'Infinitive' || model.two.switches[word] === 'Noun|Verb'))
      verbs.push(word);
  }
  for (const [word, kind] of Object.entries(model.two.switches)) {
    if (/^[a-z]+$/.test(word) && (kind === 'Noun|Verb' || kind === 'Adj|Present')) verbs.push(word);
  }
  return [...new Set(verbs)];
}
