import type { PointerEvent } from 'react';
import { useRef, useState } from 'react';
import type { Point } from './place.ts';
import { useSigma } from './sigma-context.ts';

/** Is a point inside a closed line? By counting how often a ray from it crosses the line. */
export function isInside({ x, y }: Point, line: readonly Point[]): boolean {
  let inside = false;
  line.forEach((a, i) => {
    const b = line.at(i - 1) ?? a;
    const crosses = a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x;
    if (crosses) inside = !inside;
  });
  return inside;
}

interface Props {
  readonly label: string;
  readonly onCaught: (ids: readonly string[]) => void;
}

/** Lies over the canvas: a line drawn around nodes catches them. */
export function Lasso({ label, onCaught }: Props) {
  const sigma = useSigma();
  const line = useRef<Point[]>([]);
  const [path, setPath] = useState('');
  const at = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const draw = (): void => setPath(line.current.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x} ${y}`).join(' '));
  const finish = (): void => {
    const graph = sigma.getGraph();
    const caught = graph.filterNodes((_, look) => isInside(sigma.graphToViewport(look), line.current));
    line.current = [];
    setPath('');
    onCaught(caught);
  };
  return (
    <svg
      className="lasso"
      role="application"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        line.current = [at(event)];
      }}
      onPointerMove={(event) => {
        if (line.current.length === 0) return;
        line.current.push(at(event));
        draw();
      }}
      onPointerUp={finish}
    >
      <path d={path ? `${path} Z` : ''} />
    </svg>
  );
}
