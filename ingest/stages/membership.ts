import type { Document, Line, Mention, Referent } from '../types.ts';
import type { Focus } from './focus.ts';
import type { Structural } from './structure.ts';

/** `NATO ally Albania`, `EU member state Poland`: the words between the body and its member. */
const AFTER =
  /^(?:member|members|member state|member states|member country|member countries|ally|allies|partner nation)(?: ?(?:such as|including|like|,|:|and|the))*$/;
/** `Albania, a member of NATO`, `Albania is a NATO member`, `Brazil joined BRICS` */
const BEFORE =
  /^(?:,? ?(?:is|are|was|became|remains|as|being|both|itself))?,? ?(?:an?|the|all|full|new|founding|permanent|non-permanent)* ?(?:members?|member states?|signatory|part) of(?: the)?$|^(?:has |have )?joined(?: the)?$/;
const NOUN_AFTER = /^(?:member|members|member state|member states|ally|allies)\b/;
const IS = /^(?:is|are|was|became|,) (?:an?|also a|the)?$/;

/** Memberships that a sentence states. */
export function findMembership(
  doc: Document,
  line: Line,
  focus: Focus,
  home: (id: string) => string | undefined,
): Structural[] {
  const out: Structural[] = [];
  const bodies = line.mentions.filter((m) => m.label === 'Organization');
  for (const body of bodies) {
    const members = line.mentions.filter((m) => m.label === 'Country' && m.kind !== 'adjective');
    for (const m of members) if (isMember(doc, line, m, body, members)) out.push(member(m.ids[0]!, body, m));
    const own = ownAlly(line, body) ? focus.speakers.concat(focus.issuers).slice(0, 3) : [];
    for (const r of own) out.push(...allied(r, body, home));
    out.push(...apposed(line, body, members));
  }
  return out;
}

function isMember(
  doc: Document,
  line: Line,
  m: Mention,
  body: Mention,
  members: readonly Mention[],
): boolean {
  const { tokens } = line.sentence;
  const words = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map((t) => t.norm)
      .join(' ');
  if (body.to <= m.from) {
    // What stands between, without the members named before this one.
    const first = members.find((x) => x.from >= body.to);
    const listed = first !== undefined && first !== m && onlyList(words(first.to, m.from), members, first, m);
    return AFTER.test(words(body.to, first?.from ?? m.from).trim()) && (first === m || listed);
  }
  const between = words(m.to, body.from).trim();
  if (BEFORE.test(between)) return true;
  return IS.test(between) && NOUN_AFTER.test(words(body.to, body.to + 2));
}

/** Nothing but commas, `and` and other members between two of a list. */
function onlyList(between: string, members: readonly Mention[], first: Mention, last: Mention): boolean {
  const names = members
    .filter((x) => x.from > first.from && x.from < last.from)
    .map((x) => x.text.toLowerCase());
  const rest = names.reduce((text, name) => text.replace(name, ''), between);
  return /^(?:[\s,]|and|the)*$/.test(rest);
}

/** `our NATO ally`: whoever speaks is in it, too. */
const ownAlly = ({ sentence: { tokens } }: Line, body: Mention): boolean =>
  tokens[body.from - 1]?.norm === 'our' && /^(?:ally|allies|members?)$/.test(tokens[body.to]?.norm ?? '');

function allied(r: Referent, body: Mention, home: (id: string) => string | undefined): Structural[] {
  const id = r.label === 'Person' ? home(r.ids[0]!) : r.ids[0];
  return id?.startsWith('country:') ? [member(id, body, body)] : [];
}

/** `the ministers of Kenya, Uganda and Tanzania – the East African Community` */
function apposed({ sentence: { tokens } }: Line, body: Mention, members: readonly Mention[]): Structural[] {
  const at = tokens[body.from - 1]?.norm === 'the' ? body.from - 2 : body.from - 1;
  if (!/^[–—-]$/.test(tokens[at]?.text ?? '')) return [];
  const list = members.filter((m) => m.to <= at);
  const last = list.at(-1);
  if (last?.to !== at) return [];
  const joined = list.filter((m, n) => {
    const next = list[n + 1];
    return !next || tokens.slice(m.to, next.from).every((t) => /^(?:,|and|the)$/.test(t.norm));
  });
  return joined.length > 1 ? joined.map((m) => member(m.ids[0]!, body, m)) : [];
}

const member = (id: string, body: Mention, by: Mention): Structural => ({
  type: 'MEMBER_OF',
  source: id,
  target: body.ids[0]!,
  start: Math.min(by.start, body.start),
  end: Math.max(by.end, body.end),
  rule: 'member',
  confidence: 0.85,
  modality: 'asserted',
});
