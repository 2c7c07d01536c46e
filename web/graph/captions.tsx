import { useEffect, useRef } from 'react';
import type { Caption } from './arrange.ts';
import { placeCaptions } from './caption-places.ts';
import { useSigma } from './sigma-context.ts';

/** The years and regions of an arrangement, where they stand in the graph; nearer by, those too for which there was no room. */
export function Captions({ captions }: { readonly captions: readonly Caption[] }) {
  const sigma = useSigma();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const items = [...(list.current?.children ?? [])] as HTMLElement[];
    const sizes = items.map(({ offsetWidth, offsetHeight }) => ({
      width: offsetWidth,
      height: offsetHeight,
    }));
    const place = (): void => {
      const rooms = sizes.map((size, i) => ({ ...size, ...sigma.graphToViewport(captions[i]!) }));
      placeCaptions(rooms).forEach((room, i) => {
        const { style } = items[i]!;
        style.visibility = room ? 'visible' : 'hidden';
        if (room) style.transform = `translate(${room.x - room.width / 2}px, ${room.y - room.height}px)`;
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
