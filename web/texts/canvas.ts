import { count, number } from './number.ts';

export const canvas = {
  describe: (nodes: number, ties: number) =>
    `Graph of ${count(nodes, 'node', 'nodes')} and ${count(ties, 'tie', 'ties')}. The list view shows the same as a table.`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit to screen',
  controls: 'Zoom',
  tools: 'Canvas tools',
  undo: 'Undo',
  redo: 'Redo',
  lasso: 'Choose nodes with a lasso',
  lassoHint: 'Draw a line around the nodes to choose',
  arrange: 'Layout and size',
  layout: 'Layout',
  layouts: { force: 'By forces', circle: 'Circle', region: 'By region', time: 'By time' },
  undated: 'undated',
  size: 'Size of nodes',
  sizes: { ties: 'Ties', evidence: 'Pieces of evidence', equal: 'All the same' },
  unpin: (n: number) => `Let go of ${count(n, 'pinned node', 'pinned nodes')}`,
  chosen: (n: number) => `${count(n, 'node', 'nodes')} chosen`,
  hide: 'Hide',
  keepOnly: 'Hide all others',
  letGo: 'Choose none',
  hidden: (n: number) => `${number.format(n)} hidden`,
  unhide: 'Show hidden nodes',
  around: (name: string, depth: number) => `Around ${name}, ${count(depth, 'step', 'steps')}`,
  leave: 'Leave this focus',
  focus: 'Focus',
  focusOn: (depth: number) =>
    `${depth === 1 ? 'Focus 1' : depth}: show only what is within ${count(depth, 'step', 'steps')}`,
  hideThis: 'Hide this node',
  expand: (shown: number, total: number) =>
    shown < total
      ? `Show the top ${shown} of ${number.format(total)} neighbours`
      : `Show its ${count(total, 'neighbour', 'neighbours')}`,
};

export const keys = {
  title: 'Keyboard',
  open: 'Keyboard map',
  list: [
    ['/', 'Search'],
    ['?', 'This list'],
    ['Ctrl Z', 'Undo the last change of the view'],
    ['Ctrl Shift Z', 'Do it again'],
    ['F', 'Fit the graph to the screen'],
    ['+ and −', 'Zoom in and out'],
    ['L', 'Choose nodes with a lasso'],
    ['E', 'Show the neighbours of the selected node, or hide them again'],
    ['H', 'Hide the selected or chosen nodes'],
    ['1, 2, 3', 'Show only what is so many steps from the selected node'],
    ['0', 'Show everything again'],
    ['Esc', 'Close, or choose nothing'],
    ['Shift click', 'Choose several nodes'],
  ] as const,
};
