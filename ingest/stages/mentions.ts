import type { EntityLabel } from '../../graph/model.ts';
import type { Entry } from '../knowledge/gazetteer.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { playsPart } from '../knowledge/name-words.ts';
import type { Token } from '../text/tokenise.ts';
import { collectives, leadsToPlace } from './collectives.ts';
import { namesBody, opensWithArticle, properRun } from './names.ts';
import type { Piece } from './pieces.ts';
import { apposition, joinTitle, titleAt } from './titles.ts';

const LABEL_ORDER: readonly EntityLabel[] = ['Country', 'Person', 'Organization', 'Event', 'Issue', 'Place'];
/** Finds everything named in a sentence: lexicon phrases, titles, runs of capitals, and their combinations. */
export function findPieces(tokens: readonly Token[], k: Knowledge, headline: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length;) {
    const found = pieceAt(tokens, i, k, headline);
    const piece = found && withJunior(tokens, found);
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
  const run = token.capital || opensWithArticle(tokens, i) ? properRun(tokens, i, k, headline) : undefined;
  // `Sheikh Hamad bin Khalifa | al-Thani`: without its title the name is known to be longer.
  const longer = title && (k.gazetteer.at(tokens, title.to)?.to ?? 0) > (known?.to ?? 0);
  if (title && (longer || title.to >= (known?.to ?? 0))) return title;
  const ministry = run && governmentBody(tokens, i, run.to, k);
  if (ministry) return ministry;
  if (run && run.to > (known?.to ?? 0)) {
    const inside = known && absorbs(known.entries, tokens, known.to, run.to, k) ? known : undefined;
    if (!inside) return { ...run };
  }
  return known && fromEntries(tokens, i, withDescent(tokens, known.to, known.entries), known.entries);
}

/** `Joseph R. Biden, Jr.`: the words after the comma belong to the name of a person. */
function withJunior(tokens: readonly Token[], piece: Piece): Piece {
  const at = tokens[piece.to]?.text === ',' ? piece.to + 1 : piece.to;
  if (piece.label !== 'Person' || !/^(?:jr|sr)$/.test(tokens[at]?.norm ?? '')) return piece;
  const dot = tokens[at + 1]?.text === '.' ? 2 : 1;
  return { ...piece, to: at + dot + (tokens[at + dot]?.text === ',' ? 1 : 0) };
}

/** `King Salman bin Abdulaziz Al Saud`: the name of somebody known goes on. Gives its end. */
function withDescent(tokens: readonly Token[], to: number, entries: readonly Entry[]): number {
  const goesOn = (i: number): boolean =>
    DESCENT.has(tokens[i]?.norm ?? '') && tokens[i + 1]?.capital === true;
  if (!entries.some((e) => e.label === 'Person')) return to;
  let end = to;
  while (goesOn(end)) end += 2;
  return end;
}

const DESCENT = new Set(['bin', 'ibn', 'bint', 'ben', 'al']);

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
  if (entries.some((e) => e.label === 'Country')) return !isGivenName(tokens, at, end, k);
  return at < end && (k.gazetteer.at(tokens, at) !== undefined || titleAt(tokens, at, k) !== undefined);
}

/** `Jordan Bardella`: a country's name before a single word that nothing else explains. */
function isGivenName(tokens: readonly Token[], at: number, end: number, k: Knowledge): boolean {
  const { norm } = tokens[at]!;
  return (
    playsPart(tokens[at - 1]!.norm, 'given') &&
    end === at + 1 &&
    !namesBody(norm) &&
    !k.words.listed(norm) &&
    k.gazetteer.at(tokens, at) === undefined &&
    titleAt(tokens, at, k) === undefined
  );
}

function fromEntries(tokens: readonly Token[], from: number, to: number, entries: readonly Entry[]): Piece {
  const sorted = [...entries].sort((a, b) => LABEL_ORDER.indexOf(a.label) - LABEL_ORDER.indexOf(b.label));
  const entry = sorted[0]!;
  const before = tokens[from - 1]?.norm === 'the' ? tokens[from - 2]?.norm : tokens[from - 1]?.norm;
  const placeLike = leadsToPlace(before);
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
