import type { Extraction, Statement } from '../graph/model.ts';
import { knowledge } from './knowledge/knowledge.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { hasSomeRole } from './knowledge/nouns.ts';
import { assemble } from './stages/assemble.ts';
import { findEvents } from './stages/events.ts';
import { Identities } from './stages/identify.ts';
import { findPieces } from './stages/mentions.ts';
import type { Piece } from './stages/pieces.ts';
import { Reader } from './stages/reader.ts';
import { findHomes, findStructure } from './stages/structure.ts';
import type { Structural } from './stages/structure.ts';
import { findVoice } from './stages/voice.ts';
import { chunk } from './text/chunk.ts';
import { EMPTY_PARSE, parse } from './text/clauses.ts';
import { paragraphs, sentencesOf } from './text/sentences.ts';
import type { Sentence } from './text/sentences.ts';
import { tag } from './text/tag.ts';
import { isOfPurpose, isPronoun } from './text/closed.ts';
import { Spellings, pack, unpack } from './text/tokenise.ts';
import type { PackedTokens } from './text/tokenise.ts';
import type { Document, Line, Mention, Outline } from './types.ts';
import { readHeader } from './statement.ts';

/**
 * Statement -> sentences -> mentions -> identities -> clauses -> relations, events, structure -> extraction.
 * Each step is a stage of its own; this is their order.
 */
export function extract(statement: Statement, extractor: string): Extraction {
  // Its words are counted where they were said first.
  if (statement.repeats !== undefined) return { statement, nodes: [], edges: [] };
  const k = knowledge();
  const identities = new Identities(k, statement.text, statement.date);
  const seen = outline(statement, identities, k);
  const parsed = (s: Seen): Line => readLine(unpacked(s.sentence), s.headline, s.mentions, k);
  const doc: Document = { statement, lines: [...seen], entities: identities.entities };
  const voice = findVoice(doc, identities, k, (line) => parsed(seen[line.sentence.index]!));
  const reader = new Reader(doc, k, (id) => identities.entity(id), voice);
  const homes: Structural[] = [];
  for (const s of seen) {
    const line = parsed(s);
    doc.lines[s.sentence.index] = { ...s, mentions: line.mentions };
    const turn = voice.turn(line);
    reader.focus.speakers = turn.speakers;
    if (!line.headline) reader.read(line, turn.question);
    homes.push(...findHomes(line));
  }
  const structural = [
    ...findEvents(doc, reader.assertions, reader.talks, k),
    ...findStructure(doc, k, voice.publisher),
    ...homes,
    ...voice.structure,
    ...reader.structural,
  ];
  // An edge may end at an entity that only the lexicons name, such as the place of a known event.
  for (const s of structural) for (const id of [s.source, s.target]) identities.entity(id);
  return assemble(
    doc,
    reader.assertions,
    structural,
    reader.things,
    voice.issuers.map((r) => r.ids[0]!),
    extractor,
    k,
    (person) => reader.representation.of(person),
  );
}

/** A sentence that waits to be read, its tokens put by. */
interface Seen extends Outline {
  readonly sentence: Omit<Sentence, 'tokens'> & { readonly packed: PackedTokens };
}

const unpacked = ({ packed, ...sentence }: Seen['sentence']): Sentence => ({
  ...sentence,
  tokens: unpack(packed),
});

/** The sentences with what each names. Names said in full anywhere are learnt first, so that short forms are understood. */
function outline(statement: Statement, identities: Identities, k: Knowledge): Seen[] {
  const spellings = new Spellings();
  const found: (Omit<Seen, 'mentions'> & { readonly pieces: readonly Piece[] })[] = [];
  for (const { sentence, headline } of segment(statement, spellings)) {
    const { tokens, ...rest } = sentence;
    const pieces = findPieces(tokens, k, headline || isShouted(sentence));
    identities.learn([{ tokens, pieces, headline }]);
    found.push({ sentence: { ...rest, packed: pack(tokens, spellings) }, headline, pieces });
  }
  return found.map(({ pieces, ...rest }) => ({
    ...rest,
    mentions: identities.mentions({
      tokens: unpack(rest.sentence.packed),
      pieces,
      headline: rest.headline,
    }),
  }));
}

/** The title, if it stands in a header line, then the sentences of the body. */
function* segment(
  { text, title }: Statement,
  spellings: Spellings,
): Generator<{ sentence: Sentence; headline: boolean }> {
  const { body } = readHeader(text);
  const at = title && body > 0 ? text.slice(0, body).indexOf(title) : -1;
  let count = 0;
  if (title && at >= 0) {
    const line = { index: -1, start: at, end: at + title.length };
    for (const sentence of sentencesOf(text, line, count, spellings)) {
      count++;
      yield { sentence, headline: true };
    }
  }
  for (const paragraph of paragraphs(text, body)) {
    for (const sentence of sentencesOf(text, paragraph, count, spellings)) {
      count++;
      yield { sentence, headline: false };
    }
  }
}

/** A line in capitals, where every word looks like a name. */
function isShouted({ tokens }: Sentence): boolean {
  const words = tokens.filter((t) => t.word);
  return words.length > 3 && words.filter((t) => t.text === t.text.toUpperCase()).length > words.length * 0.7;
}

/** Tags and parses a sentence; a headline is no sentence and only names. */
export function readLine(
  sentence: Sentence,
  headline: boolean,
  mentions: readonly Mention[],
  k: Knowledge,
): Line {
  const names = new Map<number, 'NNP' | 'JJ'>();
  for (const m of mentions) {
    if (m.kind !== 'common')
      for (let i = m.from; i < m.to; i++) names.set(i, m.kind === 'adjective' ? 'JJ' : 'NNP');
  }
  const tagged = tag(sentence.tokens, k.words, (i) => names.get(i)).map((t, i) =>
    // `colonial plundering` is a noun as soon as it is known to name an issue.
    t.tag === 'VBG' && mentions.some((m) => m.kind === 'common' && m.to - m.from > 1 && m.to === i + 1)
      ? { ...t, tag: 'NN' as const }
      : t,
  );
  const last = (m: Mention): number => {
    let i = m.to - 1;
    while (i > m.from && !sentence.tokens[i]!.word) i--;
    return i;
  };
  const noun = (m: Mention): boolean => names.has(m.from) || /^(?:NN|NNP|CD|JJ)$/.test(tagged[last(m)]!.tag);
  const kept = mentions.filter(noun);
  return {
    sentence,
    tagged,
    mentions: kept,
    headline,
    parse:
      headline || isAboutNobody(sentence, mentions, k)
        ? EMPTY_PARSE
        : parse(
            chunk(
              sentence.tokens,
              tagged,
              kept.filter((m) => !m.open),
            ),
          ),
  };
}

/**
 * A pre-scan: no name, no pronoun, no noun that could stand for somebody or something done, and nothing that must be done.
 * Nothing can be said of anybody then, so that the sentence need not be parsed.
 */
function isAboutNobody({ tokens }: Sentence, mentions: readonly Mention[], k: Knowledge): boolean {
  if (mentions.length > 0) return false;
  return tokens.every(({ norm }) => {
    const noun = norm.endsWith('s') ? norm.slice(0, -1) : norm;
    const named = hasSomeRole(norm) || hasSomeRole(noun) || k.frames.byHead.has(`n ${noun}`);
    return !named && !isPronoun(norm) && !isOfPurpose(norm);
  });
}
