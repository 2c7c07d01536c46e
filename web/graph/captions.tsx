import { useEffect, useRef } from 'react';
import type { Caption } from './arrange.ts';
import { useSigma } from './sigma-context.ts';

/** Pixels between two captions. */
const GAP = 6;

interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const overlap = (a: Room, b: Room): boolean =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;

/** The years and regions of an arrangement, where they stand in the graph; nearer by, all those for which there was no room. */
export function Captions({ captions }: { readonly captions: readonly Caption[] }) {
  const sigma = useSigma();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const items = [...(list.current?.children ?? [])] as HTMLElement[];
    const sizes = items.map((item) => [item.offsetWidth, item.offsetHeight] as const);
    const place = (): void => {
      const taken: Room[] = [];
      captions.forEach((caption, i) => {
        const { x, y } = sigma.graphToViewport(caption);
        const [width = 0, height = 0] = sizes[i] ?? [];
        const room = { left: x - width / 2, right: x + width / 2, top: y - height, bottom: y };
        const isFree = !taken.some((other) => overlap(other, room));
        if (isFree) taken.push(room);
        Object.assign(items[i]!.style, {
          transform: `translate(${room.left}px, ${room.top}px)`,
          visibility: isFree ? 'visible' : 'hidden',
        });
      });
    };
    place();
    sigma.on('afterRender', place);
    return () => void sigma.off('afterRender', place);
  }, [sigma, captions]);

  return (
    <div ref={list} className="captions">
      {captions.map(({ text }) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  );
}
