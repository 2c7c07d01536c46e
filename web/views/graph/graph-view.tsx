import { Alert } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Edge } from '../../../server/contract.ts';
import { AppearanceController, type Pointed } from '../../graph/appearance-controller.tsx';
import { CameraController } from '../../graph/camera-controller.tsx';
import { DataController } from '../../graph/data-controller.tsx';
import { CameraKeeper } from '../../graph/camera-keeper.tsx';
import { DragController } from '../../graph/drag-controller.tsx';
import type { LayoutName } from '../../graph/arrange.ts';
import { arrange, isLayout } from '../../graph/arrange.ts';
import type { Picture } from '../../graph/draw.ts';
import { isSize, picture } from '../../graph/draw.ts';
import { Lasso } from '../../graph/lasso.tsx';
import { readPins, writePins } from '../../graph/pins.ts';
import type { Point } from '../../graph/place.ts';
import { GraphCanvas } from '../../graph/graph-canvas.tsx';
import { LabelController } from '../../graph/label-controller.tsx';
import { PointerController } from '../../graph/pointer-controller.tsx';
import { tieEnds, tieKey } from '../../state/graph/ties.ts';
import { regionsOf } from '../../state/graph/region-of.ts';
import { dispatch } from '../../state/view/store.ts';
import type { Selection } from '../../state/view/view.ts';
import { toggled } from '../../state/view/view.ts';
import { texts } from '../../texts.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { workspaceOf } from '../registry.ts';
import { Legend } from './legend.tsx';
import { TimePanel } from '../../panels/time-panel.tsx';
import { useScheme } from '../../panels/swatch.tsx';
import { TakeAway } from './take-away.tsx';
import { Toolbar } from './toolbar.tsx';
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

/** What the settings of this workspace say. */
function useSettings() {
  const { view } = useExplorer();
  const { settings } = view;
  const [layout, size, pins] = [settings['graph.layout'], settings['graph.size'], settings['graph.pins']];
  return {
    layout: layout !== undefined && isLayout(layout) ? layout : ('force' as const),
    size: size !== undefined && isSize(size) ? size : ('ties' as const),
    pins: useMemo(() => readPins(pins), [pins]),
    camera: settings['graph.camera'],
  };
}

/** Where the layout puts the nodes, unless forces do. */
function usePlaces(layout: LayoutName, drawn: Picture) {
  const { graph, ontology } = useExplorer();
  return useMemo(() => {
    if (layout === 'force') return undefined;
    const regions = regionsOf(graph.loaded.nodes, graph.ties, ontology.regionOf);
    const nodes = drawn.nodes.map(({ id, look: { kind, size }, first }) => {
      return { id, kind, size, first, region: regions.get(id) ?? '' };
    });
    return arrange(layout, nodes);
  }, [layout, drawn, graph, ontology]);
}

const pick = (picked: readonly string[], ids: readonly string[]): void =>
  dispatch({ kind: 'pick', ids: [...new Set([...picked, ...ids])] });

/** The graph as a picture. */
export function GraphView() {
  const { graph, ontology, view } = useExplorer();
  const scheme = useScheme();
  const pointed = usePointed();
  const { layout, size, pins, camera } = useSettings();
  const [isUnable, setUnable] = useState(false);
  const [isLasso, setLasso] = useState(false);
  const onUnable = useCallback(() => setUnable(true), []);
  const drawn = useMemo(() => picture(graph.ties, graph.loaded, ontology, size), [graph, ontology, size]);
  const places = usePlaces(layout, drawn);
  const picked = useMemo(() => new Set(view.picked), [view.picked]);
  const tieOf = useCallback(
    (key: string): Selection | null => {
      const tie = graph.ties.find((other) => other.key === key);
      return tie ? { kind: 'tie', type: tie.type, source: tie.source, target: tie.target } : null;
    },
    [graph],
  );
  const onPick = useCallback(
    (id: string) => dispatch({ kind: 'pick', ids: toggled(view.picked, id) }),
    [view.picked],
  );
  const onPlaced = useCallback(
    (id: string, place: Point) => {
      const next = writePins(new Map([...pins, [id, place]]));
      dispatch({ kind: 'settings', values: { 'graph.pins': next } });
    },
    [pins],
  );
  if (isUnable) return <Undrawable />;
  return (
    <>
      <div className="canvas-area">
        <GraphCanvas
          description={texts.canvas.describe(drawn.nodes.length, drawn.lines.length)}
          onUnable={onUnable}
        >
          <DataController picture={drawn} places={places} pins={pins} />
          <AppearanceController pointed={pointed} scheme={scheme} picked={picked} />
          <LabelController scheme={scheme} />
          <PointerController tieOf={tieOf} onPick={onPick} />
          <DragController onPlaced={onPlaced} />
          <CameraController nodes={pointed.ends} isPlaced={camera !== undefined} />
          <CameraKeeper place={camera} />
          {isLasso && (
            <Lasso
              label={texts.canvas.lassoHint}
              onCaught={(ids) => {
                setLasso(false);
                pick(view.picked, ids);
              }}
            />
          )}
          <Toolbar
            layout={layout}
            size={size}
            pins={pins.size}
            isLasso={isLasso}
            onLasso={() => setLasso(!isLasso)}
          />
          <ZoomControls onLasso={() => setLasso(!isLasso)} />
          <TakeAway />
        </GraphCanvas>
      </div>
      <TimePanel />
      <Legend />
    </>
  );
}
