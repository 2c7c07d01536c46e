import { useCallback, useMemo } from 'react';
import { AppearanceController } from '../../graph/appearance-controller.tsx';
import { CameraController } from '../../graph/camera-controller.tsx';
import { CameraKeeper } from '../../graph/camera-keeper.tsx';
import { Captions } from '../../graph/captions.tsx';
import { DataController } from '../../graph/data-controller.tsx';
import { DragController } from '../../graph/drag-controller.tsx';
import { LabelController } from '../../graph/label-controller.tsx';
import { writePins } from '../../graph/pins.ts';
import type { Point } from '../../graph/place.ts';
import { PointerController } from '../../graph/pointer-controller.tsx';
import { useExplorer } from '../../panels/explorer-context.ts';
import { useScheme } from '../../panels/swatch.tsx';
import { dispatch } from '../../state/view/store.ts';
import type { Selection } from '../../state/view/view.ts';
import { toggled } from '../../state/view/view.ts';
import type { Drawn } from './use-drawing.ts';
import { usePointed } from './use-pointed.ts';

/** What keeps the canvas as the view says, and the view as it is changed on the canvas. */
export function Controllers({ drawn }: { readonly drawn: Drawn }) {
  const { graph, view } = useExplorer();
  const { pins, camera } = drawn;
  const scheme = useScheme();
  const pointed = usePointed();
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
  return (
    <>
      <DataController picture={drawn.picture} places={drawn.places} pins={pins} />
      <Captions captions={drawn.captions} />
      <AppearanceController pointed={pointed} scheme={scheme} picked={picked} />
      <LabelController scheme={scheme} />
      <PointerController tieOf={tieOf} onPick={onPick} />
      <DragController onPlaced={onPlaced} />
      <CameraController nodes={pointed.ends} isPlaced={camera !== undefined} />
      <CameraKeeper place={camera} />
    </>
  );
}
