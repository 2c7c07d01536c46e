import { useEffect } from 'react';
import type { NodeLabelDrawingFunction } from 'sigma/rendering';
import type { Scheme } from '../palette.ts';
import { SURFACE } from '../palette.ts';
import { drawRingFor, fontSize, shorten } from './draw-label.ts';
import type { Placed, Wish } from './label-placer.ts';
import { placeLabels } from './label-placer.ts';
import type { LineLook, NodeLook, Renderer } from './sigma-context.ts';
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
  for (const { text, x, y, width, height, isCentre } of labels) {
    if (isCentre) plate(context, { x, y, width, height }, SURFACE[scheme].halo);
    context.font = `${labelWeight} ${height / 1.25}px ${labelFont}`;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
  context.textAlign = 'start';
}

type Plate = Pick<Placed, 'x' | 'y' | 'width' | 'height'>;

function plate(context: CanvasRenderingContext2D, { x, y, width, height }: Plate, colour: string): void {
  context.save();
  context.fillStyle = colour;
  context.shadowBlur = 8;
  context.shadowColor = 'rgba(0, 0, 0, 0.3)';
  context.beginPath();
  context.roundRect(x - width / 2 - 6, y - height * 0.82 - 3, width + 12, height + 6, 5);
  context.fill();
  context.restore();
}

/** So long after the camera's last move, in milliseconds, names are back. */
const REST_MS = 120;

type Measure = (context: CanvasRenderingContext2D, text: string, size: number) => number;

/** Widths of texts, measured once at one size: every picture asks for hundreds. */
function createMeasure(font: (size: number) => string): Measure {
  const widths = new Map<string, number>();
  return (context, text, size) => {
    let width = widths.get(text);
    if (width === undefined) {
      context.font = font(1000);
      widths.set(text, (width = context.measureText(text).width / 1000));
    }
    return width * size;
  };
}

type Named = Parameters<NodeLabelDrawingFunction<NodeLook, LineLook>>[1];

function wishFor(context: CanvasRenderingContext2D, data: Named, measure: Measure): Wish[] {
  if (!data.label) return [];
  const size = fontSize(data.size);
  const isCentre = 'highlighted' in data && data.highlighted === true;
  const text = shorten(data.label, isCentre ? 90 : 34);
  const rank = data.size + ('forceLabel' in data && data.forceLabel ? 100 : 0) + (isCentre ? 1000 : 0);
  const radius = data.size + (isCentre ? 8 : 0);
  const width = measure(context, text, size);
  return [{ text, x: data.x, y: data.y, radius, width, height: size * 1.25, rank, isCentre }];
}

/** Where names are hidden while the camera moves, they come back when it rests. */
function showAtRest(sigma: Renderer): () => void {
  const camera = sigma.getCamera();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    if (sigma.getSetting('hideLabelsOnMove')) timer = setTimeout(() => sigma.scheduleRender(), REST_MS);
  };
  camera.on('updated', wait);
  return () => {
    clearTimeout(timer);
    camera.off('updated', wait);
  };
}

/** Names the nodes where there is room: sigma says which names it would draw, and they are placed together afterwards. */
export function LabelController({ scheme }: { readonly scheme: Scheme }) {
  const sigma = useSigma();

  useEffect(() => {
    let wishes: Wish[] = [];
    const { labelFont, labelWeight } = sigma.getSettings();
    const measure = createMeasure((size) => `${labelWeight} ${size}px ${labelFont}`);
    sigma.setSettings({
      labelColor: { color: SURFACE[scheme].text },
      edgeLabelColor: { color: SURFACE[scheme].text },
      defaultDrawNodeHover: drawRingFor(scheme),
      defaultDrawNodeLabel: (context, data) => void wishes.push(...wishFor(context, data, measure)),
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

  useEffect(() => showAtRest(sigma), [sigma]);

  return null;
}
