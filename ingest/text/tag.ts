import { POS } from '../nlp.ts';
import type { Words } from '../knowledge/words.ts';
import type { Token } from './tokenise.ts';

/** Part of speech in context, after the Penn names where they are usual. */
export type Tag =
  | 'DT' // the, a, this, all
  | 'PRP' // he, they, we
  | 'PRP$' // his, their
  | 'IN' // of, with, against
  | 'TO'
  | 'CC' // and, or, but
  | 'SUB' // because, if, when, while
  | 'WH' // who, which, that (relative or complement)
  | 'MD' // will, should
  | 'BE'
  | 'HAVE'
  | 'DO'
  | 'NEG'
  | 'VB' // base
  | 'VBF' // finite
  | 'VBN' // past participle
  | 'VBG'
  | 'NN'
  | 'JJ'
  | 'RB'
  | 'CD'
  | 'NNP'
  | 'POS' // 's
  | 'EX' // there
  | 'P'; // punctuation

export interface Tagged {
  readonly tag: Tag;
  /** Dictionary form of the verb or noun reading chosen; the folded word otherwise. */
  readonly lemma: string;
}

const CLOSED: Readonly<Record<string, Tag>> = {};
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
const HER_OBJECT = new Set(['.', ',', ';', 'and', 'to', 'for', 'in', 'on', 'at', 'by', 'with', 'as', 'of']);

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

/** Which tokens are names (NNP) or adjectives of countries (JJ), so the tagger leaves them alone. */
export type NameTag = (index: number) => 'NNP' | 'JJ' | undefined;

/** Tags a sentence left to right; each choice looks at the tag before and the token after. */
export function tag(tokens: readonly Token[], words: Words, nameTag: NameTag): Tagged[] {
  const out: Tagged[] = [];
  let finite = false; // the clause has its finite verb
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const name = nameTag(i);
    const made = name ? { tag: name as Tag, lemma: token.norm } : choose(tokens, i, out, words, finite);
    out.push(made);
    if (
      made.tag === 'VBF' ||
      made.tag === 'MD' ||
      (made.tag === 'BE' && token.norm !== 'being' && token.norm !== 'been') ||
      made.tag === 'DO' ||
      (made.tag === 'HAVE' && token.norm !== 'having')
    )
      finite = true;
    if (
      made.tag === 'SUB' ||
      made.tag === 'WH' ||
      token.text === ';' ||
      token.text === ':' ||
      token.text === '“' ||
      made.tag === 'CC'
    )
      finite = false;
    if (token.text === ',' && made.tag === 'P') finite = false;
    // `comes after the Union sanctioned Iran`: a clause may follow these.
    if (CLAUSE_PREPOSITIONS.has(token.norm) && made.tag === 'IN') finite = false;
  }
  return out;
}

function choose(
  tokens: readonly Token[],
  i: number,
  done: readonly Tagged[],
  words: Words,
  finite: boolean,
): Tagged {
  const token = tokens[i]!;
  const norm = token.norm;
  if (!token.word && norm !== "'s" && norm !== "'") {
    if (CLOSED[norm] && norm !== '&') return { tag: CLOSED[norm], lemma: norm };
    return { tag: norm === '&' ? 'CC' : 'P', lemma: norm };
  }
  if (norm === "'s" || norm === "'") return clitic(tokens, i, done);
  if (norm === 'to') return { tag: toTag(tokens, i, words), lemma: 'to' };
  const closed = CLOSED[norm];
  if (closed) return closedTag(closed, tokens, i, done);
  const word = words.look(norm);
  if (word.bits & POS.number && !(word.bits & POS.base)) return { tag: 'CD', lemma: norm };
  return openTag(word, tokens, i, done, words, finite);
}

function clitic(tokens: readonly Token[], i: number, done: readonly Tagged[]): Tagged {
  const before = done[i - 1];
  if (!tokens[i]!.glued) return { tag: 'P', lemma: "'" };
  if (before && ['PRP', 'WH', 'EX'].includes(before.tag)) return { tag: 'BE', lemma: 'be' };
  return { tag: tokens[i]!.norm === "'" && !/s$/.test(tokens[i - 1]?.norm ?? '') ? 'P' : 'POS', lemma: "'s" };
}

/** `to` before a base form is the infinitive's. */
function toTag(tokens: readonly Token[], i: number, words: Words): Tag {
  for (let j = i + 1; j < Math.min(tokens.length, i + 4); j++) {
    const norm = tokens[j]!.norm;
    if (norm === 'be' || norm === 'have' || norm === 'do') return 'TO';
    if (CLOSED[norm] === 'RB' || /ly$/.test(norm) || norm === 'not') continue;
    if (CLOSED[norm] || tokens[j]!.capital) return 'IN';
    const bits = words.look(norm).bits;
    return bits & POS.base ? 'TO' : bits & POS.adverb ? 'TO' : 'IN';
  }
  return 'IN';
}

function closedTag(tag: Tag, tokens: readonly Token[], i: number, done: readonly Tagged[]): Tagged {
  const { norm } = tokens[i]!;
  const next = tokens[i + 1];
  if (norm === 'her' && (!next?.word || HER_OBJECT.has(next.norm))) return { tag: 'PRP', lemma: norm };
  if (norm === 'that') {
    if (tokens[i - 1]?.norm === 'event') return { tag: 'SUB', lemma: 'if' };
    const before = done[i - 1]?.tag;
    // `that country` after a preposition or a verb at the clause's start is a determiner only before a bare noun.
    if (before === 'IN' && next && !next.capital && CLOSED[next.norm] === undefined)
      return { tag: 'DT', lemma: norm };
    return { tag: 'WH', lemma: norm };
  }
  // `10 May`, `in May`: the month.
  if (norm === 'may' && tokens[i]!.capital && i > 0) return { tag: 'NN', lemma: norm };
  if (norm === 'who' || norm === 'whom') return { tag: 'WH', lemma: norm };
  if (norm === 'no' && next && CLOSED[next.norm] === 'RB') return { tag: 'NEG', lemma: norm };
  if (norm === 'such' && next?.norm === 'as') return { tag: 'RB', lemma: norm };
  if (norm === 'as' && next?.norm === 'well') return { tag: 'CC', lemma: 'and' };
  if (norm === 'well' && tokens[i - 1]?.norm === 'as' && next?.norm === 'as')
    return { tag: 'CC', lemma: 'and' };
  if (norm === 'as' && tokens[i - 1]?.norm === 'well' && tokens[i - 2]?.norm === 'as')
    return { tag: 'CC', lemma: 'and' };
  if (tag === 'BE') return { tag, lemma: 'be' };
  if (tag === 'HAVE') return { tag, lemma: 'have' };
  if (tag === 'DO') return { tag, lemma: 'do' };
  return { tag, lemma: norm };
}

const SKIP: ReadonlySet<Tag> = new Set(['RB', 'NEG']);
const NOMINAL: ReadonlySet<Tag> = new Set(['NN', 'NNP', 'PRP', 'CD', 'WH', 'EX']);
const INSIDE_NP: ReadonlySet<Tag> = new Set(['DT', 'PRP$', 'POS', 'JJ', 'CD']);

function previous(done: readonly Tagged[], i: number): Tag | undefined {
  let j = i - 1;
  while (j >= 0 && SKIP.has(done[j]!.tag)) j--;
  return done[j]?.tag;
}

interface Reading {
  readonly noun: boolean;
  readonly base: boolean;
  readonly third: boolean;
  readonly past: boolean;
  readonly participle: boolean;
  readonly gerund: boolean;
  readonly adjective: boolean;
}

function openTag(
  word: ReturnType<Words['look']>,
  tokens: readonly Token[],
  i: number,
  done: readonly Tagged[],
  words: Words,
  finite: boolean,
): Tagged {
  const { norm } = tokens[i]!;
  const has = (bit: number): boolean => (word.bits & bit) !== 0;
  const r: Reading = {
    noun: has(POS.noun) || has(POS.date),
    base: has(POS.base),
    third: has(POS.third),
    past: has(POS.past),
    participle: has(POS.participle),
    gerund: has(POS.gerund),
    adjective: has(POS.adjective),
  };
  const verb = word.verb ?? norm;
  const noun = word.noun ?? norm;
  const as = (tag: Tag): Tagged => ({ tag, lemma: tag === 'NN' ? noun : tag.startsWith('VB') ? verb : norm });
  if (has(POS.adverb) && !r.noun && !r.base && !r.adjective) return as('RB');
  if (
    r.adjective &&
    words.isPredicate(norm) &&
    previous(done, i) === 'BE' &&
    tokens[i + 1]?.norm !== 'by' &&
    !r.past
  )
    return as('JJ');
  const isVerb = r.base || r.third || r.past || r.participle || r.gerund;
  if (!isVerb)
    return as(
      r.adjective && (!r.noun || nominalAhead(tokens, i, words))
        ? 'JJ'
        : r.noun
          ? 'NN'
          : has(POS.adverb)
            ? 'RB'
            : 'NN',
    );
  return as(verbal(r, tokens, i, done, words, finite));
}

/** Chooses among the readings of a form that can be a verb. */
function verbal(
  r: Reading,
  tokens: readonly Token[],
  i: number,
  done: readonly Tagged[],
  words: Words,
  finite: boolean,
): Tag {
  const p = previous(done, i);
  if (r.gerund) return gerundTag(r, tokens, i, p, words);
  if (p === 'TO' || p === 'MD' || p === 'DO') return r.base ? 'VB' : r.participle ? 'VBN' : 'NN';
  if (p === 'HAVE' && (r.participle || r.past)) return 'VBN';
  if (p === 'BE' && r.participle) return 'VBN';
  if (p !== undefined && INSIDE_NP.has(p)) {
    if (r.noun) return 'NN';
    if (r.participle || r.adjective) return nominalAhead(tokens, i, words) || !afterNominal(p) ? 'JJ' : 'VBN';
    return p === 'CD' ? finiteOf(r) : 'NN';
  }
  if (p === 'IN') return r.noun || r.base ? 'NN' : r.participle ? 'JJ' : 'VB';
  if (r.past || r.participle) return pastTag(r, tokens, i, p, finite, words);
  if (r.third) return parallel(tokens, i, done, words) ? 'VBF' : thirdTag(r, tokens, i, p, finite, words);
  // A base form: `they support`, `Russia and China support`, or a noun.
  if (p === 'PRP' || p === 'WH') return 'VBF';
  if (p === 'CC' && !r.noun) return 'VB';
  if (p !== undefined && NOMINAL.has(p) && !finite && (!r.noun || (objectAhead(tokens, i) && p !== 'NNP')))
    return 'VBF';
  if ((p === 'NNP' || p === 'NN') && !finite && tokens[i + 1]?.norm === 'to') return 'VBF';
  if (r.noun)
    return p === 'NNP' && !finite && pluralSubject(done, i) && objectAhead(tokens, i) ? 'VBF' : 'NN';
  return r.adjective ? 'JJ' : 'VB';
}

const finiteOf = (r: Reading): Tag => (r.third || r.base || r.past ? 'VBF' : 'NN');
const afterNominal = (p: Tag): boolean => p === 'CD';

function gerundTag(r: Reading, tokens: readonly Token[], i: number, p: Tag | undefined, words: Words): Tag {
  if (p === 'BE') return 'VBG';
  const object = objectAhead(tokens, i);
  if (p === 'DT' || p === 'JJ' || p === 'PRP$' || p === 'POS') {
    if (nominalAhead(tokens, i, words) && !object) return 'JJ';
    return r.noun || !object ? 'NN' : 'VBG';
  }
  // `the ongoing meeting`, `talks including`: a noun reading needs to look like one.
  if (r.noun && !object && p !== 'NN' && p !== 'NNP') return 'NN';
  return 'VBG';
}

/** Verbs that go with `by` without being passive. */
const STANDS_BY = /^(?:stand|abide|stick|come|go|swear|live|pass|speak|talk|travel|arrive)$/;

function pastTag(
  r: Reading,
  tokens: readonly Token[],
  i: number,
  p: Tag | undefined,
  finite: boolean,
  words: Words,
): Tag {
  const next = tokens[i + 1]?.norm;
  if (r.past && !r.participle) return 'VBF';
  if (p === undefined) return nominalAhead(tokens, i, words) && r.adjective ? 'JJ' : 'VBN';
  if (next === 'by')
    return !finite && STANDS_BY.test(words.look(tokens[i]!.norm).verb ?? '') && r.past ? 'VBF' : 'VBN';
  if (p === 'PRP' || p === 'WH') return 'VBF';
  if (NOMINAL.has(p)) return finite ? 'VBN' : r.past ? 'VBF' : 'VBN';
  if (p === 'P') return r.past && !finite ? 'VBF' : 'VBN';
  if (p === 'CC' && r.adjective && nominalAhead(tokens, i, words)) return 'JJ';
  return r.past ? 'VBF' : 'VBN';
}

/** `supports the plan and rejects terrorism`: a second verb after a conjunction, with an object of its own. */
function parallel(tokens: readonly Token[], i: number, done: readonly Tagged[], words: Words): boolean {
  if (previous(done, i) !== 'CC' && tokens[i - 1]?.text !== ',') return false;
  if (!done.some((d) => d.tag === 'VBF') || words.look(tokens[i]!.norm).verb === undefined) return false;
  const next = tokens[i + 1];
  if (!next) return false;
  if (CLOSED[next.norm] === 'IN') return /^(?:call|appeal|stand)s$/.test(tokens[i]!.norm);
  return nominalAhead(tokens, i, words) || objectAhead(tokens, i);
}

function thirdTag(
  r: Reading,
  tokens: readonly Token[],
  i: number,
  p: Tag | undefined,
  finite: boolean,
  words: Words,
): Tag {
  if (!r.noun || p === 'DO') return 'VBF';
  if (p === 'PRP' || p === 'WH') return 'VBF';
  if (finite || p === undefined) return 'NN';
  if (p === 'NN' || p === 'NNP')
    return objectAhead(tokens, i) && !finiteAhead(tokens, i, words) ? 'VBF' : 'NN';
  return 'NN';
}

/** A noun phrase or a complement seems to begin right after token `i`. */
function objectAhead(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next) return false;
  const closed = CLOSED[next.norm];
  if (next.capital || closed === 'DT' || closed === 'PRP$' || closed === 'PRP' || next.norm === 'that')
    return true;
  return (
    next.norm === 'to' ||
    (closed === 'IN' && ['on', 'with', 'for', 'against', 'from', 'its'].includes(next.norm))
  );
}

/** The token after `i` is a noun or an adjective, so that `i` modifies it. */
function nominalAhead(tokens: readonly Token[], i: number, words: Words): boolean {
  const next = tokens[i + 1];
  if (!next?.word || CLOSED[next.norm]) return false;
  if (next.capital) return false;
  const { bits } = words.look(next.norm);
  return (bits & (POS.noun | POS.adjective)) !== 0 && (bits & POS.number) === 0;
}

function pluralSubject(done: readonly Tagged[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j > i - 6; j--) if (done[j]!.tag === 'CC') return true;
  return false;
}

/** A sure finite verb follows in the same clause. */
function finiteAhead(tokens: readonly Token[], i: number, words: Words): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 12); j++) {
    const t = tokens[j]!;
    const closed = CLOSED[t.norm];
    if (t.text === ',' || t.text === ';' || closed === 'SUB' || closed === 'WH') return false;
    if (closed === 'CC') return false;
    if (closed === 'MD' || closed === 'BE' || closed === 'HAVE' || closed === 'DO') return true;
    if (!closed && !t.capital) {
      const { bits } = words.look(t.norm);
      if (bits & POS.past && !(bits & POS.noun) && !(bits & POS.adjective)) return true;
    }
  }
  return false;
}
