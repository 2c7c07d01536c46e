import { useEffect, useRef } from 'react';
import { familyColour, labelColour, type Scheme, SURFACE } from '../palette.ts';
import { discScale } from './disc-scale.ts';
import type { Focus } from './focus.ts';
import { focusLines, focusNode } from './focus.ts';
import type { LineLook, NodeLook, Renderer } from './sigma-context.ts';
import { useSigma } from './sigma-context.ts';
import { watchHover } from './watch-hover.ts';

/** What the page's selection points at. */
export interface Pointed {
  readonly node: string | null;
  readonly lines: readonly string[];
  /** Nodes that should be in sight. */
  readonly ends: readonly string[];
}
interface Props {
  readonly pointed: Pointed;
  readonly scheme: Scheme;
  /** Nodes chosen together. */
  readonly picked?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const CLEAR = '#00000000';
/** Naming more lines than this would cover the picture. */
const NAMED_LINES = 10;

function nodeLook(
  id: string,
  look: NodeLook,
  focus: Focus | null,
  scheme: Scheme,
  scale: number,
  isPicked: boolean,
) {
  const surface = SURFACE[scheme];
  const faded = focus !== null && !focus.nodes.has(id);
  const colour = faded ? surface.faded : labelColour(look.kind, scheme);
  return {
    ...look,
    size: look.size * scale,
    color: look.actor ? colour : faded ? CLEAR : surface.canvas,
    borderColor: colour,
    label: faded ? null : look.label,
    forceLabel: focus?.nodes.has(id) ?? false,
    highlighted: isPicked || (focus?.centre.has(id) ?? false),
    zIndex: faded ? 0 : focus ? 2 : 1,
  };
}

function lineLook(key: string, look: LineLook, focus: Focus | null, scheme: Scheme) {
  const on = focus?.lines.has(key) ?? false;
  const faded = focus !== null && !on;
  const named = on && (focus?.lines.size ?? 0) <= NAMED_LINES;
  return {
    ...look,
    color: faded ? SURFACE[scheme].fadedLine : familyColour(look.family, scheme),
    size: on ? look.size + 0.8 : look.size,
    label: named ? look.phrase : null,
    forceLabel: named,
    halo: SURFACE[scheme].canvas,
    ink: SURFACE[scheme].text,
    zIndex: faded ? 0 : on ? 2 : 1,
  };
}

function paint(
  sigma: Renderer,
  scheme: Scheme,
  focus: () => Focus | null,
  picked: ReadonlySet<string>,
): void {
  sigma.setSettings({
    nodeReducer: (id, look) =>
      nodeLook(
        id,
        look,
        focus(),
        scheme,
        discScale(sigma.getDimensions(), sigma.getGraph().order),
        picked.has(id),
      ),
    edgeReducer: (key, look) => lineLook(key, look, focus(), scheme),
  });
}

/** Colours, and what stands out: what the pointer is on, else what is selected. */
export function AppearanceController({ pointed, scheme, picked = NONE }: Props) {
  const sigma = useSigma();
  const hover = useRef<Focus | null>(null);

  useEffect(() => {
    const graph = sigma.getGraph();
    // Looked up at every drawing: the selected node may arrive after it was selected.
    const selected = (): Focus | null =>
      pointed.node !== null ? focusNode(graph, pointed.node) : focusLines(graph, pointed.lines);
    let cached: Focus | null = selected();
    const renew = (): void => void (cached = selected());
    graph.on('edgeAdded', renew);
    graph.on('nodeDropped', renew);
    paint(sigma, scheme, () => hover.current ?? cached, picked);
    return () => {
      graph.off('edgeAdded', renew);
      graph.off('nodeDropped', renew);
    };
  }, [sigma, scheme, pointed, picked]);

  useEffect(
    () =>
      watchHover(sigma, (focus) => {
        hover.current = focus;
        sigma.getContainer().classList.toggle('pointing', focus !== null);
        sigma.refresh({ skipIndexation: true });
      }),
    [sigma],
  );

  return null;
}
