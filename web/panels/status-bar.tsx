import { Button, Loader, Text } from '@mantine/core';
import { dispatch } from '../state/view/store.ts';
import { shownResult, useShownResult } from '../state/graph/shown-result.ts';
import { MAX_EDGES } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import { useExplorer } from './explorer-context.ts';

/** How much of the graph is shown, and the way to more. */
export function StatusBar({ isUpdating }: { readonly isUpdating: boolean }) {
  const { graph, view } = useExplorer();
  const { shownEdges, totalEdges, truncated } = graph;
  const result = useShownResult();
  if (result) {
    return (
      <div className="status" role="status">
        <Text component="span" size="xs">
          {texts.console.shown}
        </Text>
        <Button size="compact-xs" variant="light" onClick={() => shownResult.set(null)}>
          {texts.console.putAway}
        </Button>
      </div>
    );
  }
  return (
    <div className="status" role="status">
      <Text component="span" size="xs" title={truncated ? texts.status.most : undefined}>
        {truncated ? texts.status.part(shownEdges, totalEdges) : texts.status.all(shownEdges)}
      </Text>
      {truncated && view.limit < MAX_EDGES && (
        <Button size="compact-xs" variant="light" onClick={() => dispatch({ kind: 'more' })}>
          {texts.status.more}
        </Button>
      )}
      {isUpdating && <Loader size={12} aria-label={texts.status.updating} />}
    </div>
  );
}
