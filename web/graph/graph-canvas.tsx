import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { createSigma } from './create-sigma.ts';
import type { Renderer } from './sigma-context.ts';
import { SigmaProvider } from './sigma-context.ts';

interface Props {
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  /** Called when this browser cannot draw it. */
  readonly onUnable: () => void;
  readonly children: ReactNode;
}

/** Owns the renderer; its children are controllers and controls. */
export function GraphCanvas({ description, onUnable, children }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [sigma, setSigma] = useState<Renderer | null>(null);

  useEffect(() => {
    if (!container.current) return undefined;
    const gone = new AbortController();
    let renderer: Renderer | undefined;
    // Sigma hears of the window only; the time line and the panel take room of the canvas, too.
    const resized = new ResizeObserver(() => renderer?.scheduleRefresh());
    resized.observe(container.current);
    createSigma(container.current, gone.signal).then(
      (created) => {
        if (gone.signal.aborted) return created.kill();
        renderer = created;
        setSigma(created);
      },
      () => gone.signal.aborted || onUnable(),
    );
    return () => {
      gone.abort();
      resized.disconnect();
      setSigma(null);
      renderer?.kill();
    };
  }, [onUnable]);

  return (
    <>
      <div ref={container} className="canvas" role="img" aria-label={description} />
      {sigma && <SigmaProvider value={sigma}>{children}</SigmaProvider>}
    </>
  );
}
