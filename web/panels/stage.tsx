import { Alert } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { Edge } from '../../server/contract.ts';
import { texts } from '../texts.ts';
import { Empty } from './empty.tsx';
import { useExplorer } from './explorer-context.ts';
import { Failure } from './failure.tsx';
import { GraphView } from './graph-view.tsx';
import { StatusBar } from './status-bar.tsx';
import { TieTable } from './tie-table.tsx';

interface Props {
  readonly statementEdges: readonly Edge[] | undefined;
  readonly error: Error | null;
  readonly onRetry: () => unknown;
  readonly isUpdating: boolean;
  readonly onAdd: () => void;
}

/** The middle of the page: the graph as a picture or as a list. */
export function Stage({ statementEdges, error, onRetry, isUpdating, onAdd }: Props) {
  const { view, graph } = useExplorer();
  const [isUnable, setUnable] = useState(false);
  const onUnable = useCallback(() => setUnable(true), []);
  const isList = view.mode === 'table' || isUnable;
  return (
    <main className="stage" aria-label={texts.landmarks.graph} data-list={isList || undefined}>
      <div className="stage-top">
        <StatusBar isUpdating={isUpdating} />
        {error && <Failure title={texts.errors.graph} error={error} onRetry={onRetry} />}
        {isUnable && <Alert color="yellow">{texts.errors.noCanvas}</Alert>}
      </div>
      {isList ? <TieTable /> : <GraphView statementEdges={statementEdges} onUnable={onUnable} />}
      {graph.ties.length === 0 && !isUpdating && <Empty view={view} onAdd={onAdd} />}
    </main>
  );
}
