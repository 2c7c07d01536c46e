import { useMemo } from 'react';
import type { Arrangement, Caption, LayoutName, Places } from '../../graph/arrange.ts';
import { arrange, isLayout } from '../../graph/arrange.ts';
import type { Picture, SizeName } from '../../graph/draw.ts';
import { isSize, picture } from '../../graph/draw.ts';
import type { Pins } from '../../graph/pins.ts';
import { readPins } from '../../graph/pins.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { texts } from '../../texts.ts';
import { regionsOf } from '../../state/graph/region-of.ts';

/** What is drawn, and how: all of it follows from the view and the graph. */
export interface Drawn {
  readonly picture: Picture;
  readonly layout: LayoutName;
  readonly size: SizeName;
  /** Where the layout puts the nodes, unless forces do. */
  readonly places: Places | undefined;
  /** What stands where in the layout. */
  readonly captions: readonly Caption[];
  readonly pins: Pins;
  /** Where the address says the camera is. */
  readonly camera: string | undefined;
}

function useArrangement(layout: LayoutName, drawn: Picture): Arrangement | undefined {
  const { graph, ontology } = useExplorer();
  return useMemo(() => {
    if (layout === 'force') return undefined;
    const regions = regionsOf(graph.loaded.nodes, graph.ties, ontology.regionOf);
    const nodes = drawn.nodes.map(({ id, look: { kind, size }, first }) => {
      return { id, kind, size, first, region: regions.get(id) ?? '' };
    });
    return arrange(layout, nodes);
  }, [layout, drawn, graph, ontology]);
}

export function useDrawing(): Drawn {
  const { graph, ontology, view } = useExplorer();
  const [layout = '', size = '', pins] = ['layout', 'size', 'pins'].map(
    (name) => view.settings[`graph.${name}`],
  );
  const layoutName = isLayout(layout) ? layout : 'force';
  const sizeName = isSize(size) ? size : 'ties';
  const drawn = useMemo(
    () => picture(graph.ties, graph.loaded, ontology, sizeName),
    [graph, ontology, sizeName],
  );
  const arrangement = useArrangement(layoutName, drawn);
  const captions = useMemo(
    () => arrangement?.captions.map((c) => ({ ...c, text: c.text || texts.canvas.undated })) ?? [],
    [arrangement],
  );
  return {
    picture: drawn,
    layout: layoutName,
    size: sizeName,
    places: arrangement?.places,
    captions,
    pins: useMemo(() => readPins(pins), [pins]),
    camera: view.settings['graph.camera'],
  };
}
