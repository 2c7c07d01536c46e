import { byCodeUnit } from '../ids.ts';
import type { Decision } from './decisions.ts';
import { settled } from './decisions.ts';

/** Between an id and the country that tells its bearers apart: `person:david-johnston~CAN`. */
const APART = '~';

/** What the ids of all that bear a name begin with, once they are told apart. */
export const bearersOf = (id: string): string => `${id}${APART}`;

/** What decisions come to: which id stands for which. */
export interface Identities {
  readonly decisions: readonly Decision[];
  /** Nothing is the same as anything, and nothing apart. */
  readonly plain: boolean;
  /** The id that stands for this one. */
  of(id: string): string;
  /** The id that this one stands for in a statement that tells one country for it. */
  at(id: string, country: string | undefined): string;
  isApart(id: string): boolean;
  /** The id as it was read: that of the name, when this is one of its bearers. */
  nameOf(id: string): string;
  /** All ids that are one with this one, itself among them, sorted. */
  together(id: string): readonly string[];
}

/** Works out what decisions come to; their order does not matter. */
export function identitiesOf(given: readonly Decision[]): Identities {
  const decisions = settled(given);
  const apart = new Set(decisions.flatMap((d) => (d.verdict === 'apart' ? [d.id] : [])));
  const groups = groupsOf(decisions);
  const of = (id: string): string => groups.get(id)?.name ?? id;
  return {
    decisions,
    plain: apart.size === 0 && groups.size === 0,
    of,
    at: (id, country) => of(apart.has(id) && country !== undefined ? `${bearersOf(id)}${country}` : id),
    isApart: (id) => apart.has(id),
    nameOf: (id) => {
      const name = id.slice(0, Math.max(0, id.lastIndexOf(APART)));
      return apart.has(name) ? name : id;
    },
    together: (id) => groups.get(id)?.members ?? [id],
  };
}

interface Group {
  /** The id that stands for all. */
  readonly name: string;
  readonly members: readonly string[];
}

/** What is the same, directly or through others. */
function groupsOf(decisions: readonly Decision[]): ReadonlyMap<string, Group> {
  const neighbours = new Map<string, string[]>();
  /** Ids that became another one. */
  const given = new Set<string>();
  const join = (a: string, b: string): void => {
    const list = neighbours.get(a);
    if (list) list.push(b);
    else neighbours.set(a, [b]);
  };
  for (const d of decisions) {
    if (d.verdict !== 'same') continue;
    join(d.id, d.other);
    join(d.other, d.id);
    given.add(d.id);
  }
  const groups = new Map<string, Group>();
  for (const start of neighbours.keys()) {
    if (groups.has(start)) continue;
    const members = reached(start, neighbours);
    // Usually one is left that became no other; decisions of several people may leave more, or go round in a circle.
    const name = members.find((id) => !given.has(id)) ?? members[0]!;
    for (const id of members) groups.set(id, { name, members });
  }
  return groups;
}

function reached(start: string, neighbours: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set([start]);
  for (const id of found) for (const next of neighbours.get(id) ?? []) found.add(next);
  return [...found].sort(byCodeUnit);
}

/** A pair that was declared different and yet becomes one, through others that were declared the same. */
export function contradiction(identities: Identities): string | undefined {
  for (const d of identities.decisions) {
    if (d.verdict !== 'different' || identities.of(d.id) !== identities.of(d.other)) continue;
    const through = identities.together(d.id).filter((id) => id !== d.id && id !== d.other);
    const why = through.length === 0 ? '' : `, through ${through.slice(0, 5).join(', ')}`;
    return `${d.id} and ${d.other} are decided to be different, but other decisions make them one${why}: split those, or withdraw that they are different`;
  }
  return undefined;
}
