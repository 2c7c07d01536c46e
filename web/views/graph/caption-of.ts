import type { Explorer } from '../../panels/explorer-context.ts';
import type { Caption } from '../../state/export/figure.ts';
import { FAMILIES } from '../../state/graph/ontology.ts';
import { NO_MORE_FILTERS } from '../../state/view/more-filters.ts';
import type { View } from '../../state/view/view.ts';
import { texts } from '../../texts.ts';

const t = texts.takeAway;

/** The view's filters in words, one line each. */
function filtersOf(view: View, { ontology, graph }: Explorer): readonly string[] {
  const lines: string[] = [];
  if (view.from || view.to) lines.push(t.dates(view.from, view.to));
  if (view.labels) lines.push(t.labels(view.labels.join(', ')));
  if (view.types) {
    lines.push(t.relations(view.types.map((type) => ontology.type(type)?.phrase ?? type).join(', ')));
  }
  const nameOf = (value: string): string => graph.loaded.nodes.get(value)?.name ?? value;
  for (const [name, value] of Object.entries(view.more)) {
    const usual = NO_MORE_FILTERS[name as keyof typeof NO_MORE_FILTERS];
    const text = Array.isArray(value) ? value.map(nameOf).join(', ') : String(value);
    if (text !== '' && value !== usual) lines.push(t.more(name, text));
  }
  return lines.length > 0 ? lines : [t.unfiltered];
}

/** Everything that a picture of the view must say besides the picture. `today` is an ISO date. */
export function captionOf(title: string, explorer: Explorer, today: string): Caption {
  const { graph, ontology, view } = explorer;
  const used = new Set(graph.ties.map((tie) => ontology.type(tie.type)?.family));
  const nodes = new Set(graph.ties.flatMap((tie) => [tie.source, tie.target]));
  const labels = new Set([...nodes].map((id) => graph.loaded.nodes.get(id)?.label));
  return {
    title,
    notes: [
      ...filtersOf(view, explorer),
      `${t.shown(nodes.size, graph.shownEdges, graph.totalEdges)}. ${t.made(today)}`,
    ],
    labels: ontology.labels
      .filter(({ name }) => labels.has(name as never))
      .map(({ name, actor }) => ({ label: name, title: name, actor })),
    families: FAMILIES.filter((family) => used.has(family)).map((family) => ({
      family,
      title: texts.families[family],
    })),
  };
}
