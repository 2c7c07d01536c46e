import { count, number } from './number.ts';

export const statements = {
  title: 'Statements',
  add: 'Add',
  all: '‹ All statements',
  undated: 'undated',
  edges: (n: number) => count(n, 'edge', 'edges'),
  next: (shown: number, total: number) => `Show more (${number.format(shown)} of ${number.format(total)})`,
  more: (n: number) => `Show ${count(n, 'more paragraph', 'more paragraphs')}`,
  choose: 'Choose a statement to read',
  chooseHint: 'Its words stand on the left, and beside them every edge that was found in them.',
  legend: 'A double line marks what a party claims; the rest the document itself reports.',
  remove: 'Delete',
  removeTitle: 'Delete this statement?',
  removeAbout: (title: string) =>
    `“${title.length > 200 ? `${title.slice(0, 200)}…` : title}” and what it alone says leave the graph. What other statements say stays.`,
  removeConfirm: 'Delete it',
  notRemoved: 'The statement was not deleted',
  open: 'Read with marks in the margin',
} as const;
