import { isPartialDate } from './dates.ts';
import { readMoreFilters, writeMoreFilters } from './more-filters.ts';
import type { Focus, Selection, View } from './view.ts';
import { initialView, MAX_EDGES, PAGE } from './view.ts';

const SEPARATOR = '~';

function readList(params: URLSearchParams, name: string): readonly string[] | null {
  const text = params.get(name);
  return text === null ? null : text.split(SEPARATOR).filter(Boolean);
}

function readSelection(params: URLSearchParams): Selection | null {
  const node = params.get('node');
  if (node) return { kind: 'node', id: node };
  const statement = params.get('statement');
  if (statement) return { kind: 'statement', id: statement };
  const [from, to, way] = params.get('pair')?.split(SEPARATOR) ?? [];
  if (from && to) return { kind: 'pair', source: from, target: to, directed: way === 'out' };
  const [type, source, target] = params.get('tie')?.split(SEPARATOR) ?? [];
  return type && source && target ? { kind: 'tie', type, source, target } : null;
}

/** Choices of a workspace are told by the dot in their name. */
const readSettings = (params: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...params].filter(([name, value]) => SETTING.test(name) && value !== ''));
const SETTING = /^[a-z]+\.[a-z]+$/;

function readDate(params: URLSearchParams, name: string): string {
  const text = params.get(name) ?? '';
  return isPartialDate(text) ? text : '';
}

function readFocus(params: URLSearchParams): Focus | null {
  const [id, depth] = params.get('around')?.split(SEPARATOR) ?? [];
  return id ? { id, depth: Math.min(MAX_DEPTH, Math.max(1, Math.round(Number(depth) || 1))) } : null;
}
const MAX_DEPTH = 3;

/** The workspace: one that the page does not have opens as the first (views/registry.ts). */
function readMode(params: URLSearchParams): string {
  const text = params.get('view') ?? '';
  return MODE.test(text) ? text : initialView.mode;
}
const MODE = /^[a-z][a-z-]{0,30}$/;

/** The view that an address names. What cannot be understood is left at its default. */
export function viewFromSearch(search: string): View {
  const params = new URLSearchParams(search);
  const limit = Number(params.get('limit') ?? PAGE);
  return {
    mode: readMode(params),
    labels: readList(params, 'labels'),
    types: readList(params, 'relations'),
    from: readDate(params, 'from'),
    to: readDate(params, 'to'),
    more: readMoreFilters(params),
    focus: readFocus(params),
    hidden: readList(params, 'without') ?? [],
    picked: readList(params, 'picked') ?? [],
    limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_EDGES) : PAGE,
    expanded: readList(params, 'with') ?? [],
    selection: readSelection(params),
    settings: readSettings(params),
  };
}

function writeSelection(params: URLSearchParams, selection: Selection): void {
  if (selection.kind === 'tie') {
    params.set('tie', [selection.type, selection.source, selection.target].join(SEPARATOR));
  } else if (selection.kind === 'pair') {
    const way = selection.directed ? ['out'] : [];
    params.set('pair', [selection.source, selection.target, ...way].join(SEPARATOR));
  } else {
    params.set(selection.kind, selection.id);
  }
}

/** The query part of the address of a view, empty for the first view. */
export function searchFromView(view: View): string {
  const params = new URLSearchParams();
  if (view.mode !== initialView.mode) params.set('view', view.mode);
  if (view.labels) params.set('labels', view.labels.join(SEPARATOR));
  if (view.types) params.set('relations', view.types.join(SEPARATOR));
  if (view.from) params.set('from', view.from);
  if (view.to) params.set('to', view.to);
  writeMoreFilters(params, view.more);
  if (view.focus) params.set('around', [view.focus.id, view.focus.depth].join(SEPARATOR));
  if (view.hidden.length > 0) params.set('without', view.hidden.join(SEPARATOR));
  if (view.picked.length > 0) params.set('picked', view.picked.join(SEPARATOR));
  if (view.limit !== PAGE) params.set('limit', String(view.limit));
  if (view.expanded.length > 0) params.set('with', view.expanded.join(SEPARATOR));
  if (view.selection) writeSelection(params, view.selection);
  for (const [name, value] of Object.entries(view.settings)) params.set(name, value);
  const text = params
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%7E', SEPARATOR)
    .replaceAll('%2C', ',')
    .replaceAll('%40', '@');
  return text ? `?${text}` : '';
}
