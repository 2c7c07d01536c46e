import { count } from './number.ts';

export const paths = {
  title: 'Paths between two',
  about: 'How two are connected through what others said and did, whichever way each tie points.',
  from: 'From',
  to: 'To',
  pick: 'Type a name…',
  swap: 'Swap both ends',
  empty: 'Choose two people, countries, organisations, issues or events',
  emptyHint: 'For instance two governments that never speak of each other: whom do both speak of?',
  none: 'No path of up to four steps passes the filters',
  noneHint: 'Widen the dates or bring back some relations.',
  same: 'Both ends are the same. Choose another one.',
  found: (n: number) => `${count(n, 'path', 'paths')}, the shortest first, then the best attested`,
  steps: (n: number) => count(n, 'step', 'steps'),
  all: (n: number) => (n === 1 ? 'Its evidence' : `All ${count(n, 'piece', 'pieces')} of evidence`),
  between: (what: string, a: string, b: string) => `${what}: ${a} and ${b}`,
  path: (n: number) => `Path ${n}`,
} as const;
