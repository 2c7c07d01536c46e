import type { Knowledge } from '../knowledge/knowledge.ts';
import { tokenise } from '../text/tokenise.ts';
import type { Document, Line, Mention, Outline, Referent } from '../types.ts';
import type { Identities } from './identify.ts';
import type { Structural } from './structure.ts';

/** Who speaks in a line when nobody is quoted, and whether it is a question. */
export interface Turn {
  readonly speakers: readonly Referent[];
  readonly question: boolean;
}

/** Whose words a document is made of. */
export interface Voice {
  /** Whose document it is: several for a joint statement. */
  readonly issuers: readonly Referent[];
  /** The country or body that publishes it, by its source line. */
  readonly publisher: string | undefined;
  /** A spokesperson stands for who publishes their words. */
  readonly structure: readonly Structural[];
  turn(line: Outline): Turn;
}

const SPOKEN_AFTER =
  /^(?:'s|’s)?\s*(?:remarks?|regular|press|speech|statement|address|interview|answers?|response|comments?|briefing)/i;
const SPOKEN_BEFORE =
  /(?:remarks|speech|statement|address|interview|press conference|briefing|communiqu[eé])s? (?:by|of|with|from)\b[^:]{0,60}$/i;
const QUESTION = /^(?:Q|Question|Reporter|Journalist|[A-Z][\w. ]{1,30})\s*:/;
const ANSWER = /^(?:A|Answer)\s*:/;

/** Finds who speaks throughout: the `Speaker:` line, whose statement the title says it is, the labels of a press conference. */
export function findVoice(
  doc: Document,
  identities: Identities,
  k: Knowledge,
  parsed: (line: Outline) => Line,
): Voice {
  const publisher = publisherOf(doc, k, identities);
  const named = headerSpeaker(doc, identities, k) ?? titleSpeakers(doc) ?? firstPerson(doc, parsed);
  const conference = isConference(doc);
  let question = false;
  let current = named ?? [];
  let paragraph = Number.NaN;
  return {
    issuers: named ?? (publisher ? [publisher] : []),
    publisher: publisher?.ids[0],
    structure: spokesperson(doc, named, publisher, k),
    turn(line) {
      if (conference && line.sentence.paragraph !== paragraph) {
        paragraph = line.sentence.paragraph;
        const start = doc.statement.text.slice(line.sentence.start, line.sentence.start + 40);
        if (ANSWER.test(start)) [question, current] = [false, named ?? []];
        else if (QUESTION.test(start)) {
          const person = line.mentions.find((m) => m.label === 'Person' && m.from === 0);
          question = person === undefined;
          current = person ? [asReferent(person)] : (named ?? []);
        }
      }
      return { speakers: question ? [] : current, question };
    },
  };
}

/** Paragraphs that begin with `Q:`, or several that begin with who asks or answers, one of which asks. */
function isConference({ lines, statement: { text } }: Document): boolean {
  const openings = lines.filter(
    (l, n) => !l.headline && l.sentence.paragraph !== lines[n - 1]?.sentence.paragraph,
  );
  const labelled = openings.filter((l) => QUESTION.test(text.slice(l.sentence.start, l.sentence.start + 40)));
  const asks = labelled.some((l) => {
    const end = text.indexOf('\n', l.sentence.start);
    return text.slice(l.sentence.start, end < 0 ? undefined : end).includes('?');
  });
  return (
    labelled.some((l) => /^Q(?:uestion)?\s*:/.test(text.slice(l.sentence.start, l.sentence.start + 12))) ||
    (labelled.length > 1 && asks)
  );
}

const asReferent = (m: Mention): Referent => ({
  ids: m.ids,
  label: m.label,
  how: 'speaker of the document',
  text: m.text,
  start: m.start,
  end: m.end,
  sure: 0.92,
});

/** The `Speaker:` line, or the speaker given with the statement. */
function headerSpeaker(doc: Document, identities: Identities, k: Knowledge): Referent[] | undefined {
  const given = doc.statement.speaker;
  if (!given) return undefined;
  const tokens = tokenise(given);
  for (const labels of [['Person'], ['Country', 'Organization']]) {
    for (let i = 0; i < tokens.length; i++) {
      const entry = k.gazetteer.at(tokens, i)?.entries.find((e) => labels.includes(e.label));
      const entity = entry && identities.entity(entry.id);
      if (entity) return [voiceOf(doc, entity.id, entity.label, given)];
    }
  }
  return undefined;
}

function voiceOf(doc: Document, id: string, label: Referent['label'], text: string): Referent {
  const at = Math.max(0, doc.statement.text.indexOf(text));
  return {
    ids: [id],
    label,
    how: 'speaker of the document',
    text,
    start: at,
    end: at + text.length,
    sure: 0.95,
  };
}

/** `Spokesperson X's Remarks on …`, `Statement by X`, `Joint statement by X, Y and Z`. */
function titleSpeakers(doc: Document): Referent[] | undefined {
  const { text } = doc.statement;
  for (const line of doc.lines) {
    if (!line.headline) continue;
    const people = line.mentions.filter(
      (m) =>
        m.label === 'Person' || m.kind === 'title' || m.label === 'Country' || m.label === 'Organization',
    );
    const first = people.findIndex((m) => {
      const personal = m.label === 'Person' || m.kind === 'title';
      if (personal && SPOKEN_AFTER.test(text.slice(m.end, line.sentence.end))) return true;
      return m.kind !== 'adjective' && SPOKEN_BEFORE.test(text.slice(line.sentence.start, m.start));
    });
    if (first < 0) continue;
    const named =
      people.slice(first).find((m) => m.label === 'Person' && m.start - people[first]!.start < 60) ??
      people[first]!;
    return [asReferent(named), ...coIssuers(text, people, people.indexOf(named))];
  }
  return undefined;
}

/** The further issuers of a joint statement: joined by nothing but commas and `and`. */
function coIssuers(text: string, people: readonly Mention[], at: number): Referent[] {
  const out: Referent[] = [];
  if (!/\bjoint|trilateral|\band\b/i.test(text.slice(0, people[at]!.end + 200))) return out;
  for (let i = at + 1; i < people.length; i++) {
    const between = text.slice(people[i - 1]!.end, people[i]!.start);
    if (
      !/^\s*(?:,|and|,\s*and)?\s*(?:the\s+)?(?:and\s+)?(?:the\s+)?$/i.test(between) ||
      between.trim() === ''
    )
      break;
    out.push(asReferent(people[i]!));
  }
  return out;
}

/** A text in the first person whose opening lines give a name (a letterhead) is that person's. */
function firstPerson(doc: Document, parsed: (line: Outline) => Line): Referent[] | undefined {
  // Quoted first persons are somebody's words, not the writer's.
  const unquoted = withoutQuotes(doc.statement.text);
  if ((unquoted.match(/(?:^|[\s,(])(?:I|[Mm]y) [a-z]/g) ?? []).length < 2) return undefined;
  const shouted = (l: Line): boolean =>
    l.sentence.tokens.filter((t) => t.word && t.text === t.text.toUpperCase()).length >
    l.sentence.tokens.length / 2;
  const letterhead = doc.lines
    .filter((l) => !l.headline)
    .slice(0, 5)
    .map(parsed)
    .filter((l) => shouted(l) || l.parse.clauses.every((c) => c.verb.form !== 'finite'));
  const person = letterhead
    .flatMap((l) => l.mentions)
    .find((m) => m.label === 'Person' && m.kind !== 'title');
  return person && [asReferent(person)];
}

/** A text without what stands in quotation marks; a mark that nothing closes is left. */
function withoutQuotes(text: string): string {
  let out = '';
  let from = 0;
  for (let open = text.search(/[“"]/); open >= 0;) {
    const close = next(text, /[”"]/g, open + 1);
    if (close < 0) break;
    out += text.slice(from, open);
    from = close + 1;
    open = next(text, /[“"]/g, from);
  }
  return out + text.slice(from);
}

/** Where a pattern next stands from a place on, -1 if nowhere. */
function next(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

/** Who speaks in an official's name without a country of their own represents the publisher. */
function spokesperson(
  doc: Document,
  named: readonly Referent[] | undefined,
  publisher: Referent | undefined,
  k: Knowledge,
): Structural[] {
  if (!publisher || !named) return [];
  return named
    .filter((r) => r.label === 'Person' && !k.facts.get(r.ids[0]!)?.offices?.length)
    .filter((r) => !doc.lines.some((l) => l.mentions.some((m) => m.ids[0] === r.ids[0] && m.of)))
    .map((r) => ({
      type: 'REPRESENTS',
      source: r.ids[0]!,
      target: publisher.ids[0]!,
      start: r.start,
      end: r.end,
      rule: 'publisher',
      confidence: 0.75,
      modality: 'asserted',
    }));
}

/** The country or body that publishes: by the site of the source line, or named in it. */
function publisherOf(doc: Document, k: Knowledge, identities: Identities): Referent | undefined {
  const { source } = doc.statement;
  if (!source) return undefined;
  const host = /https?:\/\/([^/\s]+)/.exec(source)?.[1];
  const id = host ? siteOwner(host, k) : nameIn(source, k);
  const entity = id ? identities.entity(id) : undefined;
  return entity && voiceOf(doc, entity.id, entity.label, source);
}

/** The owner of the host or of the nearest domain above it. */
function siteOwner(host: string, k: Knowledge): string | undefined {
  const labels = host.split('.');
  for (let i = 0; i < labels.length; i++) {
    const owner = k.sites.get(labels.slice(i).join('.'));
    if (owner) return owner;
  }
  return undefined;
}

function nameIn(source: string, k: Knowledge): string | undefined {
  const tokens = tokenise(source);
  for (let i = 0; i < tokens.length; i++) {
    const entry = k.gazetteer
      .at(tokens, i)
      ?.entries.find((e) => e.label === 'Country' || e.label === 'Organization');
    if (entry) return entry.id;
  }
  return undefined;
}
