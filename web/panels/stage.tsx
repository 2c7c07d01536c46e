import { Loader } from '@mantine/core';
import { Suspense } from 'react';
import { texts } from '../texts.ts';
import { workspaceOf } from '../views/registry.ts';
import { Empty } from './empty.tsx';
import { useExplorer } from './explorer-context.ts';
import { Failure } from './failure.tsx';
import { Scope } from './scope.tsx';
import { StatusBar } from './status-bar.tsx';

interface Props {
  readonly error: Error | null;
  readonly onRetry: () => unknown;
  readonly isUpdating: boolean;
}

const wait = (
  <div className="grow centre">
    <Loader aria-label={texts.loading} />
  </div>
);

/** The middle of the page: the workspace that the address names. */
export function Stage({ error, onRetry, isUpdating }: Props) {
  const { view, graph } = useExplorer();
  const { id, title, bounded, View } = workspaceOf(view.mode);
  return (
    <main className="stage" aria-label={title} data-workspace={id}>
      {bounded && (
        <div className="stage-top">
          <StatusBar isUpdating={isUpdating} />
          <Scope />
          {error && <Failure title={texts.errors.graph} error={error} onRetry={onRetry} />}
        </div>
      )}
      <Suspense fallback={wait}>
        <View />
      </Suspense>
      {bounded && graph.ties.length === 0 && !isUpdating && <Empty view={view} />}
    </main>
  );
}
