import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Document, Line, Mention, Referent } from '../types.ts';
import type { Identities } from './identify.ts';
import { tokenise } from '../text/tokenise.ts';

/** Who speaks in a line when nobody is quoted, and whether it is a question. */
export interface Turn {
  readonly speaker: Referent | undefined;
  readonly question: boolean;
}

export interface Voice {
  /** Whose document it is. */
  readonly issuer: Referent | undefined;
  readonly issuers: readonly string[];
  turn(line: Line): Turn;
}

const SPOKEN = /^(?:'s|’s)?\s*(?:remarks?|regular|press|speech|statement|address|interview|answers?|response|comments?|briefing)/i;
const SPEECH_KIND = /speech|interview|address|remarks|Q&A|press.?conference|transcript|vote|explanation|intervention/i;
const QUESTION = /^(?:Q|Question|Reporter|Journalist|[A-Z][\w. ]{1,30})\s*:/;
const ANSWER = /^(?:A|Answer)\s*:/;

/** Finds who speaks throughout a document: its `Speaker:` line, the person whose remarks it gives, the labels of a press conference. */
export function findVoice(doc: Document, identities: Identities, k: Knowledge): Voice {
  const speaker = headerSpeaker(doc, identities, k) ?? titleSpeaker(doc);
  const issuer = speaker ?? sourceIssuer(doc, k, identities);
  const conference = doc.lines.some((l) => /^Q(?:uestion)?\s*:/.test(doc.statement.text.slice(l.sentence.start, l.sentence.start + 12)));
  const speaks = speaker !== undefined && (doc.statement.speaker !== undefined || conference || SPEECH_KIND.test(doc.statement.kind ?? ''));
  let question = false;
  let current = speaks ? speaker : undefined;
  let paragraph = Number.NaN;
  return {
    issuer,
    issuers: issuer ? [...issuer.ids] : [],
    turn(line) {
      const start = doc.statement.text.slice(line.sentence.start, line.sentence.start + 40);
      if (conference && line.sentence.paragraph !== paragraph) {
        paragraph = line.sentence.paragraph;
        if (ANSWER.test(start)) [question, current] = [false, speaker];
        else if (QUESTION.test(start)) {
          const named = line.mentions.find((m) => m.label === 'Person' && m.from === 0);
          question = named === undefined;
          current = named ? asReferent(named) : speaker;
        }
      }
      return { speaker: question ? undefined : current, question };
    },
  };
}

const asReferent = (m: Mention): Referent => ({ ids: m.ids, label: m.label, how: 'speaker of the document', text: m.text, start: m.start, end: m.end, sure: 0.9 });

/** The `Speaker:` line, or the speaker given with the statement. */
function headerSpeaker(doc: Document, identities: Identities, k: Knowledge): Referent | undefined {
  const given = doc.statement.speaker;
  if (!given) return undefined;
  const tokens = tokenise(given);
  for (let i = 0; i < tokens.length; i++) {
    const entry = k.gazetteer.at(tokens, i)?.entries.find((e) => e.label === 'Person');
    const entity = entry && identities.entity(entry.id);
    if (entity) return voiceOf(doc, entity.id, 'Person', given);
  }
  for (let i = 0; i < tokens.length; i++) {
    const entry = k.gazetteer.at(tokens, i)?.entries.find((e) => e.label === 'Country' || e.label === 'Organization');
    const entity = entry && identities.entity(entry.id);
    if (entity) return voiceOf(doc, entity.id, entity.label, given);
  }
  return undefined;
}

function voiceOf(doc: Document, id: string, label: Referent['label'], text: string): Referent {
  const at = Math.max(0, doc.statement.text.indexOf(text));
  return { ids: [id], label, how: 'speaker of the document', text, start: at, end: at + text.length, sure: 0.95 };
}

/** `Spokesperson Hua Chunying's Remarks on …`. */
function titleSpeaker(doc: Document): Referent | undefined {
  const { text } = doc.statement;
  for (const line of doc.lines) {
    if (!line.headline) continue;
    for (const m of line.mentions) {
      if (m.label !== 'Person') continue;
      const after = text.slice(m.end, line.sentence.end);
      const before = text.slice(line.sentence.start, m.start);
      if (SPOKEN.test(after) || /(?:remarks|speech|statement|address|interview) (?:by|of|with)(?: the)?\s*$/i.test(before)) return asReferent(m);
    }
  }
  return undefined;
}

/** The country or body that publishes: named in the source line, or by its site. */
function sourceIssuer(doc: Document, k: Knowledge, identities: Identities): Referent | undefined {
  const { source } = doc.statement;
  if (!source) return undefined;
  const host = /https?:\/\/([^/\s]+)/.exec(source)?.[1];
  const id = host ? siteOwner(host) : nameIn(source, k);
  const entity = id ? identities.entity(id) : undefined;
  return entity && voiceOf(doc, entity.id, entity.label, source);
}

const SITES: readonly (readonly [RegExp, string])[] = [
  [/kremlin\.ru|mid\.ru|government\.ru/, 'country:RUS'],
  [/whitehouse\.gov|state\.gov|defense\.gov|treasury\.gov|usembassy\.gov/, 'country:USA'],
  [/gov\.uk/, 'country:GBR'],
  [/gov\.au/, 'country:AUS'],
  [/(?:fmprc|mfa)\.gov\.cn/, 'country:CHN'],
  [/gov\.il/, 'country:ISR'],
  [/diplomatie\.gouv\.fr|elysee\.fr/, 'country:FRA'],
  [/auswaertiges-amt\.de|bundesregierung\.de|bundeskanzler/, 'country:DEU'],
  [/khamenei\.ir|president\.ir|mfa\.ir/, 'country:IRN'],
  [/mea\.gov\.in|pmindia\.gov\.in/, 'country:IND'],
  [/mfa\.gov\.tr|tccb\.gov\.tr/, 'country:TUR'],
  [/mofa\.go\.jp|kantei\.go\.jp/, 'country:JPN'],
  [/international\.gc\.ca|canada\.ca|pm\.gc\.ca/, 'country:CAN'],
  [/president\.gov\.ua|mfa\.gov\.ua/, 'country:UKR'],
  [/nato\.int/, 'org:nato'],
  [/europa\.eu/, 'org:european-union'],
  [/osce\.org/, 'org:osce'],
];

const siteOwner = (host: string): string | undefined => SITES.find(([pattern]) => pattern.test(host))?.[1];

function nameIn(source: string, k: Knowledge): string | undefined {
  const tokens = tokenise(source);
  for (let i = 0; i < tokens.length; i++) {
    const entry = k.gazetteer.at(tokens, i)?.entries.find((e) => e.label === 'Country' || e.label === 'Organization');
    if (entry) return entry.id;
  }
  return undefined;
}
