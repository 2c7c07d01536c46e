import { byCodeUnit } from '../ids.ts';
import { seeded, shuffle } from './random.ts';
import type { SignedPair } from './triads.ts';

const RESTARTS = 24;
/** Sweeps over all actors after which a search has long settled. */
const SWEEPS = 60;

export interface Blocs {
  /** The largest first. */
  readonly groups: readonly (readonly string[])[];
  /** Pairs that contradict the partition: conflict inside a bloc or cooperation across. */
  readonly frustration: number;
  /** All signed pairs. */
  readonly pairs: number;
  readonly frustrated: readonly SignedPair[];
}

interface Partner {
  readonly node: number;
  readonly sign: 1 | -1;
}

/**
 * Actors in at most `count` blocs, such that as few signed pairs as can be found contradict them: the line index of
 * balance (Harary 1959) generalised to several blocs (Davis 1967), approached by the relocation of Doreian and Mrvar (1996,
 * "A partitioning approach to structural balance", Social Networks 18): from a random start each actor moves to the bloc
 * where it contradicts least, until none wants to; the best of 24 seeded starts counts. A heuristic: fewer may exist.
 */
export function blocs(pairs: readonly SignedPair[], count: number): Blocs {
  const ids = [...new Set(pairs.flatMap((pair) => [pair.source, pair.target]))].sort(byCodeUnit);
  const partners = partnersOf(pairs, ids);
  const random = seeded(1);
  let best: { readonly blocOf: Uint8Array; readonly cost: number } | undefined;
  for (let start = 0; start < RESTARTS; start++) {
    const blocOf = Uint8Array.from(ids, () => Math.floor(random() * count));
    settle(blocOf, partners, count, random);
    const cost = costOf(blocOf, partners);
    if (!best || cost < best.cost) best = { blocOf, cost };
  }
  return describe(pairs, ids, best?.blocOf ?? new Uint8Array(), count);
}

function partnersOf(pairs: readonly SignedPair[], ids: readonly string[]): readonly (readonly Partner[])[] {
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const partners: Partner[][] = ids.map(() => []);
  for (const { source, target, sign } of pairs) {
    const [a, b] = [indexOf.get(source)!, indexOf.get(target)!];
    partners[a]!.push({ node: b, sign });
    partners[b]!.push({ node: a, sign });
  }
  return partners;
}

/** Moves actors, in random order, to where they contradict least, until a whole sweep moves none. */
function settle(
  blocOf: Uint8Array,
  partners: readonly (readonly Partner[])[],
  count: number,
  random: () => number,
): void {
  const order = partners.map((_, i) => i);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    shuffle(order, random);
    let moved = false;
    for (const node of order) {
      const to = bestBloc(blocOf, partners[node]!, count, blocOf[node]!);
      if (to === blocOf[node]) continue;
      blocOf[node] = to;
      moved = true;
    }
    if (!moved) return;
  }
}

/** Being together with friends counts for a bloc, with foes against it; staying wins a tie. */
function bestBloc(blocOf: Uint8Array, partners: readonly Partner[], count: number, current: number): number {
  const pull = new Array<number>(count).fill(0);
  for (const { node, sign } of partners) pull[blocOf[node]!]! += sign;
  let best = current;
  for (let bloc = 0; bloc < count; bloc++) if (pull[bloc]! > pull[best]!) best = bloc;
  return best;
}

const contradicts = (sign: number, together: boolean): boolean => sign > 0 !== together;

function costOf(blocOf: Uint8Array, partners: readonly (readonly Partner[])[]): number {
  let twice = 0;
  partners.forEach((list, node) => {
    for (const partner of list) {
      if (contradicts(partner.sign, blocOf[node] === blocOf[partner.node])) twice++;
    }
  });
  return twice / 2;
}

function describe(
  pairs: readonly SignedPair[],
  ids: readonly string[],
  blocOf: Uint8Array,
  count: number,
): Blocs {
  const bloc = new Map(ids.map((id, i) => [id, blocOf[i]!]));
  const groups = Array.from({ length: count }, (_, i) => ids.filter((_id, at) => blocOf[at] === i));
  const frustrated = pairs.filter(({ source, target, sign }) =>
    contradicts(sign, bloc.get(source) === bloc.get(target)),
  );
  return {
    groups: groups
      .filter((group) => group.length > 0)
      .sort((a, b) => b.length - a.length || byCodeUnit(a[0]!, b[0]!)),
    frustration: frustrated.length,
    pairs: pairs.length,
    frustrated: [...frustrated].sort((a, b) => b.edges - a.edges),
  };
}
