import { byCodeUnit } from '../ids.ts';
import type { EntityLabel, EntityNode } from '../model.ts';
import type { SearchHit } from './store.ts';

/** Full-text indexes cut long words; we cut them first, alike everywhere. */
const LONGEST = 100;

/** Words of a name as they are compared: lower case, without diacritics, split at what is neither letter nor digit. */
export function words(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/gu, '')
    .toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((w) =>
    w.length > LONGEST ? [...w].slice(0, LONGEST).join('') : w,
  );
}

/** What an entity is found by: each word of its names once, with a blank before each, so that ` ir` finds beginnings. */
export function searchText(node: Pick<EntityNode, 'name' | 'aliases'>): string {
  return [...new Set([node.name, ...node.aliases].flatMap(words))].map((w) => ` ${w}`).join('');
}

/** An entity whose words begin with all words of the question, as a driver found it. */
export interface Candidate {
  readonly id: string;
  readonly label: EntityLabel;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Statements that mention it. */
  readonly mentions: number;
}

/** Most candidates a driver hands over; the best-known ones when there are more. */
export const MAX_CANDIDATES = 300;

/** Puts candidates in order: the same on every store, because it sees nothing but names and counts. */
export function rank(text: string, candidates: readonly Candidate[], limit: number): SearchHit[] {
  const question = words(text);
  return candidates
    .map((c) => hit(question, c))
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length || byCodeUnit(a.id, b.id))
    .slice(0, limit);
}

function hit(question: readonly string[], c: Candidate): SearchHit {
  let matched = c.name;
  let best = closeness(question, words(c.name));
  for (const alias of c.aliases) {
    // A name counts for a little more than an alias that matches as well.
    const score = closeness(question, words(alias)) - 0.02;
    if (score > best) [best, matched] = [score, alias];
  }
  // Between equal matches the entity that more statements mention comes first; 0.09 cannot lift one kind of match over the next.
  const fame = Math.min(0.09, 0.02 * Math.log10(1 + c.mentions));
  return { id: c.id, label: c.label, name: c.name, matched, score: Math.round((best + fame) * 1e4) / 1e4 };
}

/** From 1 (the same words) down to 0.1 (the words are spread over several names). */
function closeness(question: readonly string[], name: readonly string[]): number {
  const q = question.join(' ');
  const n = name.join(' ');
  if (n === q) return 1;
  if (`${n} `.startsWith(`${q} `)) return 0.85;
  if (n.startsWith(q)) return 0.7;
  if (question.every((w) => name.includes(w))) return 0.55;
  if (question.every((w) => name.some((x) => x.startsWith(w)))) return 0.4;
  return question.some((w) => name.some((x) => x.startsWith(w))) ? 0.2 : 0.1;
}
