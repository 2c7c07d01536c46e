import type { Edge, EntityNode } from '../model.ts';
import { ontology } from '../ontology/ontology.ts';
import type { ComparedStatement, Item } from './item.ts';
import { idOf, inOrder } from './item.ts';
import { pairEdges } from './pair-edges.ts';

/** What one field was before and is now; undefined where it is not given. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
export interface Change<T> {
  readonly before: T;
  readonly after: T;
  readonly fields: readonly FieldChange[];
}
export interface EdgeChange extends Change<Edge> {
  /** Of an edge that came in the place of another (their ids differ) without what follows from the others, such as its place. */
  readonly fields: readonly FieldChange[];
  /** From cooperation to conflict, or the other way. */
  readonly turned?: true;
}
export interface Changes<T, C extends Change<T> = Change<T>> {
  readonly added: readonly T[];
  readonly gone: readonly T[];
  readonly changed: readonly C[];
}
export interface Counts {
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
}
export type Part = 'nodes' | 'statements' | 'edges' | 'mentions';

/** What differs between two graphs; every list in an order of its own that hangs on nothing else. */
export interface Diff {
  readonly same: boolean;
  /** How much each graph holds; edges with MENTIONS and ISSUED. */
  readonly sizes: { readonly before: Sizes; readonly after: Sizes };
  readonly totals: Readonly<Record<Part, Counts>>;
  readonly nodes: Changes<EntityNode>;
  readonly statements: Changes<ComparedStatement>;
  /** Between entities; MENTIONS and ISSUED are only counted (`totals.mentions`). */
  readonly edges: Changes<Edge, EdgeChange>;
  /** Names of the ends of these edges. */
  readonly names: Readonly<Record<string, string>>;
  /** Titles and dates of the statements of these edges. */
  readonly told: Readonly<Record<string, { readonly title?: string; readonly date?: string }>>;
}
export interface Sizes {
  readonly nodes: number;
  readonly statements: number;
  readonly edges: number;
}

export interface DiffOptions {
  /** Fields whose changes do not count; `extractor` unless told, which every new version changes. */
  readonly ignore?: readonly string[];
}

/** At most so many of each list; the totals tell how many there are. */
export function cutDiff(found: Diff, limit: number): Diff {
  const cut = <T, C extends Change<T>>({ added, gone, changed }: Changes<T, C>): Changes<T, C> => ({
    added: added.slice(0, limit),
    gone: gone.slice(0, limit),
    changed: changed.slice(0, limit),
  });
  const edges = cut(found.edges);
  const listed = [...edges.added, ...edges.gone, ...edges.changed.flatMap((c) => [c.before, c.after])];
  return {
    ...found,
    nodes: cut(found.nodes),
    statements: cut(found.statements),
    edges,
    names: pick(endsOf(listed), (id) => found.names[id]),
    told: pick(
      listed.map((e) => e.statement),
      (id) => found.told[id],
    ),
  };
}
const endsOf = (edges: readonly Edge[]): string[] =>
  edges.flatMap((e) => [e.source, e.target, ...(e.speaker === undefined ? [] : [e.speaker])]);

/** A graph whose parts are not in the order of exports cannot be compared in one pass. */
export class NotInOrder extends Error {}

/** Steps before other work gets its turn. */
const SLICE = 1000;

/**
 * Compares two graphs in one pass over both, holding of what is equal only names and titles.
 * @throws NotInOrder when one is not in the order of exports.
 */
export async function diff(
  before: AsyncIterable<Item>,
  after: AsyncIterable<Item>,
  { ignore = ['extractor'] }: DiffOptions = {},
): Promise<Diff> {
  const [a, b] = [new Side(before), new Side(after)];
  const found = new Findings(new Set(ignore));
  await Promise.all([a.next(), b.next()]);
  for (let step = 1; a.item || b.item; step++) {
    const order = !a.item ? 1 : !b.item ? -1 : inOrder(a.item, b.item);
    if (order < 0) found.gone(a.item!);
    else if (order > 0) found.added(b.item!);
    else found.both(a.item!, b.item!);
    if (order <= 0) await a.next();
    if (order >= 0) await b.next();
    if (step % SLICE === 0) await new Promise((next) => setTimeout(next, 0));
  }
  return found.diff(a, b);
}

/** One of the two graphs, item by item. */
class Side {
  item: Item | undefined;
  readonly sizes = { nodes: 0, statements: 0, edges: 0 };
  readonly names = new Map<string, string>();
  readonly told = new Map<string, { readonly title?: string; readonly date?: string }>();
  readonly #items: AsyncIterator<Item>;

  constructor(items: AsyncIterable<Item>) {
    this.#items = items[Symbol.asyncIterator]();
  }

  async next(): Promise<void> {
    const before = this.item;
    const next = await this.#items.next();
    this.item = next.done ? undefined : next.value;
    const { item } = this;
    if (!item) return;
    if (before && inOrder(before, item) >= 0)
      throw new NotInOrder(`${idOf(item)} comes after ${idOf(before)}, or twice`);
    if (item.kind === 'edge') this.sizes.edges++;
    else if (item.kind === 'node') {
      this.sizes.nodes++;
      this.names.set(item.node.id, item.node.name);
    } else {
      this.sizes.statements++;
      const { id, title, date } = item.statement;
      this.told.set(id, {
        ...(title === undefined ? {} : { title }),
        ...(date === undefined ? {} : { date }),
      });
    }
  }
}

class Lists<T extends object, C extends Change<T> = Change<T>> {
  added: T[] = [];
  gone: T[] = [];
  changed: C[] = [];
  get counts(): Counts {
    return { added: this.added.length, gone: this.gone.length, changed: this.changed.length };
  }
}

class Findings {
  readonly #ignored: ReadonlySet<string>;
  readonly #nodes = new Lists<EntityNode>();
  readonly #statements = new Lists<ComparedStatement>();
  readonly #edges = new Lists<Edge, EdgeChange>();
  readonly #mentions = { added: 0, gone: 0, changed: 0 };

  constructor(ignored: ReadonlySet<string>) {
    this.#ignored = ignored;
  }

  added(item: Item): void {
    if (item.kind === 'node') this.#nodes.added.push(item.node);
    else if (item.kind === 'statement') this.#statements.added.push(item.statement);
    else if (isMention(item.edge)) this.#mentions.added++;
    else this.#edges.added.push(item.edge);
  }
  gone(item: Item): void {
    if (item.kind === 'node') this.#nodes.gone.push(item.node);
    else if (item.kind === 'statement') this.#statements.gone.push(item.statement);
    else if (isMention(item.edge)) this.#mentions.gone++;
    else this.#edges.gone.push(item.edge);
  }
  both(a: Item, b: Item): void {
    if (a.kind === 'node' && b.kind === 'node') this.#compare(this.#nodes.changed, a.node, b.node);
    else if (a.kind === 'statement' && b.kind === 'statement')
      this.#compare(this.#statements.changed, a.statement, b.statement);
    else if (a.kind === 'edge' && b.kind === 'edge') {
      if (!isMention(a.edge)) this.#compare(this.#edges.changed, a.edge, b.edge);
      else if (fieldChanges(a.edge, b.edge, this.#ignored).length > 0) this.#mentions.changed++;
    }
  }
  #compare<T extends object>(
    into: Change<T>[],
    before: T,
    after: T,
    tells: (field: string) => boolean = () => true,
  ): void {
    const fields = fieldChanges(before, after, this.#ignored);
    if (fields.length > 0) into.push({ before, after, fields: fields.filter(({ field }) => tells(field)) });
  }

  diff(a: Side, b: Side): Diff {
    const { pairs, gone, added } = pairEdges(this.#edges.gone, this.#edges.added);
    for (const [before, after] of pairs) {
      this.#compare(this.#edges.changed, before, after, (field) => !FOLLOWING.has(field));
    }
    this.#edges.gone = gone;
    this.#edges.added = added;
    const changed = this.#edges.changed.map((c) =>
      signOf(c.before) * signOf(c.after) < 0 ? { ...c, turned: true as const } : c,
    );
    const edges = {
      added: added.sort(byEnds),
      gone: gone.sort(byEnds),
      changed: changed.sort((x, y) => byEnds(x.before, y.before)),
    };
    const totals = {
      nodes: this.#nodes.counts,
      statements: this.#statements.counts,
      edges: this.#edges.counts,
      mentions: { ...this.#mentions },
    };
    const listed = [...edges.added, ...edges.gone, ...edges.changed.flatMap((c) => [c.before, c.after])];
    return {
      same: Object.values(totals).every((n) => n.added + n.gone + n.changed === 0),
      sizes: { before: a.sizes, after: b.sizes },
      totals,
      nodes: listsOf(this.#nodes),
      statements: listsOf(this.#statements),
      edges,
      names: pick(endsOf(listed), (id) => b.names.get(id) ?? a.names.get(id)),
      told: pick(
        listed.map((e) => e.statement),
        (id) => b.told.get(id) ?? a.told.get(id),
      ),
    };
  }
}

const listsOf = <T extends object>({ added, gone, changed }: Lists<T>): Changes<T> => ({
  added,
  gone,
  changed,
});
/** Follow from what an edge is, and say nothing more of one that came in the place of another. */
const FOLLOWING: ReadonlySet<string> = new Set([
  'id',
  'start',
  'end',
  'why',
  'trigger',
  'sourceText',
  'targetText',
]);
const isMention = ({ type }: Edge): boolean => type === 'MENTIONS' || type === 'ISSUED';
const signOf = ({ type }: Edge): number => Math.sign(ontology.relations[type]?.score ?? 0);

const place = (e: Edge): string => [e.source, e.target, e.type, e.id].join('\u0000');
const byEnds = (a: Edge, b: Edge): number => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0);

function pick<T>(ids: readonly string[], valueOf: (id: string) => T | undefined): Record<string, T> {
  const found: [string, T][] = [];
  for (const id of [...new Set(ids)].sort()) {
    const value = valueOf(id);
    if (value !== undefined) found.push([id, value]);
  }
  return Object.fromEntries(found);
}

/** Fields that differ, by name. */
function fieldChanges(before: object, after: object, ignored: ReadonlySet<string>): FieldChange[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return names.flatMap((field) => {
    if (ignored.has(field) || canonical(a[field]) === canonical(b[field])) return [];
    return [
      {
        field,
        ...(a[field] === undefined ? {} : { before: a[field] }),
        ...(b[field] === undefined ? {} : { after: b[field] }),
      },
    ];
  });
}

/** Equal values give equal text, in whatever order their keys come. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([x], [y]) => (x < y ? -1 : 1)))
      : v,
  );
}
