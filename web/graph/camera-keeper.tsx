import { useEffect, useRef } from 'react';
import { dispatch } from '../state/view/store.ts';
import { readCamera, writeCamera } from './camera-state.ts';
import { useSigma } from './sigma-context.ts';

const REST_MS = 300;

/** Keeps the place of the camera in the address, without a step for each move, and goes where a link or "back" says. */
export function CameraKeeper({ place }: { readonly place: string | undefined }) {
  const sigma = useSigma();
  /** What the address says because of us. */
  const written = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (place === written.current) return;
    const isFirst = written.current === undefined;
    written.current = place ?? '';
    if (isFirst && place !== undefined) sigma.getCamera().setState(readCamera(place));
    else if (!isFirst) void sigma.getCamera().animate(readCamera(place), { duration: 200 });
  }, [sigma, place]);

  useEffect(() => {
    const camera = sigma.getCamera();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const text = writeCamera(camera.getState());
        // A link opens at what it says: so this page stands there too, not a fraction of a pixel beside it.
        camera.setState(readCamera(text));
        if (text === (written.current ?? '')) return;
        written.current = text;
        dispatch({ kind: 'settings', values: { 'graph.camera': written.current } }, true);
      }, REST_MS);
    };
    camera.on('updated', note);
    return () => {
      clearTimeout(timer);
      camera.off('updated', note);
    };
  }, [sigma]);

  return null;
}
