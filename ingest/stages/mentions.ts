import type { EntityLabel } from '../../graph/model.ts';
import type { Knowledge, Title } from '../knowledge/knowledge.ts';
import type { Entry } from '../knowledge/gazetteer.ts';
import type { Token } from '../text/tokenise.ts';
import type { Mention } from '../types.ts';
import { namesBody, properRun } from './names.ts';

/** A mention being put together; `title` marks words that are only a title so far. */
export interface Piece {
  from: number;
  to: number;
  kind: Mention['kind'];
  label: EntityLabel;
  ids: string[];
  place?: string;
  of?: string;
  /** The owner, when no lexicon knows it. */
  owner?: Piece;
  office?: string;
  title?: Title;
  /** The name itself, when titles and owners were joined to it. */
  core: readonly [number, number];
  /** A run of capitals that no lexicon knows: an entity of its own, named by its words. */
  fresh?: boolean;
}

const LABEL_ORDER: readonly EntityLabel[] = ['Country', 'Person', 'Organization', 'Event', 'Issue', 'Place'];
const FORMER = new Set([
  'former',
  'then',
  'late',
  'current',
  'new',
  'newly',
  'ex',
  'outgoing',
  'incoming',
  'acting',
  'visiting',
  'elected',
  'elect',
  'top',
  'senior',
  'chief',
  'special',
  'deputy',
]);
/** A capital after one of these is the place, not the government. */
const PLACE_BEFORE = new Set([
  'in',
  'at',
  'to',
  'from',
  'near',
  'outside',
  'around',
  'across',
  'into',
  'through',
  'visit',
  'visited',
  'visiting',
  'leave',
  'left',
  'inside',
  'throughout',
  'reach',
  'reached',
  'downtown',
  'central',
]);

/** Finds everything named in a sentence: lexicon phrases, titles, runs of capitals, and their combinations. */
export function findPieces(tokens: readonly Token[], k: Knowledge, headline: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length;) {
    const piece = pieceAt(tokens, i, k, headline);
    if (piece) pieces.push(piece);
    i = piece ? piece.to : i + 1;
  }
  return combine(tokens, withAcronyms(tokens, pieces), k);
}

/** `Economic Community of West African States (ECOWAS)`: the acronym in brackets is part of the mention. */
function withAcronyms(tokens: readonly Token[], pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const inside =
      last !== undefined &&
      piece.from === last.to + 1 &&
      piece.to === piece.from + 1 &&
      tokens[last.to]?.text === '(' &&
      tokens[piece.to]?.text === ')' &&
      /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u.test(tokens[piece.from]!.text);
    const same = inside && (last.ids[0] === piece.ids[0] || (last.label === 'Organization' && last.fresh));
    if (same) out[out.length - 1] = { ...last, to: piece.to + 1 };
    else out.push(piece);
  }
  return out;
}

function pieceAt(tokens: readonly Token[], i: number, k: Knowledge, headline: boolean): Piece | undefined {
  const token = tokens[i]!;
  if (!token.word && token.text !== '"') return undefined;
  const known = k.gazetteer.at(tokens, i);
  const title = titleAt(tokens, i, k);
  const run = token.capital ? properRun(tokens, i, k, headline) : undefined;
  if (title && title.to >= (known?.to ?? 0)) return title;
  const ministry = run && governmentBody(tokens, i, run.to, k);
  if (ministry) return ministry;
  if (run && run.to > (known?.to ?? 0)) {
    const inside = known && absorbs(known.entries, tokens, known.to, run.to, k) ? known : undefined;
    if (!inside) return { ...run };
  }
  if (known) return fromEntries(tokens, i, known.to, known.entries);
  return undefined;
}

/** `Foreign Ministry of Iraq`, `Parliament of Georgia`: the country. */
function governmentBody(tokens: readonly Token[], i: number, end: number, k: Knowledge): Piece | undefined {
  for (let j = end - 1; j > i; j--) {
    if (tokens[j]!.norm !== 'of') continue;
    const at = tokens[j + 1]?.norm === 'the' ? j + 2 : j + 1;
    const country = k.gazetteer
      .at(tokens, at)
      ?.entries.find((e) => e.label === 'Country' && e.kind !== 'adjective');
    const body = tokens.slice(i, j).map((t) => t.norm);
    const state =
      k.collectives.has(body.join(' ')) ||
      /^(?:ministry|department|parliament|army|embassy|government|armed)$/.test(body[0] ?? '') ||
      /^(?:ministry|parliament|army|government)$/.test(body.at(-1) ?? '');
    const match = country && k.gazetteer.at(tokens, at);
    if (country && match && state)
      return {
        from: i,
        to: match.to,
        core: [at, match.to],
        kind: 'government',
        label: 'Country',
        ids: [country.id],
      };
  }
  return undefined;
}

/** A known name followed by more capitals stays itself when what follows is a title or another known name. */
function absorbs(
  entries: readonly Entry[],
  tokens: readonly Token[],
  at: number,
  end: number,
  k: Knowledge,
): boolean {
  const kind = entries[0]?.kind;
  if (
    kind === 'adjective' ||
    kind === 'acronym' ||
    kind === 'people' ||
    kind === 'capital' ||
    /^[^a-z]+$/.test(entries[0]?.phrase ?? 'a')
  )
    return true;
  if (
    kind === 'metonym' ||
    tokens.slice(at, end).every((t) => !t.word || (k.words.listed(t.norm) && !namesBody(t.norm)))
  )
    return true;
  if (entries.some((e) => e.label === 'Country')) return true;
  return at < end && (k.gazetteer.at(tokens, at) !== undefined || titleAt(tokens, at, k) !== undefined);
}

function fromEntries(tokens: readonly Token[], from: number, to: number, entries: readonly Entry[]): Piece {
  const sorted = [...entries].sort((a, b) => LABEL_ORDER.indexOf(a.label) - LABEL_ORDER.indexOf(b.label));
  const entry = sorted[0]!;
  const before = tokens[from - 1]?.norm === 'the' ? tokens[from - 2]?.norm : tokens[from - 1]?.norm;
  const placeLike = before !== undefined && PLACE_BEFORE.has(before);
  const place = entries.find((e) => e.label === 'Place');
  if (place && entry.label === 'Organization' && placeLike) return piece(from, to, place);
  // `at the White House`: the building.
  if (entry.kind === 'metonym' && placeLike && (before === 'at' || before === 'in' || before === 'outside'))
    return place
      ? piece(from, to, place)
      : { ...piece(from, to, entry), kind: 'unknown', label: 'Place', ids: [], fresh: true };
  return piece(from, to, entry);
}

const piece = (from: number, to: number, entry: Entry): Piece => ({
  from,
  to,
  core: [from, to],
  kind: entry.kind,
  label: entry.label,
  ids: [entry.id],
});

/** The longest title that begins at `i`: `Foreign Minister`, `Secretary of State`. */
export function titleAt(tokens: readonly Token[], i: number, k: Knowledge): Piece | undefined {
  let key = '';
  let best: Piece | undefined;
  for (let j = i; j < Math.min(tokens.length, i + 6); j++) {
    const token = tokens[j]!;
    const glue =
      token.text === '-'
        ? '-'
        : key.endsWith('-') || key === ''
          ? ''
          : token.glued && token.text === '.'
            ? ''
            : ' ';
    key = token.text === '-' ? `${key}-` : `${key}${glue}${token.norm}`;
    const title = k.titles.get(key);
    if (title)
      best = {
        from: i,
        to: j + 1,
        core: [i, j + 1],
        kind: 'title',
        label: 'Person',
        ids: [],
        title,
        office: title.office,
      };
  }
  return best && portfolio(tokens, best);
}

/** `Minister for Trade and Investment`: the portfolio belongs to the title. */
function portfolio(tokens: readonly Token[], title: Piece): Piece {
  if (
    !/minister|secretary|commissioner/i.test(tokens[title.to - 1]!.text) ||
    !/^(?:for|of)$/.test(tokens[title.to]?.norm ?? '')
  )
    return title;
  let to = title.to;
  for (let i = title.to + 1; i < tokens.length; i++) {
    const { norm } = tokens[i]!;
    if (PORTFOLIOS.has(norm)) to = i + 1;
    else if (!['and', ',', '&', 'the'].includes(norm)) break;
  }
  return { ...title, to, core: [title.from, to] };
}

const PORTFOLIOS = new Set(
  'trade foreign affairs defence defense finance interior justice health education energy environment immigration multicultural indigenous economy economic development investment industry agriculture commerce labour labor transport culture tourism science technology information communications home internal external relations cooperation international security national regional european parliamentary women youth sport sports water oil petroleum planning state'.split(
    ' ',
  ),
);

/** Joins titles with names and owners, collective nouns with countries. */
function combine(tokens: readonly Token[], pieces: readonly Piece[], k: Knowledge): Piece[] {
  const out: Piece[] = [];
  for (let n = 0; n < pieces.length; n++) {
    const piece = pieces[n]!;
    if (piece.title) {
      n = joinTitle(tokens, pieces, n, out);
      continue;
    }
    if (piece.label === 'Person' && apposition(tokens, out, piece)) continue;
    const last = out.at(-1);
    // `Russian Space Agency`: words of the language need the country to be a name.
    if (
      piece.fresh &&
      piece.label === 'Organization' &&
      last?.kind === 'adjective' &&
      last.to === piece.from &&
      piece.to - piece.from <= 3 &&
      namesBody(tokens[piece.to - 1]!.norm)
    ) {
      out.push({ ...piece, core: [last.from, piece.to] });
      continue;
    }
    out.push(piece);
  }
  return collectives(tokens, out, k);
}

/** The country or organisation just before token `i`: `Cuban `, `Iran's `, `UN `. Removes it from the list. */
function takeOwner(tokens: readonly Token[], out: Piece[], i: number): Piece | undefined {
  const last = out[out.length - 1];
  if (!last || !['Country', 'Organization', 'Person'].includes(last.label) || last.title) return undefined;
  let at = last.to;
  if (tokens[at]?.norm === "'s" || tokens[at]?.norm === "'") at++;
  while (at < i && (FORMER.has(tokens[at]!.norm) || tokens[at]!.text === '-')) at++;
  if (at !== i) return undefined;
  if (last.label === 'Person' && tokens[last.to]?.norm !== "'s") return undefined;
  out.pop();
  return last;
}

/** A title with what it binds: an owner before, `of X` after, a name right after. Returns the index of the last piece used. */
function joinTitle(tokens: readonly Token[], pieces: readonly Piece[], n: number, out: Piece[]): number {
  let made: Piece = { ...pieces[n]! };
  let used = n;
  const owner = takeOwner(tokens, out, made.from);
  if (owner) {
    // `Angela Merkel's spokesperson`: she stays a name of her own; he stands for what she stands for.
    if (owner.label === 'Person') out.push(owner);
    const of = owner.label === 'Person' ? owner.of : owner.ids[0];
    made = {
      ...made,
      ...(owner.label !== 'Person' && { from: owner.from }),
      ...(of ? { of } : owner.fresh && owner.label === 'Organization' && { owner }),
    };
  }
  // `President of the Republic of Cuba`, `Ambassador to Germany`, `Minister for Foreign Affairs of Iran`
  let next = pieces[used + 1];
  const link = next && linking(tokens, made.to, next.from);
  if (
    next &&
    link &&
    !next.title &&
    (next.label === 'Country' || next.label === 'Organization') &&
    next.kind !== 'adjective'
  ) {
    const of = link === 'to' && made.of ? made.of : next.ids[0];
    made = { ...made, to: next.to, ...(of && { of }) };
    used++;
  }
  // Stacked titles and honorifics: `President Ayatollah Seyyed`, `His Majesty King`.
  next = pieces[used + 1];
  while (next?.title && next.from <= made.to + 1 && gap(tokens, made.to, next.from)) {
    made = {
      ...made,
      to: next.to,
      ...(next.office && !made.office && { office: next.office }),
      title: made.office ? made.title! : next.title,
    };
    used++;
    next = pieces[used + 1];
  }
  // `X, the leader of Cuba, Y said`: between commas the title belongs to the name before it.
  if (next && tokens[made.to]?.text === ',' && apposition(tokens, out, made)) return used;
  if (next && !next.title && (next.label === 'Person' || next.fresh) && gap(tokens, made.to, next.from)) {
    out.push({
      ...next,
      from: made.from,
      label: 'Person',
      kind: next.kind,
      ...(made.of && { of: made.of }),
      ...(made.owner && { owner: made.owner }),
      ...(made.office && { office: made.office }),
    });
    return trailingOf(tokens, pieces, used + 1, out);
  }
  if (owner?.label === 'Person') {
    if (made.of) out.push(made);
    return used;
  }
  if (owner && !made.title?.alone && made.title?.kind === 'honorific') {
    out.push(owner);
    return used;
  }
  if (apposition(tokens, out, made)) return used;
  if (made.title?.alone || made.of) out.push(made);
  else if (owner) out.push(owner);
  return used;
}

/** `King Abdullah II of Jordan`: the country after the name says whose. */
function trailingOf(tokens: readonly Token[], pieces: readonly Piece[], used: number, out: Piece[]): number {
  const person = out[out.length - 1]!;
  const next = pieces[used + 1];
  if (!next || person.of || next.label !== 'Country' || linking(tokens, person.to, next.from) !== 'of')
    return used;
  out[out.length - 1] = { ...person, to: next.to, of: next.ids[0]! };
  return used + 1;
}

function linking(tokens: readonly Token[], from: number, to: number): string | undefined {
  const words = tokens.slice(from, to).map((t) => t.norm);
  if (words.length === 0 || words.length > 3) return undefined;
  const [first, ...rest] = words;
  if (!['of', 'to', 'for', 'at'].includes(first ?? '')) return undefined;
  return rest.every((w) => w === 'the' || w === '-') ? first : undefined;
}

/** Nothing but a comma or a quotation mark stands between a title and its name. */
function gap(tokens: readonly Token[], from: number, to: number): boolean {
  if (to < from) return false;
  return (
    tokens.slice(from, to).every((t) => ['"', '“', '”', '-', '.', ','].includes(t.text)) && to - from <= 2
  );
}

/** `Hamid Khanooki, the director of Mahan,` and `Mahan's director, Hamid Khanooki`: one person in two phrases. */
function apposition(tokens: readonly Token[], out: Piece[], made: Piece): boolean {
  const last = out[out.length - 1];
  if (!last || last.label !== 'Person' || made.label !== 'Person') return false;
  const between = tokens
    .slice(last.to, made.from)
    .map((t) => t.norm)
    .filter((w) => !/^["“”]$/.test(w));
  const plain =
    between.length > 0 &&
    between.length <= 3 &&
    between[0] === ',' &&
    between.slice(1).every((w) => ['the', 'a', 'an', "'s", 'late', 'former', 'then'].includes(w));
  if (!plain) return false;
  const lastIsTitle = last.kind === 'title';
  if (lastIsTitle === (made.kind === 'title')) return false;
  const named = lastIsTitle ? made : last;
  const title = lastIsTitle ? last : made;
  const of = title.of ?? named.of;
  const office = title.office || named.office;
  out[out.length - 1] = {
    ...named,
    from: last.from,
    to: made.to,
    ...(of && { of }),
    ...(office && { office }),
  };
  return true;
}

/** `the Cuban government`, `Ukraine's forces`, `the government of Canada`, `the Maduro regime`: the country. */
function collectives(tokens: readonly Token[], pieces: readonly Piece[], k: Knowledge): Piece[] {
  const swallowed = new Set<Piece>();
  const joined = pieces.map((p, n) => {
    if (p.kind === 'title' || p.label === 'Issue' || p.label === 'Event') return p;
    const before = governmentBefore(tokens, p, k);
    const after = collectiveAfter(tokens, p, pieces[n + 1]?.from ?? tokens.length, k);
    const office =
      p.label === 'Country' && p.kind !== 'government' ? ministryAfter(tokens, p, pieces[n + 1]) : undefined;
    if (office) {
      swallowed.add(office);
      return { ...p, kind: 'government' as const, to: office.to };
    }
    if (p.label === 'Country' && (before !== undefined || after)) {
      return { ...p, kind: 'government' as const, from: before ?? p.from, to: after?.to ?? p.to };
    }
    if (p.label === 'Person' && after && after.kind === 'state' && !p.office) {
      const country = k.facts.get(p.ids[0] ?? '')?.offices?.find((o) => o.of.startsWith('country:'))?.of;
      if (country)
        return {
          from: p.from,
          to: after.to,
          core: p.core,
          kind: 'government' as const,
          label: 'Country' as const,
          ids: [country],
        };
    }
    if (p.kind === 'capital') return capital(tokens, p, after?.to, k);
    return p;
  });
  return joined
    .filter((_, n) => !swallowed.has(pieces[n]!))
    .map((p, n, all) => alongside(tokens, shared(tokens, p, all[n + 1]), all[n - 1]));
}

/** `French and Egyptian warships`: the noun is of both. */
function shared(tokens: readonly Token[], p: Piece, next: Piece | undefined): Piece {
  const both =
    p.kind === 'adjective' &&
    next?.kind === 'government' &&
    next.core[0] === next.from &&
    next.from - p.to === 1 &&
    tokens[p.to]!.norm === 'and';
  return both ? { ...p, kind: 'government' } : p;
}

/** `from Washington and Canberra`: the second capital is a place when the first is one. */
function alongside(tokens: readonly Token[], p: Piece, before: Piece | undefined): Piece {
  const both =
    p.kind === 'metonym' &&
    p.place !== undefined &&
    before?.label === 'Place' &&
    p.from - before.to === 1 &&
    tokens[before.to]!.norm === 'and';
  return both ? { ...p, kind: 'name', label: 'Place', ids: [p.place!] } : p;
}

/** `Cuban Ministry of the Interior`, `Azerbaijan's Ministry of Defense`: the ministry is the country. */
function ministryAfter(tokens: readonly Token[], p: Piece, next: Piece | undefined): Piece | undefined {
  if (!next?.fresh || next.label !== 'Organization') return undefined;
  const between = tokens.slice(p.to, next.from).map((t) => t.norm);
  if (!between.every((w) => w === "'s" || w === "'")) return undefined;
  return /^(?:ministry|department|parliament|army|embassy|foreign|government|armed|navy)$/.test(
    tokens[next.from]!.norm,
  )
    ? next
    : undefined;
}

/** A capital city is its government unless a preposition of place or the like stands before it. */
function capital(tokens: readonly Token[], p: Piece, governs: number | undefined, k: Knowledge): Piece {
  const id = p.ids[0]!;
  const country = k.facts.get(id)?.country;
  const before = tokens[p.from - 1]?.norm;
  if (!country || country === '') return { ...p, kind: 'name' };
  if (governs !== undefined)
    return { ...p, kind: 'government', label: 'Country', ids: [`country:${country}`], to: governs };
  if (before !== undefined && PLACE_BEFORE.has(before)) return { ...p, kind: 'name' };
  const dateline = p.from === 0 && [',', '(', '-', '–', '—'].includes(tokens[p.to]?.text ?? '');
  if (dateline || before === 'of' || before === ',') return { ...p, kind: 'name' };
  return { ...p, kind: 'metonym', label: 'Country', ids: [`country:${country}`], place: id };
}

function governmentBefore(tokens: readonly Token[], p: Piece, k: Knowledge): number | undefined {
  let i = p.from - 1;
  if (tokens[i]?.norm === 'the') i--;
  if (tokens[i]?.norm !== 'of' && !(tokens[i]?.norm === 'in' && tokens[i - 1]?.norm === 'authorities'))
    return undefined;
  for (const length of [3, 2, 1]) {
    const words = tokens
      .slice(i - length, i)
      .map((t) => t.norm)
      .join(' ');
    const kind = i - length >= 0 ? k.collectives.get(words) : undefined;
    if (kind && words !== 'state' && words !== 'court' && words !== 'department') return i - length;
  }
  return undefined;
}

function collectiveAfter(
  tokens: readonly Token[],
  p: Piece,
  limit: number,
  k: Knowledge,
): { to: number; kind: string } | undefined {
  let at = p.to;
  if (tokens[at]?.norm === "'s" || tokens[at]?.norm === "'") at++;
  // Up to two words may qualify: `Russian armed forces`, `US special operations troops`.
  for (let skip = 0; skip <= 2; skip++) {
    for (const length of [4, 3, 2, 1]) {
      const end = at + skip + length;
      if (end > limit) continue;
      const words = tokens
        .slice(at + skip, end)
        .map((t) => t.norm)
        .join(' ');
      const kind = k.collectives.get(words);
      if (kind && qualifies(tokens.slice(at, at + skip))) return { to: end, kind };
    }
  }
  return undefined;
}

const QUALIFIERS = new Set([
  'senior',
  'top',
  'armed',
  'military',
  'security',
  'special',
  'naval',
  'ground',
  'state',
  'national',
  'federal',
  'local',
  'central',
  'foreign',
  'defence',
  'defense',
  'interior',
  'air',
  'border',
  'high',
  'ranking',
  'transitional',
  'interim',
  'new',
  'then',
  'former',
  'coalition',
  'occupation',
  'riot',
  'peacekeeping',
  'combat',
  'fighter',
  'brotherly',
  'oppressed',
  'operations',
  'supreme',
]);
const qualifies = (tokens: readonly Token[]): boolean =>
  tokens.every((t) => QUALIFIERS.has(t.norm) || t.text === '-');
