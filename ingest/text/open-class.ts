import { POS } from '../nlp.ts';
import type { Words } from '../knowledge/words.ts';
import { CLOSED } from './closed.ts';
import { objectAhead, nominalAhead, onlyVerb, verbAhead, finiteAhead } from './look-ahead.ts';
import type { Tag, Tagged } from './tag.ts';
import { SAYING } from './saying.ts';
import { isTime } from './time.ts';
import type { Token } from './tokenise.ts';

const SKIP: ReadonlySet<Tag> = new Set(['RB', 'NEG']);
const VERBS: ReadonlySet<Tag> = new Set(['VB', 'VBF', 'VBG', 'VBN']);
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

/** The tag of a word of no closed class, by its neighbours. */
export function openTag(
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
  if (isAdverbHere(tokens, i, done)) return as('RB');
  // `last week`
  if (/^(?:last|next)$/.test(norm) && isTime(tokens[i + 1]?.norm ?? '')) return as('JJ');
  const compound = compoundTag(r, tokens, i, words);
  if (compound) return as(compound);
  if (
    /^(?:elderly|friendly|deadly|costly|weekly|daily|monthly|yearly|orderly|cowardly|early)$/.test(norm) &&
    nominalAhead(tokens, i, words)
  )
    return as('JJ');
  if (has(POS.adverb) && !r.noun && !r.base && !r.adjective) return as('RB');
  if (
    r.adjective &&
    words.isPredicate(norm) &&
    previous(done, i) === 'BE' &&
    tokens[i + 1]?.norm !== 'by' &&
    !r.past
  )
    return as('JJ');
  // `the Israel Boycott Law`: a capital inside a sentence makes a name, not a verb.
  if (
    tokens[i]!.capital &&
    i > 0 &&
    r.noun &&
    /^(?:NNP|DT|JJ)$/.test(done[i - 1]!.tag) &&
    tokens[i + 1]?.capital
  )
    return as('NN');
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

const UNDER_ARMS =
  /^(?:peacekeeping|security|armed|military|special|police|ground|naval|rebel|government|coalition|occupation)$/;
const WEAPON = /^(?:rocket|artillery|mortar|gun|tank|sniper|enemy|missile)$/;

/** Words that only make up others: `rocket fire`, `precision guided missiles`, `Saudi-led forces`. */
function compoundTag(r: Reading, tokens: readonly Token[], i: number, words: Words): Tag | undefined {
  const [{ norm, glued }, before] = [tokens[i]!, tokens[i - 1]];
  if (norm === 'fire' && WEAPON.test(before?.norm ?? '')) return 'NN';
  const joined = norm === 'guided' || (r.participle && glued && before?.text === '-');
  if (norm === 'forces' && UNDER_ARMS.test(before?.norm ?? '')) return 'NN';
  return joined && (nominalAhead(tokens, i, words) || tokens[i + 1]?.capital) ? 'JJ' : undefined;
}

/** `so far`, `have long refused`, `far more`: words that are adverbs beside others. */
function isAdverbHere(tokens: readonly Token[], i: number, done: readonly Tagged[]): boolean {
  const { norm } = tokens[i]!;
  const before = tokens[i - 1]?.norm ?? '';
  // `Vladimir Putin, second left, and …`: where somebody stands in a picture.
  if (norm === 'left')
    return (
      /^(?:,|second|third|far|centre|center)$/.test(before) && /^[,;.)]$/.test(tokens[i + 1]?.text ?? '')
    );
  if (norm === 'longer') return before === 'no';
  // `moved its embassy back to …`
  if (norm === 'back')
    return done[i - 1]?.tag === 'NN' && /^(?:up|to|into|in|from|on)$/.test(tokens[i + 1]?.norm ?? '');
  if (norm === 'far') return /^(?:so|thus|by)$/.test(before);
  return norm === 'long' && done[i - 1]?.tag === 'HAVE';
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
  if (r.gerund) return gerundTag(r, tokens, i, p, words, done);
  // `What X did constitutes Y`: the clause is the subject.
  if (p === 'DO' && r.third && !r.noun) return 'VBF';
  if (p === 'TO' || p === 'MD' || p === 'DO') return r.base ? 'VB' : r.participle ? 'VBN' : 'NN';
  if (r.base && done[i - 1]?.lemma === 'help' && done[i - 1]!.tag.startsWith('VB')) return 'VB';
  if (p === 'HAVE' && (r.participle || r.past)) return 'VBN';
  if (p === 'BE' && r.participle) return 'VBN';
  // `in 2019 failed`: a year begins no noun phrase.
  if (p === 'CD' && isTime(tokens[i - 1]!.norm) && (r.past || r.third)) return 'VBF';
  if (p !== undefined && INSIDE_NP.has(p)) {
    if (r.noun) return 'NN';
    if (r.participle || r.adjective) return nominalAhead(tokens, i, words) || !afterNominal(p) ? 'JJ' : 'VBN';
    return p === 'CD' ? finiteOf(r) : 'NN';
  }
  if (p === 'IN') return r.noun || r.base ? 'NN' : r.participle ? 'JJ' : 'VB';
  if (r.past || r.participle) return pastTag(r, tokens, i, p, finite, words, done);
  if (r.third)
    return parallel(tokens, i, done, words) ? 'VBF' : thirdTag(r, tokens, i, p, finite, words, done);
  // `miners in Chile call off a march`
  if (
    (p === 'NNP' || p === 'NN') &&
    !finite &&
    /^(?:off|out|up|down|away)$/.test(tokens[i + 1]?.norm ?? '') &&
    !verbAhead(tokens, i, words)
  )
    return 'VBF';
  // A base form: `they support`, `Russia and China support`, or a noun.
  if (p === 'PRP' || p === 'WH') return 'VBF';
  if (p === 'CC' && !r.noun) return 'VB';
  if (p === 'CC' && isParallelBase(tokens, i, done, words))
    return done.some((d) => d.tag === 'MD') ? 'VB' : 'VBF';
  if (p !== undefined && NOMINAL.has(p) && !finite && (!r.noun || (objectAhead(tokens, i) && p !== 'NNP')))
    return 'VBF';
  if ((p === 'NNP' || p === 'NN') && !finite && tokens[i + 1]?.norm === 'to') return 'VBF';
  // `The Palestinians reject proposed changes`
  if (
    p === 'NNP' &&
    !finite &&
    /[^s']s$/.test(tokens[i - 1]!.norm) &&
    (nominalAhead(tokens, i, words) || objectAhead(tokens, i)) &&
    !finiteAhead(tokens, i, words)
  )
    return 'VBF';
  // `Egypt and Gulf partners launch drills`
  if (
    p === 'NN' &&
    !finite &&
    /[^s']s$/.test(tokens[i - 1]!.norm) &&
    nominalAhead(tokens, i, words) &&
    onlyVerb(tokens, i, words)
  )
    return 'VBF';
  if (r.noun)
    return p === 'NNP' && !finite && pluralSubject(done, i) && objectAhead(tokens, i) ? 'VBF' : 'NN';
  // `demanded that X forsake`: a bare verb where the clause still lacks its own.
  return r.adjective ? 'JJ' : finite || p === undefined ? 'VB' : 'VBF';
}

const finiteOf = (r: Reading): Tag => (r.third || r.base || r.past ? 'VBF' : 'NN');
const afterNominal = (p: Tag): boolean => p === 'CD';

const norm = (tokens: readonly Token[], i: number): string => tokens[i]!.norm;
/** Gerunds that are nouns after another noun: `a travel warning`, `the suicide bombing`. */
const DEED_NOUN =
  /^(?:warning|meeting|briefing|hearing|bombing|killing|shooting|gathering|training|funding|ruling|crossing|filing|opening|finding|summoning|shelling|fighting|beating)$/;

/** `a White House meeting` */
function namedAfterArticle(done: readonly Tagged[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && (done[j]!.tag === 'NNP' || done[j]!.tag === 'JJ')) j--;
  return done[j]?.lemma === 'a' || done[j]?.lemma === 'an';
}

function gerundTag(
  r: Reading,
  tokens: readonly Token[],
  i: number,
  p: Tag | undefined,
  words: Words,
  done: readonly Tagged[],
): Tag {
  if (p === 'BE') return 'VBG';
  if (
    (p === 'NN' || (p === 'NNP' && namedAfterArticle(done, i))) &&
    DEED_NOUN.test(tokens[i]!.norm) &&
    !(nominalAhead(tokens, i, words) || tokens[i + 1]?.capital)
  )
    return 'NN';
  const object = objectAhead(tokens, i);
  if (
    /^(?:peacekeeping|monitoring|governing|ruling|planning|policing)$/.test(norm(tokens, i)) &&
    p !== 'IN' &&
    p !== undefined
  )
    return nominalAhead(tokens, i, words) ? 'JJ' : 'NN';
  if (p === 'DT' || p === 'JJ' || p === 'PRP$' || p === 'POS' || p === 'CD') {
    if (nominalAhead(tokens, i, words) && !object) return 'JJ';
    return r.noun || !object ? 'NN' : 'VBG';
  }
  // `…, drawing condemnation from X`
  if (tokens[i - 1]?.text === ',' && nominalAhead(tokens, i, words) && !DEED_NOUN.test(tokens[i]!.norm))
    return 'VBG';
  // `the ongoing meeting`, `talks including`: a noun reading needs to look like one.
  if (r.noun && !object && p !== 'NN' && p !== 'NNP') return 'NN';
  return 'VBG';
}

/** Verbs that go with `by` without being passive. */
const STANDS_BY = /^(?:stand|abide|stick|come|go|swear|live|pass|speak|talk|travel|arrive)$/;

/** Participles that describe the noun before them: `peacekeepers destined for X began …`. */
const REDUCED =
  /^(?:based|destined|located|headquartered|affiliated|stationed|stranded|trapped|involved|linked|suspected|wanted|known|bound|aligned|associated|exiled|detained|jailed|imprisoned|held|displaced|armed|trained|led|backed|funded|sponsored|owned|controlled)$/;

function pastTag(
  r: Reading,
  tokens: readonly Token[],
  i: number,
  p: Tag | undefined,
  finite: boolean,
  words: Words,
  done: readonly Tagged[],
): Tag {
  const next = tokens[i + 1]?.norm;
  if (r.past && !r.participle) return 'VBF';
  if (p === undefined) return nominalAhead(tokens, i, words) && r.adjective ? 'JJ' : 'VBN';
  // `extradited suspected British militants`
  if (VERBS.has(p) && (nominalAhead(tokens, i, words) || tokens[i + 1]?.capital) && next !== 'by')
    return 'JJ';
  if (next === 'by')
    return !finite && STANDS_BY.test(words.look(tokens[i]!.norm).verb ?? '') && r.past ? 'VBF' : 'VBN';
  if (p === 'PRP' || p === 'WH') return 'VBF';
  // `said on Sunday captured officers had talked`
  if (
    finite &&
    isTime(tokens[i - 1]!.norm) &&
    next !== 'to' &&
    (nominalAhead(tokens, i, words) || tokens[i + 1]?.capital)
  )
    return 'JJ';
  // `said Kenya regretted the vote`
  if (
    finite &&
    r.past &&
    isReported(done, i) &&
    (CLOSED[next ?? ''] === 'DT' || CLOSED[next ?? ''] === 'PRP$' || next === 'that')
  )
    return 'VBF';
  if (NOMINAL.has(p) && REDUCED.test(tokens[i]!.norm) && finiteAhead(tokens, i, words)) return 'VBN';
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

/** Bare verbs that are nouns, too, and go on with what speakers do: `we condemn X and call for Y`, `must stop A and stop B`. */
const SPEECH =
  /^(?:call|appeal|welcome|pay|pledge|demand|support|praise|thank|request|offer|stop|end|cease)$/;

function isParallelBase(tokens: readonly Token[], i: number, done: readonly Tagged[], words: Words): boolean {
  if (!SPEECH.test(tokens[i]!.norm) || !done.some((d) => d.tag === 'VBF' || d.tag === 'MD' || d.tag === 'BE'))
    return false;
  const next = tokens[i + 1];
  if (!next) return false;
  if (/^(?:call|appeal)$/.test(tokens[i]!.norm)) return /^(?:for|on|upon|to)$/.test(next.norm);
  return (
    /ing$/.test(next.norm) ||
    objectAhead(tokens, i) ||
    (tokens[i]!.norm === 'pay' && nominalAhead(tokens, i, words))
  );
}

function thirdTag(
  r: Reading,
  tokens: readonly Token[],
  i: number,
  p: Tag | undefined,
  finite: boolean,
  words: Words,
  done: readonly Tagged[],
): Tag {
  // `court sources said`: the verb comes next.
  const ahead = words.look(tokens[i + 1]?.norm ?? '').bits;
  if (
    !r.noun &&
    (p === 'NN' || p === 'NNP' || p === 'JJ') &&
    ahead & POS.past &&
    !(ahead & (POS.adjective | POS.noun))
  )
    return 'NN';
  if (!r.noun || p === 'DO') return 'VBF';
  if (CLOSED[tokens[i + 1]?.norm ?? ''] === 'MD') return 'NN';
  if (p === 'PRP' || p === 'WH') return 'VBF';
  if (p === undefined || (finite && !(isReported(done, i) && objectAhead(tokens, i)))) return 'NN';
  if (p === 'NN' || p === 'NNP')
    return (objectAhead(tokens, i) &&
      !(CLOSED[tokens[i + 1]!.norm] === 'IN'
        ? verbAhead(tokens, i, words)
        : finiteAhead(tokens, i, words))) ||
      onlyVerb(tokens, i, words)
      ? 'VBF'
      : 'NN';
  return 'NN';
}

/** `said Kenya …`: nothing but a name stands between a verb of saying and the token. */
function isReported(done: readonly Tagged[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && /^(?:NNP|DT)$/.test(done[j]!.tag)) j--;
  return j < i - 1 && done[j]?.tag === 'VBF' && SAYING.has(done[j]!.lemma);
}

function pluralSubject(done: readonly Tagged[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j > i - 6; j--) if (done[j]!.tag === 'CC') return true;
  return false;
}
