import type { Edge } from '../../../server/contract.ts';
import { locateQuote } from './segments.ts';

/** A run of text, and the edges whose quotes it is part of. */
export interface Run {
  readonly text: string;
  readonly edges: readonly Edge[];
}
/** A paragraph in runs, with the edges whose quotes begin in it, in the order of the text. */
export interface Passage {
  readonly start: number;
  readonly runs: readonly Run[];
  readonly begins: readonly Edge[];
}

interface Placed {
  readonly edge: Edge;
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into paragraphs, and each at the borders of the quotes in it. No character is lost but line ends. */
export function passages(text: string, edges: readonly Edge[]): readonly Passage[] {
  const placed = edges
    .flatMap((edge): readonly Placed[] => {
      const place = locateQuote(text, edge);
      return place ? [{ edge, start: place[0], end: place[1] }] : [];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.edge.id < b.edge.id ? -1 : 1));
  let first = 0;
  return paragraphs(text).map(([start, end]) => {
    // Quotes that ended before this paragraph are not looked at again.
    while (first < placed.length && (placed[first]?.end ?? 0) <= start) first++;
    const inside = between(placed, first, start, end);
    return {
      start,
      runs: runsOf(text, start, end, inside),
      begins: inside.filter((p) => p.start >= start).map((p) => p.edge),
    };
  });
}

/** Quotes that share a character with the paragraph, from the first that may. */
function between(placed: readonly Placed[], first: number, start: number, end: number): readonly Placed[] {
  const inside: Placed[] = [];
  for (let i = first; i < placed.length; i++) {
    const place = placed[i];
    if (!place || place.start >= end) break;
    if (place.end > start) inside.push(place);
  }
  return inside;
}

function paragraphs(text: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() !== '') found.push([match.index, match.index + match[0].length]);
  }
  return found;
}

function runsOf(text: string, start: number, end: number, placed: readonly Placed[]): readonly Run[] {
  const borders = new Set([start, end]);
  for (const place of placed) {
    for (const at of [place.start, place.end]) if (at > start && at < end) borders.add(at);
  }
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    return {
      text: text.slice(from, to),
      edges: placed.filter((p) => p.start <= from && p.end >= to).map((p) => p.edge),
    };
  });
}
