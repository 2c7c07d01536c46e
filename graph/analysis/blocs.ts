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

/** Whom each actor has to do with: those of actor `i` stand from `from[i]` to before `from[i + 1]`. */
interface Partners {
  readonly from: Uint32Array;
  readonly node: Uint32Array;
  readonly sign: Int8Array;
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

function partnersOf(pairs: readonly SignedPair[], ids: readonly string[]): Partners {
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const ends = pairs.map(({ source, target }) => [indexOf.get(source)!, indexOf.get(target)!] as const);
  const from = new Uint32Array(ids.length + 1);
  for (const end of ends.flat()) from[end + 1]! += 1;
  for (let i = 0; i < ids.length; i++) from[i + 1]! += from[i]!;
  const [node, sign] = [new Uint32Array(2 * pairs.length), new Int8Array(2 * pairs.length)];
  const next = from.slice();
  const add = (of: number, other: number, leaning: number): void => {
    const at = next[of]!++;
    node[at] = other;
    sign[at] = leaning;
  };
  pairs.forEach((pair, i) => {
    const [a, b] = ends[i]!;
    add(a, b, pair.sign);
    add(b, a, pair.sign);
  });
  return { from, node, sign };
}

/** Moves actors, in random order, to where they contradict least, until a whole sweep moves none. */
function settle(blocOf: Uint8Array, partners: Partners, count: number, random: () => number): void {
  const order = Array.from(blocOf, (_, i) => i);
  const pull = new Int32Array(count);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    shuffle(order, random);
    let moved = false;
    for (const node of order) {
      const to = bestBloc(node, blocOf, partners, pull);
      if (to === blocOf[node]) continue;
      blocOf[node] = to;
      moved = true;
    }
    if (!moved) return;
  }
}

/** Being together with friends counts for a bloc, with foes against it; staying wins a tie. `pull` is room to count in. */
function bestBloc(of: number, blocOf: Uint8Array, { from, node, sign }: Partners, pull: Int32Array): number {
  pull.fill(0);
  for (let i = from[of]!; i < from[of + 1]!; i++) pull[blocOf[node[i]!]!]! += sign[i]!;
  let best = blocOf[of]!;
  for (let bloc = 0; bloc < pull.length; bloc++) if (pull[bloc]! > pull[best]!) best = bloc;
  return best;
}

const contradicts = (sign: number, together: boolean): boolean => sign > 0 !== together;

function costOf(blocOf: Uint8Array, { from, node, sign }: Partners): number {
  let twice = 0;
  for (let of = 0; of < blocOf.length; of++) {
    for (let i = from[of]!; i < from[of + 1]!; i++) {
      if (contradicts(sign[i]!, blocOf[of] === blocOf[node[i]!])) twice++;
    }
  }
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
