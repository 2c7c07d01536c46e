import type { Point } from './place.ts';

/** What an arrangement looks at. */
export interface Arrangeable {
  readonly id: string;
  /** Label of the node: Country, Person, … */
  readonly kind: string;
  /** Radius as drawn, in pixels. */
  readonly size: number;
  /** Where it belongs, `''` when unknown. */
  readonly region: string;
  /** ISO 8601 of the first evidence, `''` when undated. */
  readonly first: string;
}
export type Places = ReadonlyMap<string, Point>;
/** What stands at a place of an arrangement: a year, a region; `''` what has none. */
export interface Caption extends Point {
  readonly text: string;
}
export interface Arrangement {
  readonly places: Places;
  readonly captions: readonly Caption[];
}

const GAP = 2.4;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const ranked = (nodes: readonly Arrangeable[]): readonly Arrangeable[] =>
  [...nodes].sort((a, b) => b.size - a.size || byText(a.id, b.id));

function groupBy(
  nodes: readonly Arrangeable[],
  keyOf: (node: Arrangeable) => string,
): readonly (readonly [string, readonly Arrangeable[]])[] {
  const groups = new Map<string, Arrangeable[]>();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group) group.push(node);
    else groups.set(keyOf(node), [node]);
  }
  return [...groups].sort(([a], [b]) => byText(a, b));
}

/** All on one circle, those of a kind side by side, the larger first. */
export function circle(nodes: readonly Arrangeable[]): Arrangement {
  const order = groupBy(nodes, (node) => node.kind).flatMap(([, group]) => ranked(group));
  const total = order.reduce((sum, node) => sum + GAP * node.size, 0);
  const radius = total / Math.PI;
  let along = 0;
  const places = order.map((node) => {
    const angle = ((along + (GAP * node.size) / 2) / total) * 2 * Math.PI;
    along += GAP * node.size;
    return [node.id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }] as const;
  });
  return { places: new Map(places), captions: [] };
}

/** A disc as a sunflower fills it, the largest in the middle. */
function sunflower(nodes: readonly Arrangeable[]): {
  readonly places: readonly (readonly [string, Point])[];
  readonly radius: number;
} {
  const order = ranked(nodes);
  let area = 0;
  const places = order.map(({ id, size }, i) => {
    const radius = Math.sqrt(area / Math.PI);
    area += Math.PI * (GAP * size) ** 2 * 0.6;
    return [id, { x: radius * Math.cos(i * GOLDEN), y: radius * Math.sin(i * GOLDEN) }] as const;
  });
  return { places, radius: Math.sqrt(area / Math.PI) + GAP * 4 };
}

/** A disc for each region, on a circle; what belongs nowhere in the middle. */
export function byRegion(nodes: readonly Arrangeable[]): Arrangement {
  const discs = groupBy(nodes, (node) => node.region).map(([region, group]) => ({
    region,
    ...sunflower(group),
  }));
  const around = discs.filter(({ region }) => region !== '');
  const middle = discs.find(({ region }) => region === '');
  const total = around.reduce((sum, { radius }) => sum + 2 * radius, 0);
  const orbit = Math.max(
    total / Math.PI / 1.6,
    (middle?.radius ?? 0) + Math.max(0, ...around.map((d) => d.radius)),
  );
  const places = new Map<string, Point>(middle?.places);
  const captions: Caption[] = [];
  let along = 0;
  for (const disc of around) {
    const angle = ((along + disc.radius) / total) * 2 * Math.PI;
    along += 2 * disc.radius;
    const [cx, cy] = [orbit * Math.cos(angle), orbit * Math.sin(angle)];
    for (const [id, { x, y }] of disc.places) places.set(id, { x: cx + x, y: cy + y });
    captions.push({ text: disc.region, x: cx, y: cy + disc.radius });
  }
  return { places, captions };
}

/** Nodes of a column that stand above each other; more than these stand side by side. */
const TALLEST = 12;
const CELL = 36;
/** Years stand above the names of the first layer: by so much of the arrangement's longer side, which fills the canvas. */
const ABOVE = 0.06;

/** From left to right by the year of the first evidence, undated ones first; a layer for each kind. */
export function byTime(nodes: readonly Arrangeable[]): Arrangement {
  const layers = groupBy(nodes, (node) => node.kind).map(([, layer]) => new Map(groupBy(layer, yearOf)));
  const places = new Map<string, Point>();
  const columns: { readonly text: string; readonly x: number }[] = [];
  let left = 0;
  for (const [year, column] of groupBy(nodes, yearOf)) {
    const fullest = Math.max(...layers.map((layer) => layer.get(year)?.length ?? 0));
    layers.forEach((layer, level) => {
      ranked(layer.get(year) ?? []).forEach(({ id }, i) => {
        const x = left + Math.floor(i / TALLEST) * CELL;
        places.set(id, { x, y: -(level * (TALLEST + 2) + (i % TALLEST)) * CELL });
      });
    });
    const width = Math.ceil(fullest / TALLEST);
    columns.push({ text: year, x: left + ((width - 1) / 2) * CELL });
    left += (width + (column.length > 0 ? 0.8 : 0)) * CELL;
  }
  const y = ABOVE * longerSide([...places.values()]);
  return { places, captions: columns.map((column) => ({ ...column, y })) };
}

/** Places begin at 0 and go right and down. */
const longerSide = (places: readonly Point[]): number =>
  places.reduce((most, { x, y }) => Math.max(most, x, -y), 0);

const yearOf = ({ first }: Arrangeable): string => first.slice(0, 4);

export const LAYOUTS = ['force', 'circle', 'region', 'time'] as const;
export type LayoutName = (typeof LAYOUTS)[number];
export const isLayout = (text: string): text is LayoutName => (LAYOUTS as readonly string[]).includes(text);

/** Where an arrangement puts each node; undefined where forces decide. */
export function arrange(layout: LayoutName, nodes: readonly Arrangeable[]): Arrangement | undefined {
  switch (layout) {
    case 'force':
      return undefined;
    case 'circle':
      return circle(nodes);
    case 'region':
      return byRegion(nodes);
    case 'time':
      return byTime(nodes);
  }
}
