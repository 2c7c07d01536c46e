/** What a sentence tells without saying that it happened: what is denied by an adverb, a tale, a claim called false. */
import type { NounPhrase } from '../text/chunk.ts';
import type { Clause, Group } from '../text/clauses.ts';
import type { Line } from '../types.ts';

const HARDLY = new Set(['hardly', 'scarcely', 'barely', 'seldom', 'rarely', 'neither', 'nor', 'nowhere']);
const TALES = new Set(
  'novel film movie game wargame simulation scenario story comic cartoon thriller'.split(' '),
);
/** Nouns whose `that`-clause is no report. */
const FANCIES = new Set('joke myth fear rumour rumor possibility prospect risk danger dream'.split(' '));
/** Nouns whose `that`-clause is one, unless the sentence calls it false. */
const CLAIMS = new Set('report claim allegation suggestion notion idea assertion theory belief'.split(' '));
const FALSE = new Set(
  'false untrue wrong unfounded baseless absurd incorrect mistaken ridiculous'.split(' '),
);
const IMAGINED = new Set(['hypothetical', 'simulated', 'imaginary', 'imagined', 'fictional', 'mock']);

/** `hardly ever criticised`, `Nowhere does X criticise Y`, `not one member condemned`, `instead of condemning`. */
export function isDeniedByAdverb(line: Line, clause: Clause): boolean {
  const { tokens } = line.sentence;
  const { from, main } = clause.verb;
  const before = line.parse.clauses[clause.index - 1]?.verb.to ?? 0;
  const subject = clause.subject && clause.subject.to <= main ? clause.subject.to : 0;
  const adverbs = tokens.slice(Math.max(before, subject), main);
  if (adverbs.some((t) => HARDLY.has(t.norm))) return true;
  const comma = tokens.findIndex((t) => t.text === ',');
  if (HARDLY.has(tokens[0]!.norm) && (comma < 0 || main < comma)) return true;
  const first = clause.subject?.from ?? -1;
  if (tokens[first - 1]?.norm === 'not' && tokens[first]?.norm !== 'only') return true;
  const opening = `${tokens[from - 2]?.norm} ${tokens[from - 1]?.norm}`;
  return opening === 'instead of' || opening === 'rather than';
}

/** `a novel in which X attacks Y`, `reports that X attacked Y were false`, `the joke was that …`, `provided that …`. */
export function isUnreal(line: Line, clause: Clause): boolean {
  const { items } = line.parse;
  const { parent } = clause;
  if (isGerundSubject(line, clause)) return true;
  if (clause.fronted.some((p) => p.prep === 'in' && headedBy(p.group, TALES))) return true;
  const opener = clause.subject ? clause.subject.item - 1 : -1;
  const link = items[opener];
  if (link?.type === 'WH') {
    const [before, further] = [items[opener - 1], items[opener - 2]];
    if (before?.type === 'P' && further?.type === 'GROUP' && headedBy(further, TALES)) return true;
    if (before?.type === 'GROUP' && headedBy(before, FANCIES)) return true;
    if (before?.type === 'GROUP' && headedBy(before, CLAIMS) && isCalledFalse(line, clause)) return true;
  }
  if (clause.link !== 'that' || !parent) return false;
  if (parent.verb.lemma === 'be' && parent.subject && headedBy(parent.subject, FANCIES)) return true;
  if (parent.verb.lemma === 'provide' && parent.verb.form === 'en') return true;
  return [parent, parent.parent].some((c) => c?.adjective && FALSE.has(c.adjective.lemma));
}

/** `that arming Russia would harm …`: doing it is spoken of, by nobody. */
function isGerundSubject(line: Line, { verb, item, object }: Clause): boolean {
  const before = line.parse.items[item - 1]?.type;
  const after = object && line.parse.items[object.item + 1];
  return (
    verb.form === 'ing' &&
    (before === undefined || before === 'WH' || before === 'SUB') &&
    after?.type === 'VG' &&
    after.form === 'finite' &&
    after.modal !== undefined
  );
}

/** `a simulated attack` */
export const isImagined = (phrase: NounPhrase): boolean => phrase.words.some((w) => IMAGINED.has(w));

const headedBy = (group: Group, nouns: ReadonlySet<string>): boolean =>
  group.phrases.some((p) => !p.mention && nouns.has(p.lemma));

const isCalledFalse = (line: Line, clause: Clause): boolean =>
  line.sentence.tokens.slice(clause.verb.to).some((t) => FALSE.has(t.norm));
