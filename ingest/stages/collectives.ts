import type { Knowledge } from '../knowledge/knowledge.ts';
import { qualifies } from '../knowledge/nouns.ts';
import type { Token } from '../text/tokenise.ts';
import type { Piece } from './pieces.ts';

/** A name after one of these is the place, not the government or body there. */
const PLACE_BEFORE = new Set(
  'in at to from near outside around across into through visit visited visiting leave left inside throughout reach reached downtown central'.split(
    ' ',
  ),
);

/** Does the word make a place of the name that follows? */
export const leadsToPlace = (word: string | undefined): boolean =>
  word !== undefined && PLACE_BEFORE.has(word);

/** `the Cuban government`, `Ukraine's forces`, `the government of Canada`, `the Maduro regime`: the country. */
export function collectives(tokens: readonly Token[], pieces: readonly Piece[], k: Knowledge): Piece[] {
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
  if (leadsToPlace(before) && !isSaidBy(tokens, p.from, k)) return { ...p, kind: 'name' };
  const dateline = p.from === 0 && [',', '(', '-', '–', '—'].includes(tokens[p.to]?.text ?? '');
  if (dateline || before === 'of' || before === ',') return { ...p, kind: 'name' };
  return { ...p, kind: 'metonym', label: 'Country', ids: [`country:${country}`], place: id };
}

/** `criticism from Paris`, `a warning to Tehran`: what comes from a capital, or is addressed to one, is its government's. */
function isSaidBy(tokens: readonly Token[], at: number, k: Knowledge): boolean {
  const [noun, prep] = [tokens[at - 2]?.norm, tokens[at - 1]?.norm ?? ''];
  if (noun === undefined || (prep !== 'from' && prep !== 'to')) return false;
  const frames = k.frames.byHead.get(`n ${noun}`) ?? k.frames.byHead.get(`n ${noun.replace(/s$/, '')}`) ?? [];
  return frames.some(
    (f) => f.relation !== 'MET_WITH' && (prep === 'from' ? f.source : f.target).includes(prep),
  );
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
      if (kind && areQualifiers(tokens.slice(at, at + skip))) return { to: end, kind };
    }
  }
  return undefined;
}

const areQualifiers = (tokens: readonly Token[]): boolean =>
  tokens.every((t) => qualifies(t.norm, 'force') || t.text === '-');
