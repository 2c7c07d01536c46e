import { useEffect } from 'react';
import type { Scheme } from '../palette.ts';
import { SURFACE } from '../palette.ts';
import { drawHoverFor, fontSize, shorten } from './draw-label.ts';
import type { Placed, Wish } from './label-placer.ts';
import { placeLabels } from './label-placer.ts';
import type { Renderer } from './sigma-context.ts';
import { useSigma } from './sigma-context.ts';

function draw(
  context: CanvasRenderingContext2D,
  labels: readonly Placed[],
  sigma: Renderer,
  scheme: Scheme,
): void {
  const { labelFont, labelWeight } = sigma.getSettings();
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = SURFACE[scheme].canvas;
  context.fillStyle = SURFACE[scheme].text;
  for (const { text, x, y, height } of labels) {
    context.font = `${labelWeight} ${height / 1.25}px ${labelFont}`;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
  context.textAlign = 'start';
}

/** Names the nodes where there is room: sigma says which names it would draw, and they are placed together afterwards. */
export function LabelController({ scheme }: { readonly scheme: Scheme }) {
  const sigma = useSigma();

  useEffect(() => {
    let wishes: Wish[] = [];
    sigma.setSettings({
      labelColor: { color: SURFACE[scheme].text },
      edgeLabelColor: { color: SURFACE[scheme].text },
      defaultDrawNodeHover: drawHoverFor(scheme),
      defaultDrawNodeLabel: (context, data, { labelFont, labelWeight }) => {
        if (!data.label) return;
        const size = fontSize(data.size);
        context.font = `${labelWeight} ${size}px ${labelFont}`;
        const text = shorten(data.label);
        const { width } = context.measureText(text);
        const rank = data.size + ('forceLabel' in data && data.forceLabel ? 100 : 0);
        wishes.push({ text, x: data.x, y: data.y, radius: data.size, width, height: size * 1.25, rank });
      },
    });
    const begin = (): void => void (wishes = []);
    const end = (): void => {
      const context = sigma.getCanvases()['labels']?.getContext('2d');
      if (context) draw(context, placeLabels(wishes, sigma.getDimensions()), sigma, scheme);
    };
    sigma.on('beforeRender', begin);
    sigma.on('afterRender', end);
    return () => {
      sigma.off('beforeRender', begin);
      sigma.off('afterRender', end);
    };
  }, [sigma, scheme]);

  return null;
}
