import { describe, expect, it } from 'vitest';
import type { CanvasPicture, Caption } from './figure.ts';
import { composeFigure } from './figure.ts';
import { lineShapes } from './line-shapes.ts';
import { toSvg } from './svg.ts';

const picture: CanvasPicture = {
  width: 600,
  height: 400,
  nodes: [
    {
      id: 'country:A',
      x: 100,
      y: 100,
      radius: 10,
      name: '<script>"A" & co\u0000',
      label: 'Country',
      actor: true,
    },
    { id: 'issue:b', x: 300, y: 200, radius: 8, name: 'b', label: 'Issue', actor: false },
  ],
  lines: [
    {
      key: 'CONDEMNS~country:A~issue:b',
      source: 'country:A',
      target: 'issue:b',
      curvature: 0.2,
      width: 2,
      family: 'verbal-conflict',
      arrow: true,
    },
  ],
  captions: [
    { text: '1999', x: 100, y: 20 },
    { text: '2000', x: 105, y: 20 },
    { text: '2001', x: 300, y: -40 },
    { text: '2002', x: 400, y: -900 },
  ],
};
const caption: Caption = {
  title: 'Who <b>condemns</b>',
  notes: ['2020 to 2023', 'Made 2024-01-01'],
  labels: [{ label: 'Country', title: 'Countries', actor: true }],
  families: [{ family: 'verbal-conflict', title: 'Conflict · words' }],
};

describe('a figure', () => {
  const figure = composeFigure(picture, caption, 'light');
  const svg = toSvg(figure);

  it('has title, notes and legend around the picture', () => {
    for (const words of ['2020 to 2023', 'Made 2024-01-01', 'Countries', 'Conflict · words']) {
      expect(svg).toContain(words);
    }
    expect(figure.height).toBeGreaterThan(picture.height + 60);
    const disc = figure.shapes.find((shape) => shape.kind === 'disc' && shape.id === 'country:A');
    expect(disc).toMatchObject({ x: 100, y: 100 + 24 + 22 + 36 + 10 });
  });

  it('tells years and regions where there is room for them', () => {
    const years = ['1999', '2000', '2001', '2002'];
    expect(years.map((year) => svg.includes(`>${year}<`))).toEqual([true, false, true, false]);
  });

  it('is well-formed whatever the names hold', () => {
    expect(svg).toContain('Who &lt;b&gt;condemns&lt;/b&gt;');
    expect(svg).toContain('&lt;script&gt;&quot;A&quot; &amp; co<');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
  });

  it('ends a line with its head at the rim of the target', () => {
    const [line, head] = lineShapes(
      { key: 'k', curvature: 0, width: 2, arrow: true },
      { x: 0, y: 0, radius: 5 },
      { x: 100, y: 0, radius: 10 },
      '#000',
    );
    expect(line).toMatchObject({ d: 'M0 0L84 0' });
    expect(head).toMatchObject({ kind: 'area', d: expect.stringMatching(/^M90 0L/) as string });
  });
});
