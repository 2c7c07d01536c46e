import { hasRole } from '../knowledge/nouns.ts';
import type { Group, Item } from '../text/clauses.ts';
import type { Entity, Line, Referent } from '../types.ts';
import { coin } from './coin.ts';
import type { Resolver } from './resolve.ts';

/** Prepositions that lead from a noun to what it is about: `the implementation of X`, `efforts towards X`. */
const LEADING = new Set(['of', 'to', 'for', 'on', 'towards', 'toward']);
const DEPTH = 3;

/**
 * The issues and events that a group is about: those that it names, else those that follow its head (`the principle of
 * the rule of law`), else what its own words introduce, if they are those of an issue.
 */
export function topics(
  line: Line,
  resolver: Resolver,
  entities: Map<string, Entity>,
  group: Group | undefined,
): Referent[] {
  if (!group) return [];
  const named = followed(line, resolver, group, DEPTH);
  if (named.length > 0) return named;
  const its = group.phrases.some(
    (p) => p.possessive === 'its' && /(?:tion|ment|sal|sion|ance)$/.test(p.lemma),
  );
  if (its) return resolver.lastThing();
  const issues = group.phrases.filter((p) => hasRole(p.lemma, 'issue') && !p.mention);
  return issues.length > 0 ? coin(line, { ...group, phrases: issues }, entities) : [];
}

/** The issues and events that follow a group's head, down to three phrases: `the principles of the rule of law`. */
export function followed(line: Line, resolver: Resolver, group: Group, depth: number): Referent[] {
  const { things } = resolver.group(group);
  if (things.length > 0) return [...things];
  if (depth === 0 || group.phrases.some((p) => p.mention)) return [];
  const items: readonly Item[] = line.parse.items;
  const [p, next] = [items[group.item + 1], items[group.item + 2]];
  return p?.type === 'P' && LEADING.has(p.lemma) && next?.type === 'GROUP'
    ? followed(line, resolver, next, depth - 1)
    : [];
}
