import type { Focus } from './focus.ts';
import { focusLines, focusNode } from './focus.ts';
import { lineAt } from './line-at.ts';
import type { Point } from './place.ts';
import type { Renderer } from './sigma-context.ts';

/** Tells what the pointer is on, whenever that changes. */
export function watchHover(sigma: Renderer, onChange: (focus: Focus | null) => void): () => void {
  const graph = sigma.getGraph();
  let node: string | null = null;
  let line: string | null = null;
  let frame = 0;
  const tell = (): void => {
    const focus = node !== null ? focusNode(graph, node) : line !== null ? focusLines(graph, [line]) : null;
    onChange(focus);
  };
  const onEnter = (event: { node: string }): void => {
    [node, line] = [event.node, null];
    tell();
  };
  const onLeave = (): void => {
    node = null;
    tell();
  };
  const onMove = ({ event }: { event: Point }): void => {
    if (node !== null || sigma.getCamera().isAnimated()) return;
    const { x, y } = event;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const found = lineAt(sigma, { x, y });
      if (node !== null || found === line) return;
      line = found;
      tell();
    });
  };
  sigma.on('enterNode', onEnter);
  sigma.on('leaveNode', onLeave);
  sigma.on('moveBody', onMove);
  return () => {
    cancelAnimationFrame(frame);
    sigma.off('enterNode', onEnter);
    sigma.off('leaveNode', onLeave);
    sigma.off('moveBody', onMove);
  };
}
