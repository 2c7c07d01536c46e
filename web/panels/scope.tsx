import { Button, CloseButton, Text } from '@mantine/core';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { useExplorer, useNameOf } from './explorer-context.ts';

/** What narrows the picture besides the filters: a focus, hidden nodes, nodes chosen together; and the way out of each. */
export function Scope() {
  const { view, graph } = useExplorer();
  const nameOf = useNameOf();
  const { focus, hidden, picked } = view;
  const others = (): readonly string[] => {
    const kept = new Set(picked);
    const shown = graph.ties.flatMap((tie) => [tie.source, tie.target]);
    return [...new Set(shown)].filter((id) => !kept.has(id));
  };
  return (
    <>
      {focus && (
        <div className="status">
          <Text component="span" size="xs" className="anywhere">
            {texts.canvas.around(nameOf(focus.id), focus.depth)}
          </Text>
          <CloseButton
            size="xs"
            aria-label={texts.canvas.leave}
            onClick={() => dispatch({ kind: 'focus', focus: null })}
          />
        </div>
      )}
      {hidden.length > 0 && (
        <div className="status">
          <Text component="span" size="xs">
            {texts.canvas.hidden(hidden.length)}
          </Text>
          <Button size="compact-xs" variant="light" onClick={() => dispatch({ kind: 'unhide' })}>
            {texts.canvas.unhide}
          </Button>
        </div>
      )}
      {picked.length > 0 && (
        <div className="status" role="group" aria-label={texts.canvas.chosen(picked.length)}>
          <Text component="span" size="xs">
            {texts.canvas.chosen(picked.length)}
          </Text>
          <Button size="compact-xs" variant="light" onClick={() => dispatch({ kind: 'hide', ids: picked })}>
            {texts.canvas.hide}
          </Button>
          <Button size="compact-xs" variant="light" onClick={() => dispatch({ kind: 'hide', ids: others() })}>
            {texts.canvas.keepOnly}
          </Button>
          <CloseButton
            size="xs"
            aria-label={texts.canvas.letGo}
            onClick={() => dispatch({ kind: 'pick', ids: [] })}
          />
        </div>
      )}
    </>
  );
}
