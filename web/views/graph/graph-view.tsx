import { Alert } from '@mantine/core';
import { useCallback, useState } from 'react';
import { GraphCanvas } from '../../graph/graph-canvas.tsx';
import { Lasso } from '../../graph/lasso.tsx';
import { useExplorer } from '../../panels/explorer-context.ts';
import { TimePanel } from '../../panels/time-panel.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { workspaceOf } from '../registry.ts';
import { Controllers } from './controllers.tsx';
import { Legend } from './legend.tsx';
import { TakeAway } from './take-away.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDrawing } from './use-drawing.ts';
import { ZoomControls } from './zoom-controls.tsx';

/** The list says the same where nothing can be drawn. */
function Undrawable() {
  const { View } = workspaceOf('table');
  return (
    <>
      <Alert color="yellow">{texts.errors.noCanvas}</Alert>
      <View />
    </>
  );
}

/** The graph as a picture. */
export function GraphView() {
  const { view } = useExplorer();
  const drawn = useDrawing();
  const [isUnable, setUnable] = useState(false);
  const [isLasso, setLasso] = useState(false);
  const onUnable = useCallback(() => setUnable(true), []);
  const toggleLasso = (): void => setLasso(!isLasso);
  const catchNodes = (ids: readonly string[]): void => {
    setLasso(false);
    dispatch({ kind: 'pick', ids: [...new Set([...view.picked, ...ids])] });
  };
  if (isUnable) return <Undrawable />;
  const { nodes, lines } = drawn.picture;
  return (
    <>
      <div className="canvas-area">
        <GraphCanvas
          description={texts.canvas.describe(nodes.length, lines.length)}
          onUnable={onUnable}
          isKept
        >
          <Controllers drawn={drawn} />
          {isLasso && <Lasso label={texts.canvas.lassoHint} onCaught={catchNodes} />}
          <Toolbar
            layout={drawn.layout}
            size={drawn.size}
            pins={drawn.pins.size}
            isLasso={isLasso}
            onLasso={toggleLasso}
          />
          <ZoomControls onLasso={toggleLasso} />
          <TakeAway captions={drawn.captions} />
        </GraphCanvas>
      </div>
      <TimePanel />
      <Legend />
    </>
  );
}
