import { Alert } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Edge } from '../../../server/contract.ts';
import { AppearanceController, type Pointed } from '../../graph/appearance-controller.tsx';
import { CameraController } from '../../graph/camera-controller.tsx';
import { DataController } from '../../graph/data-controller.tsx';
import { picture } from '../../graph/draw.ts';
import { GraphCanvas } from '../../graph/graph-canvas.tsx';
import { LabelController } from '../../graph/label-controller.tsx';
import { PointerController } from '../../graph/pointer-controller.tsx';
import { tieEnds, tieKey } from '../../state/graph/ties.ts';
import type { Selection } from '../../state/view/view.ts';
import { texts } from '../../texts.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { workspaceOf } from '../registry.ts';
import { Legend } from './legend.tsx';
import { useScheme } from '../../panels/swatch.tsx';
import { TakeAway } from './take-away.tsx';
import { ZoomControls } from './zoom-controls.tsx';

/** What the selection stands for on the canvas. */
function usePointed(): Pointed {
  const { view, ontology, statementEdges } = useExplorer();
  const { selection } = view;
  return useMemo(() => {
    const key = (edge: Pick<Edge, 'source' | 'target'> & { readonly type: string }): string =>
      tieKey(edge.type, ...tieEnds(edge, ontology.isDirected(edge.type)));
    if (selection?.kind === 'node') return { node: selection.id, lines: [], ends: [selection.id] };
    if (selection?.kind === 'tie') {
      return { node: null, lines: [key(selection)], ends: [selection.source, selection.target] };
    }
    return { node: null, lines: (selection && statementEdges?.map(key)) ?? [], ends: [] };
  }, [selection, statementEdges, ontology]);
}

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
  const { graph, ontology } = useExplorer();
  const scheme = useScheme();
  const pointed = usePointed();
  const [isUnable, setUnable] = useState(false);
  const onUnable = useCallback(() => setUnable(true), []);
  const drawn = useMemo(() => picture(graph.ties, graph.loaded.nodes, ontology), [graph, ontology]);
  const tieOf = useCallback(
    (key: string): Selection | null => {
      const tie = graph.ties.find((other) => other.key === key);
      return tie ? { kind: 'tie', type: tie.type, source: tie.source, target: tie.target } : null;
    },
    [graph],
  );
  if (isUnable) return <Undrawable />;
  return (
    <>
      <div className="canvas-area">
        <GraphCanvas
          description={texts.canvas.describe(drawn.nodes.length, drawn.lines.length)}
          onUnable={onUnable}
        >
          <DataController picture={drawn} />
          <AppearanceController pointed={pointed} scheme={scheme} />
          <LabelController scheme={scheme} />
          <PointerController tieOf={tieOf} />
          <CameraController nodes={pointed.ends} />
          <ZoomControls />
          <TakeAway />
        </GraphCanvas>
      </div>
      <Legend />
    </>
  );
}
