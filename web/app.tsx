import { Drawer, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useOntology } from './api/queries.ts';
import { AddStatement } from './panels/add-statement.tsx';
import { Announcer } from './panels/announcer.tsx';
import { ConnectionBanner } from './panels/connection-banner.tsx';
import { Details } from './panels/details.tsx';
import { ExplorerProvider } from './panels/explorer-context.ts';
import { Failure } from './panels/failure.tsx';
import { FiltersPanel } from './panels/filters-panel.tsx';
import { Header } from './panels/header.tsx';
import { Navigation } from './panels/navigation.tsx';
import { Stage } from './panels/stage.tsx';
import { TokenDialog } from './panels/token-dialog.tsx';
import { useVisibleGraph } from './state/graph/use-visible-graph.ts';
import { dispatch, useView } from './state/view/store.ts';
import { texts } from './texts.ts';
import { workspaceOf } from './views/registry.ts';

/** Before there is anything to show: on its way, or why not. */
function Waiting({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => unknown }) {
  return (
    <main className="stage centre">
      {error ? (
        <Failure title={texts.errors.graph} error={error} onRetry={onRetry} />
      ) : (
        <Loader aria-label={texts.loading} />
      )}
    </main>
  );
}

function Workspace({
  onAdd,
  filters,
}: {
  readonly onAdd: () => void;
  readonly filters: readonly [boolean, () => void];
}) {
  const view = useView();
  const ontology = useOntology();
  const { graph, base, isThere, statementEdges } = useVisibleGraph(view, ontology.data);
  const { filtered } = workspaceOf(view.mode);
  const explorer = useMemo(
    () =>
      ontology.data && graph
        ? { ontology: ontology.data, graph, isGraphThere: isThere, view, statementEdges, addStatement: onAdd }
        : null,
    [ontology.data, graph, isThere, view, statementEdges, onAdd],
  );
  const error = ontology.error ?? base.error;
  if (!explorer || (filtered && !base.data)) {
    return <Waiting error={error} onRetry={() => Promise.all([ontology.refetch(), base.refetch()])} />;
  }
  return (
    <ExplorerProvider value={explorer}>
      {filtered && (
        <nav className="sidebar wide-only" aria-label={texts.landmarks.filters}>
          <FiltersPanel />
        </nav>
      )}
      <Drawer
        className="drawer"
        opened={filtered && filters[0]}
        onClose={filters[1]}
        title={texts.filters.title}
        position="bottom"
        size="82%"
        radius="lg"
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <FiltersPanel />
      </Drawer>
      <Stage error={base.error} onRetry={base.refetch} isUpdating={base.isFetching} />
      {view.selection && <Details selection={view.selection} />}
      <Announcer />
    </ExplorerProvider>
  );
}

export function App() {
  const view = useView();
  const [isAdding, adding] = useDisclosure(false);
  const [isFiltering, setFiltering] = useState(false);
  return (
    <div className="app" data-details={view.selection ? true : undefined}>
      <button type="button" className="skip" onClick={() => dispatch({ kind: 'mode', mode: 'table' })}>
        {texts.skip}
      </button>
      <Header view={view} onAdd={adding.open} onFilters={() => setFiltering(true)} />
      <ConnectionBanner />
      <Navigation view={view} />
      <Workspace onAdd={adding.open} filters={[isFiltering, () => setFiltering(false)]} />
      <AddStatement isOpen={isAdding} onClose={adding.close} />
      <TokenDialog />
    </div>
  );
}
