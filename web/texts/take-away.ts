import { count, number } from './number.ts';

export const takeAway = {
  open: 'Take away',
  title: 'Take this view away',
  heading: 'Title',
  headingHint: 'Stands above the picture, with the filters, the legend and today’s date',
  picture: 'The picture',
  data: 'The graph that is shown',
  whole: 'For the whole graph: GET /api/export, or entente export',
  formats: {
    png: { name: 'PNG image', about: 'for slides and documents, twice the pixels of the screen' },
    svg: { name: 'SVG drawing', about: 'for print; text stays text' },
    html: { name: 'HTML file', about: 'picture, quotes and search in one file that opens without a server' },
    json: { name: 'JSON', about: 'graphology’s form, with everything in it' },
    gexf: { name: 'GEXF', about: 'for Gephi' },
    graphml: { name: 'GraphML', about: 'for R, networkx, yEd, Cytoscape' },
    edges: { name: 'CSV of edges', about: 'with names of both ends and quotes' },
    nodes: { name: 'CSV of nodes', about: 'with names, types and aliases' },
  },
  failed: 'The file could not be made',
  noPicture: 'The browser has no room for a picture of this size. Take the SVG, or make the window smaller.',
  shown: (nodes: number, shown: number, total: number) =>
    shown < total
      ? `${count(nodes, 'node', 'nodes')}, ${number.format(shown)} of ${count(total, 'edge', 'edges')}, the best attested`
      : `${count(nodes, 'node', 'nodes')}, all ${count(total, 'edge', 'edges')}`,
  made: (date: string) => `Made with Entente on ${date}`,
  dates: (from: string, to: string) =>
    from && to ? `From ${from} to ${to}` : from ? `From ${from}` : `Until ${to}`,
  relations: (names: string) => `Relations: ${names}`,
  labels: (names: string) => `Nodes: ${names}`,
  more: (name: string, value: string) => `${name}: ${value}`,
  unfiltered: 'No filters',
  offline: {
    search: 'Search names and quotes',
    results: 'Names',
    nothing: 'Nothing has these words.',
    says: 'says so',
    untitled: 'Untitled statement',
    all: '‹ All names',
    picture: 'Graph',
  },
} as const;
