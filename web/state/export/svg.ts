import type { Figure, Shape } from './figure.ts';

const FONT = 'Inter, system-ui, -apple-system, Segoe UI, Roboto, sans-serif';
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for an attribute or an element; what XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

const round = (value: number): number => Math.round(value * 10) / 10;

const data = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` data-${name}="${escapeXml(value)}"`;

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'line':
      return `<path d="${shape.d}" fill="none" stroke="${shape.stroke}" stroke-width="${round(shape.width)}"${data('key', shape.key)}/>`;
    case 'area':
      return `<path d="${shape.d}" fill="${shape.fill}"${data('key', shape.key)}/>`;
    case 'disc':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${round(shape.r)}" fill="${shape.fill}" stroke="${shape.stroke}" stroke-width="${round(shape.width)}"${data('id', shape.id)}/>`;
    case 'text': {
      const halo = shape.halo
        ? ` stroke="${shape.halo}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"`
        : '';
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" font-size="${round(shape.size)}" font-weight="${shape.weight}" fill="${shape.fill}" text-anchor="${shape.anchor}"${halo}>${escapeXml(shape.text)}</text>`;
    }
  }
}

/** The figure as a document of its own. Names are only ever text. */
export function toSvg({ title, width, height, background, shapes }: Figure): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}" font-family="${FONT}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...shapes.map(element),
    '</svg>\n',
  ].join('\n');
}
