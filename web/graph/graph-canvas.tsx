import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { createSigma } from './create-sigma.ts';
import { keepRenderer, takeRenderer } from './kept-renderer.ts';
import type { Renderer } from './sigma-context.ts';
import { SigmaProvider } from './sigma-context.ts';

interface Props {
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  /** Called when this browser cannot draw it. */
  readonly onUnable: () => void;
  /** The renderer outlives this canvas, for the next one that is kept. */
  readonly isKept?: boolean;
  readonly children: ReactNode;
}

/** Owns the renderer; its children are controllers and controls. */
export function GraphCanvas({ description, onUnable, isKept = false, children }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [sigma, setSigma] = useState<Renderer | null>(null);

  useEffect(() => {
    const room = container.current;
    if (!room) return undefined;
    const gone = new AbortController();
    let renderer: Renderer | undefined;
    const show = (shown: Renderer): void => {
      renderer = shown;
      setSigma(shown);
    };
    // Sigma hears of the window only; the time line and the panel take room of the canvas, too. How large a disc is depends
    // on the room: so that is looked up first.
    const resized = new ResizeObserver(() => renderer?.resize().scheduleRefresh());
    resized.observe(room);
    const kept = isKept ? takeRenderer() : undefined;
    const surface = room.appendChild(kept?.getContainer() ?? createSurface());
    if (kept) show(kept.resize());
    else
      createSigma(surface, gone.signal).then(
        (created) => (gone.signal.aborted ? created.kill() : show(created)),
        () => gone.signal.aborted || onUnable(),
      );
    return () => {
      gone.abort();
      resized.disconnect();
      setSigma(null);
      if (renderer && isKept) keepRenderer(renderer);
      else renderer?.kill();
      surface.remove();
    };
  }, [isKept, onUnable]);

  return (
    <>
      <div ref={container} className="canvas" role="img" aria-label={description} />
      {sigma && <SigmaProvider value={sigma}>{children}</SigmaProvider>}
    </>
  );
}

function createSurface(): HTMLElement {
  const surface = document.createElement('div');
  surface.className = 'canvas-surface';
  return surface;
}
