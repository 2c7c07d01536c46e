import {
  IconAffiliate,
  IconArrowsDiff,
  IconChartDots3,
  IconFileDiff,
  IconFilePlus,
  IconFileText,
  IconLayoutGrid,
  IconRoute,
  IconTable,
  IconTerminal2,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import { texts } from '../texts.ts';

/** One way of looking at the graph, or of working on it: a link in the navigation and an address of its own. */
export interface Workspace {
  /** What `?view=` says in the address. */
  readonly id: string;
  readonly title: string;
  readonly Icon: ComponentType<{ readonly size?: number }>;
  /** Shows what the filters let through: they stand beside it. Otherwise it has the stage to itself. */
  readonly filtered: boolean;
  /** Shows the same bounded part of the graph as the canvas: how much of it that is stands above. */
  readonly bounded: boolean;
  /** Loaded when it is first opened. Reads what it shows from useExplorer(). */
  readonly View: LazyExoticComponent<ComponentType>;
  /** Begins to load it. */
  readonly load: () => Promise<unknown>;
}

function workspace(entry: Omit<Workspace, 'View' | 'load'>, load: () => Promise<ComponentType>): Workspace {
  return { ...entry, load, View: lazy(async () => ({ default: await load() })) };
}

/** In the order of the navigation; the first opens when the address names none. */
export const WORKSPACES: readonly [Workspace, ...Workspace[]] = [
  workspace(
    { id: 'graph', title: texts.views.graph, Icon: IconAffiliate, filtered: true, bounded: true },
    async () => (await import('./graph/graph-view.tsx')).GraphView,
  ),
  workspace(
    { id: 'table', title: texts.views.table, Icon: IconTable, filtered: true, bounded: true },
    async () => (await import('./table/table-view.tsx')).TableView,
  ),
  workspace(
    { id: 'matrix', title: texts.views.matrix, Icon: IconLayoutGrid, filtered: true, bounded: false },
    async () => (await import('./matrix/matrix-view.tsx')).MatrixView,
  ),
  workspace(
    { id: 'paths', title: texts.views.paths, Icon: IconRoute, filtered: true, bounded: false },
    async () => (await import('./paths/paths-view.tsx')).PathsView,
  ),
  workspace(
    { id: 'changes', title: texts.views.changes, Icon: IconArrowsDiff, filtered: true, bounded: false },
    async () => (await import('./changes/changes-view.tsx')).ChangesView,
  ),
  workspace(
    { id: 'analysis', title: texts.views.analysis, Icon: IconChartDots3, filtered: true, bounded: false },
    async () => (await import('./analysis/analysis-view.tsx')).AnalysisView,
  ),
  workspace(
    { id: 'statements', title: texts.views.statements, Icon: IconFileText, filtered: false, bounded: false },
    async () => (await import('./statements/statements-view.tsx')).StatementsView,
  ),
  workspace(
    { id: 'merges', title: texts.views.merges, Icon: IconUsersGroup, filtered: false, bounded: false },
    async () => (await import('./merges/merges-view.tsx')).MergesView,
  ),
  workspace(
    { id: 'diff', title: texts.views.diff, Icon: IconFileDiff, filtered: false, bounded: false },
    async () => (await import('./diff/diff-view.tsx')).DiffView,
  ),
  workspace(
    { id: 'add', title: texts.views.add, Icon: IconFilePlus, filtered: false, bounded: false },
    async () => (await import('./add/add-view.tsx')).AddView,
  ),
  workspace(
    { id: 'cypher', title: texts.views.cypher, Icon: IconTerminal2, filtered: false, bounded: false },
    async () => (await import('./cypher/cypher-view.tsx')).CypherView,
  ),
];

export const workspaceOf = (id: string): Workspace =>
  WORKSPACES.find((entry) => entry.id === id) ?? WORKSPACES[0];
