import type { MoreFilters } from './more-filters.ts';
import { countMoreFilters, NO_MORE_FILTERS } from './more-filters.ts';

/** What the page shows, apart from data: everything here is in the address, so a link opens the same view. */
export type Selection =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'tie'; readonly type: string; readonly source: string; readonly target: string }
  /** Everything between two nodes; `directed`: only what `source` says of or does to `target`. */
  | { readonly kind: 'pair'; readonly source: string; readonly target: string; readonly directed: boolean }
  | { readonly kind: 'statement'; readonly id: string };

/** Only what lies within so many steps of a node. */
export interface Focus {
  readonly id: string;
  readonly depth: number;
}

export interface View {
  /** Id of a workspace. */
  readonly mode: string;
  /** Node labels shown; null shows all. */
  readonly labels: readonly string[] | null;
  /** Relations shown; null shows the ordinary ones. */
  readonly types: readonly string[] | null;
  /** ISO 8601 dates, possibly partial; empty when open. */
  readonly from: string;
  readonly to: string;
  readonly more: MoreFilters;
  readonly focus: Focus | null;
  /** Nodes that are loaded but not shown. */
  readonly hidden: readonly string[];
  /** Nodes chosen together, besides the selection. */
  readonly picked: readonly string[];
  /** Most edges to ask for. */
  readonly limit: number;
  /** Nodes whose ties were loaded besides. */
  readonly expanded: readonly string[];
  readonly selection: Selection | null;
  /** Choices of single workspaces, by `<workspace>.<name>`; what is as usual is not among them. */
  readonly settings: Readonly<Record<string, string>>;
}

export const PAGE = 300;
export const MAX_EDGES = 5000;

export const initialView: View = {
  mode: 'graph',
  labels: null,
  types: null,
  from: '',
  to: '',
  more: NO_MORE_FILTERS,
  focus: null,
  hidden: [],
  picked: [],
  limit: PAGE,
  expanded: [],
  selection: null,
  settings: {},
};

export type ViewAction =
  | { readonly kind: 'mode'; readonly mode: string }
  | { readonly kind: 'labels'; readonly names: readonly string[]; readonly all: readonly string[] }
  | { readonly kind: 'types'; readonly names: readonly string[]; readonly all: readonly string[] }
  | {
      /** Puts one in or out of those shown. */
      readonly kind: 'toggle';
      readonly of: 'labels' | 'types';
      readonly name: string;
      readonly all: readonly string[];
    }
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  | { readonly kind: 'filter'; readonly change: Partial<MoreFilters> }
  | { readonly kind: 'focus'; readonly focus: Focus | null }
  | { readonly kind: 'hide'; readonly ids: readonly string[] }
  | { readonly kind: 'unhide' }
  | { readonly kind: 'pick'; readonly ids: readonly string[] }
  | { readonly kind: 'more' }
  | { readonly kind: 'select'; readonly selection: Selection | null }
  | { readonly kind: 'reveal'; readonly id: string }
  | { readonly kind: 'expand'; readonly id: string }
  | { readonly kind: 'collapse'; readonly id: string }
  | { readonly kind: 'settings'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'clear-filters' };

/** A choice of everything is no choice: so a new relation of a later version is shown too. */
function choice(names: readonly string[], all: readonly string[]): readonly string[] | null {
  const chosen = all.filter((name) => names.includes(name));
  return chosen.length === all.length ? null : chosen;
}

const added = (list: readonly string[], id: string): readonly string[] =>
  list.includes(id) ? list : [...list, id];

const withoutEmpty = (record: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));

/** What is hidden is neither selected nor picked. */
function hidden(view: View, ids: readonly string[]): View {
  const gone = new Set([...view.hidden, ...ids]);
  const { selection } = view;
  const isGone = selection?.kind === 'node' && gone.has(selection.id);
  return {
    ...view,
    hidden: [...gone],
    picked: view.picked.filter((id) => !gone.has(id)),
    selection: isGone ? null : selection,
  };
}

export function reduceView(view: View, action: ViewAction): View {
  switch (action.kind) {
    case 'mode':
      return { ...view, mode: action.mode };
    case 'labels':
      return { ...view, labels: choice(action.names, action.all), limit: PAGE };
    case 'types':
      return { ...view, types: choice(action.names, action.all), limit: PAGE };
    case 'toggle': {
      const names = toggled(view[action.of] ?? action.all, action.name);
      return reduceView(view, { kind: action.of, names, all: action.all });
    }
    case 'dates':
      return { ...view, from: action.from, to: action.to, limit: PAGE };
    case 'filter':
      return { ...view, more: { ...view.more, ...action.change }, limit: PAGE };
    case 'focus':
      return { ...view, focus: action.focus, limit: PAGE };
    case 'hide':
      return hidden(view, action.ids);
    case 'unhide':
      return { ...view, hidden: [] };
    case 'pick':
      return { ...view, picked: action.ids };
    case 'more':
      return { ...view, limit: Math.min(view.limit + PAGE, MAX_EDGES) };
    case 'select':
      return { ...view, selection: action.selection };
    case 'reveal':
      return {
        ...view,
        expanded: added(view.expanded, action.id),
        hidden: view.hidden.filter((id) => id !== action.id),
        selection: { kind: 'node', id: action.id },
      };
    case 'expand':
      return { ...view, expanded: added(view.expanded, action.id) };
    case 'collapse':
      return { ...view, expanded: view.expanded.filter((id) => id !== action.id) };
    case 'settings':
      return { ...view, settings: withoutEmpty({ ...view.settings, ...action.values }) };
    case 'clear-filters':
      return { ...view, labels: null, types: null, from: '', to: '', more: NO_MORE_FILTERS, limit: PAGE };
  }
}

/** Filters only, without paging and selection: is anything narrowed? */
export const isFiltered = (view: View): boolean =>
  view.labels !== null ||
  view.types !== null ||
  view.from !== '' ||
  view.to !== '' ||
  countMoreFilters(view.more) > 0;

/** `name` in or out of what is shown now. */
export const toggled = (shown: readonly string[], name: string): readonly string[] =>
  shown.includes(name) ? shown.filter((other) => other !== name) : [...shown, name];
