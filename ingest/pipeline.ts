import type { Extraction, Statement } from '../graph/model.ts';
import { knowledge } from './knowledge/knowledge.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { assemble } from './stages/assemble.ts';
import { findEvents } from './stages/events.ts';
import { Identities } from './stages/identify.ts';
import type { Found } from './stages/identify.ts';
import { findPieces } from './stages/mentions.ts';
import { Reader } from './stages/relations.ts';
import { findStructure } from './stages/structure.ts';
import { findVoice } from './stages/voice.ts';
import { chunk } from './text/chunk.ts';
import { EMPTY_PARSE, parse } from './text/clauses.ts';
import { paragraphs, sentencesOf } from './text/sentences.ts';
import type { Sentence } from './text/sentences.ts';
import { tag } from './text/tag.ts';
import type { Document, Line, Mention } from './types.ts';
import { readHeader } from './statement.ts';

/**
 * Statement -> sentences -> mentions -> identities -> clauses -> relations, events, structure -> extraction.
 * Each step is a stage of its own; this is their order.
 */
export function extract(statement: Statement, extractor: string): Extraction {
  // Its words are counted where they were said first.
  if (statement.repeats !== undefined) return { statement, nodes: [], edges: [] };
  const k = knowledge();
  const sentences = segment(statement);
  const found = sentences.map(({ sentence, headline }) => ({
    tokens: sentence.tokens,
    pieces: findPieces(sentence.tokens, k, headline || isShouted(sentence)),
    headline,
  }));
  const identities = new Identities(k, statement.text, statement.date);
  identities.learn(found);
  const lines = sentences.map((s, n) =>
    readLine(s.sentence, s.headline, identities.mentions(found[n] as Found), k),
  );
  const doc: Document = { statement, lines, entities: identities.entities };
  const voice = findVoice(doc, identities, k);
  const reader = new Reader(doc, k, (id) => identities.entity(id), voice);
  for (const line of lines) {
    const turn = voice.turn(line);
    reader.focus.speakers = turn.speakers;
    if (!line.headline) reader.read(line, turn.question);
  }
  const structural = [
    ...findEvents(doc, reader.assertions, k),
    ...findStructure(doc, k, voice.publisher),
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
    (person) => reader.represents(person),
  );
}

/** The title, if it stands in a header line, then the sentences of the body. */
function segment(statement: Statement): { sentence: Sentence; headline: boolean }[] {
  const { text, title } = statement;
  const { body } = readHeader(text);
  const out: { sentence: Sentence; headline: boolean }[] = [];
  const at = title && body > 0 ? text.slice(0, body).indexOf(title) : -1;
  if (title && at >= 0) {
    for (const sentence of sentencesOf(text, { index: -1, start: at, end: at + title.length }, 0))
      out.push({ sentence, headline: true });
  }
  for (const paragraph of paragraphs(text, body)) {
    for (const sentence of sentencesOf(text, paragraph, out.length)) out.push({ sentence, headline: false });
  }
  return out;
}

/** A line in capitals, where every word looks like a name. */
function isShouted({ tokens }: Sentence): boolean {
  const words = tokens.filter((t) => t.word);
  return words.length > 3 && words.filter((t) => t.text === t.text.toUpperCase()).length > words.length * 0.7;
}

/** Tags and parses a sentence, unless it names no actor that a relation could hold for. */
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
  const tagged = tag(sentence.tokens, k.words, (i) => names.get(i));
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
    parse: headline
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
