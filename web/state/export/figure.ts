import { placeCaptions } from '../../graph/caption-places.ts';
import { placeLabels } from '../../graph/label-placer.ts';
import type { Scheme } from '../../palette.ts';
import { familyColour, labelColour, SURFACE } from '../../palette.ts';
import type { Family } from '../graph/ontology.ts';
import { lineShapes } from './line-shapes.ts';

/** What is on the canvas, in its pixels. */
export interface CanvasPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly name: string;
    readonly label: string;
    readonly actor: boolean;
  }[];
  readonly lines: readonly {
    readonly key: string;
    readonly source: string;
    readonly target: string;
    readonly curvature: number;
    readonly width: number;
    readonly family: Family;
    readonly arrow: boolean;
  }[];
  /** Years, regions: each above its place. */
  readonly captions: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}
/** What a reader of the picture must know. */
export interface Caption {
  readonly title: string;
  /** Filters, how much is shown, when it was made. */
  readonly notes: readonly string[];
  readonly labels: readonly { readonly label: string; readonly title: string; readonly actor: boolean }[];
  readonly families: readonly { readonly family: Family; readonly title: string }[];
}

/** Coordinates in pixels, from the upper left corner. `d` is a path as SVG and canvas take it. */
export type Shape =
  | {
      readonly kind: 'line';
      readonly d: string;
      readonly stroke: string;
      readonly width: number;
      readonly key?: string;
    }
  | { readonly kind: 'area'; readonly d: string; readonly fill: string; readonly key?: string }
  | {
      readonly kind: 'disc';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: string;
      readonly stroke: string;
      readonly width: number;
      readonly id?: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly weight: number;
      readonly anchor: 'start' | 'middle';
      readonly halo?: string;
    };
export interface Figure {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
}

const MARGIN = 24;
const LINE = 18;
const TITLE = 22;
/** Mean width of a letter, of its size. */
const LETTER = 0.56;
const MOST_LETTERS = 34;

/** The picture with title, notes and legend: one figure, to be written as SVG or drawn on a canvas. */
export function composeFigure(picture: CanvasPicture, caption: Caption, scheme: Scheme): Figure {
  const top = MARGIN + TITLE + caption.notes.length * LINE + 10;
  const keys = legend(caption, picture.width, scheme);
  return {
    title: caption.title,
    width: picture.width,
    height: top + picture.height + keys.height,
    background: SURFACE[scheme].canvas,
    shapes: [
      ...head(caption, scheme),
      ...moved(drawn(picture, scheme), top),
      ...moved(keys.shapes, top + picture.height),
    ],
  };
}

const ink = (scheme: Scheme, x: number, y: number, text: string, size: number, weight = 400): Shape => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  weight,
  fill: SURFACE[scheme].text,
  anchor: 'start',
});

const head = ({ title, notes }: Caption, scheme: Scheme): readonly Shape[] => [
  ink(scheme, MARGIN, MARGIN + TITLE - 6, title, 18, 650),
  ...notes.map((note, i) => ink(scheme, MARGIN, MARGIN + TITLE + (i + 1) * LINE - 4, note, 12)),
];

function drawn(picture: CanvasPicture, scheme: Scheme): readonly Shape[] {
  const places = new Map(picture.nodes.map((node) => [node.id, node]));
  const lines = picture.lines.flatMap((line) => {
    const [source, target] = [places.get(line.source), places.get(line.target)];
    return source && target ? lineShapes(line, source, target, familyColour(line.family, scheme)) : [];
  });
  const discs = [...picture.nodes]
    .sort((a, b) => a.radius - b.radius)
    .map(({ id, x, y, radius, label, actor }) => disc(x, y, radius, label, actor, scheme, id));
  return [...lines, ...discs, ...captions(picture, scheme), ...names(picture, scheme)];
}

function disc(
  x: number,
  y: number,
  radius: number,
  label: string,
  actor: boolean,
  scheme: Scheme,
  id?: string,
): Shape {
  const colour = labelColour(label, scheme);
  const width = actor ? 0 : radius * 0.28;
  const fill = actor ? colour : SURFACE[scheme].canvas;
  return { kind: 'disc', x, y, r: radius - width / 2, fill, stroke: colour, width, ...(id ? { id } : {}) };
}

function captions({ captions: all }: CanvasPicture, scheme: Scheme): readonly Shape[] {
  const rooms = all.map(({ text, x, y }) => ({ text, x, y, width: text.length * 12 * LETTER, height: 18 }));
  const [fill, halo] = [SURFACE[scheme].text, SURFACE[scheme].canvas];
  return placeCaptions(rooms).flatMap((room): Shape[] => {
    if (!room) return [];
    const { x, y, text } = room;
    return [{ kind: 'text', x, y: y - 5, text, size: 12, weight: 650, fill, halo, anchor: 'middle' }];
  });
}

function names(picture: CanvasPicture, scheme: Scheme): readonly Shape[] {
  const wishes = picture.nodes.map(({ x, y, radius, name }) => {
    const size = Math.min(15, 10.5 + radius / 5);
    const text = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
    const width = text.length * size * LETTER;
    return { text, x, y, radius, width, height: size * 1.25, rank: radius, isCentre: false };
  });
  return placeLabels(wishes, picture).map(({ text, x, y, height }) => ({
    kind: 'text',
    x,
    y,
    text,
    size: height / 1.25,
    weight: 500,
    fill: SURFACE[scheme].text,
    halo: SURFACE[scheme].canvas,
    anchor: 'middle',
  }));
}

function legend(
  { labels, families }: Caption,
  width: number,
  scheme: Scheme,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let [x, y] = [MARGIN, 24];
  const add = (title: string, swatch: (x: number, y: number) => Shape): void => {
    const room = 40 + title.length * 12 * LETTER;
    if (x + room > width - MARGIN && x > MARGIN) [x, y] = [MARGIN, y + LINE + 4];
    shapes.push(swatch(x, y), ink(scheme, x + 18, y + 4, title, 12));
    x += room;
  };
  for (const { label, title, actor } of labels)
    add(title, (at, base) => disc(at + 6, base, 5.5, label, actor, scheme));
  for (const { family, title } of families) {
    add(title, (at, base) => ({
      kind: 'line',
      d: `M${at} ${base}h13`,
      stroke: familyColour(family, scheme),
      width: 3.5,
    }));
  }
  return { shapes, height: y + 24 };
}

/** Further down by `dy`. Paths begin absolutely and go on as they began, so they are shifted as a whole. */
function moved(shapes: readonly Shape[], dy: number): readonly Shape[] {
  return shapes.map((shape) =>
    'd' in shape ? { ...shape, d: movePath(shape.d, dy) } : { ...shape, y: shape.y + dy },
  );
}

/** Absolute commands hold pairs `x y`; relative ones (`h`) stay. */
const movePath = (d: string, dy: number): string =>
  d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_pair, x: string, y: string) => `${x} ${round(Number(y) + dy)}`);

const round = (value: number): number => Math.round(value * 10) / 10;
