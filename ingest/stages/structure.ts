import type { Modality, StructuralType } from '../../graph/model.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { covers } from '../knowledge/offices.ts';
import type { Office } from '../knowledge/offices.ts';
import type { Document, Line, Mention, Outline } from '../types.ts';

/** A structural edge with the words that it rests on. */
export interface Structural {
  readonly type: StructuralType;
  readonly source: string;
  readonly target: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
  readonly modality: Modality;
  readonly date?: string;
  readonly role?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Offices, memberships and places that the document states, and the offices of the known people whom it names. */
export function findStructure(doc: Document, k: Knowledge, publisher: string | undefined): Structural[] {
  const out: Structural[] = [];
  const placed = new Set<string>();
  for (const line of doc.lines) {
    for (const m of line.mentions) {
      if (m.label === 'Person' && m.of && m.ids[0] !== m.of) {
        placed.add(m.ids[0]!);
        out.push(
          represents(m, m.of, m.office, 'title', 0.95, officeOf(k, m.ids[0]!, m.of, doc.statement.date)),
        );
      }
      if (m.label === 'Person' && !m.of && m.office === 'spokesperson') out.push(...spokesOfOwner(line, m));
    }
  }
  for (const line of doc.lines) {
    for (const m of line.mentions) {
      const id = m.ids[0]!;
      if (m.label !== 'Person' || placed.has(id)) continue;
      const office = bestOffice(k.facts.get(id)?.offices ?? [], doc.statement.date);
      // `my friend, the Minister of Health`: an unknown minister in a government's own text is its minister.
      if (!office && publisher?.startsWith('country:') && m.office && /minister|secretary/.test(m.office)) {
        placed.add(id);
        out.push(represents(m, publisher, m.office, 'publisher', 0.65, undefined));
      }
      if (!office || !doc.entities.has(office.of)) continue;
      placed.add(id);
      out.push(represents(m, office.of, office.office, 'lexicon.office', 0.85, office));
    }
  }
  return out;
}

function represents(
  m: Mention,
  of: string,
  role: string | undefined,
  rule: string,
  confidence: number,
  office: Office | undefined,
): Structural {
  return {
    type: 'REPRESENTS',
    source: m.ids[0]!,
    target: of,
    start: m.start,
    end: m.end,
    rule,
    confidence,
    modality: 'asserted',
    ...(role && { role }),
    ...(office?.from && { from: office.from }),
    ...(office?.to && { to: office.to }),
  };
}

const officeOf = (k: Knowledge, person: string, of: string, date: string | undefined): Office | undefined => {
  const all = (k.facts.get(person)?.offices ?? []).filter((o) => o.of === of);
  return all.find((o) => covers(o, date));
};

/** The office held at the date of the statement, else the last one before it, else the first. */
export function bestOffice(offices: readonly Office[], date: string | undefined): Office | undefined {
  return (
    offices.find((o) => covers(o, date)) ??
    [...offices].reverse().find((o) => date === undefined || o.from <= date) ??
    offices[0]
  );
}

/** `President Macron's adviser, Emmanuel Bonne`: he stands for what she stands for. */
function spokesOfOwner(line: Outline, m: Mention): Structural[] {
  const owner = line.mentions.find(
    (o) => o.label === 'Person' && o.of && o !== m && o.to <= m.from && m.from - o.to <= 3,
  );
  return owner?.of ? [represents(m, owner.of, m.office, 'title', 0.85, undefined)] : [];
}

/** `Iranian airline Mahan Air`, `Mahan Air of Iran`, `Tehran, Iran`: where a body or a place is, when the words say so. */
export function findHomes(line: Line): Structural[] {
  const { tokens } = line.sentence;
  const out: Structural[] = [];
  line.mentions.forEach((m, n) => {
    if (m.label !== 'Organization' && m.label !== 'Place') return;
    const before = line.mentions[n - 1];
    const after = line.mentions[n + 1];
    const gapBefore = before ? tokens.slice(before.to, m.from).map((t) => t.norm) : [];
    const adjective =
      before?.label === 'Country' &&
      (before.kind === 'adjective' || before.kind === 'acronym' || tokens[before.to]?.norm === "'s");
    if (
      m.label === 'Organization' &&
      adjective &&
      gapBefore.length <= 2 &&
      gapBefore.every((w) => /^[a-z'-]+$/.test(w)) &&
      before
    ) {
      out.push(located(before, m, m.ids[0]!, before.ids[0]!));
    }
    if (!after || after.label !== 'Country') return;
    const link = tokens
      .slice(m.to, after.from)
      .map((t) => t.norm)
      .join(' ');
    if (
      after.kind !== 'adjective' &&
      ((m.label === 'Organization' && /^of(?: the)?$/.test(link)) ||
        (m.label === 'Place' && /^(?:,|of|region of|in|province of)$/.test(link)))
    ) {
      out.push(located(m, after, m.ids[0]!, after.ids[0]!));
    }
  });
  return out;
}

const located = (first: Mention, last: Mention, source: string, target: string): Structural => ({
  type: 'LOCATED_IN',
  source,
  target,
  start: first.start,
  end: last.end,
  rule: 'named.home',
  confidence: 0.8,
  modality: 'asserted',
});
