import type { Figure, Shape } from './figure.ts';

const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

function draw(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'line':
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      context.stroke(new Path2D(shape.d));
      return;
    case 'area':
      context.fillStyle = shape.fill;
      context.fill(new Path2D(shape.d));
      return;
    case 'disc':
      context.beginPath();
      context.arc(shape.x, shape.y, Math.max(0, shape.r), 0, 2 * Math.PI);
      context.fillStyle = shape.fill;
      context.fill();
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      if (shape.width > 0) context.stroke();
      return;
    case 'text':
      context.font = `${shape.weight} ${shape.size}px ${FONT}`;
      context.textAlign = shape.anchor === 'middle' ? 'center' : 'start';
      if (shape.halo) {
        context.strokeStyle = shape.halo;
        context.lineWidth = 3.5;
        context.strokeText(shape.text, shape.x, shape.y);
      }
      context.fillStyle = shape.fill;
      context.fillText(shape.text, shape.x, shape.y);
  }
}

/** The same figure in pixels, `scale` of them to one of the screen. Rejects when the browser has no room for it. */
export function toPng(figure: Figure, scale = 2): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(figure.width * scale);
  canvas.height = Math.ceil(figure.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  context.scale(scale, scale);
  context.lineJoin = 'round';
  context.fillStyle = figure.background;
  context.fillRect(0, 0, figure.width, figure.height);
  for (const shape of figure.shapes) draw(context, shape);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
