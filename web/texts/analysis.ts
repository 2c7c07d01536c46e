import { count, number } from './number.ts';

export const analysis = {
  parts: { ranking: 'Who matters', communities: 'Communities', triads: 'Triads', blocs: 'Blocs' },
  of: (nodes: number, edges: number) =>
    `Computed on everything that passes the filters: ${count(nodes, 'node', 'nodes')}, ${count(edges, 'edge', 'edges')}.`,
  nothing: 'Nothing to measure passes these filters',
  nothingHint: 'Widen the dates or bring back some relations.',
  cut: (shown: number, total: number) => `The first ${number.format(shown)} of ${number.format(total)}.`,
  measures: {
    degree: {
      name: 'Ties',
      about: 'With how many others it has anything to do: its different neighbours, counted once each.',
    },
    edges: { name: 'Statements', about: 'In how many edges it has a part, on either side.' },
    pagerank: {
      name: 'PageRank',
      about:
        'How much attention flows to it: the share of time that a reader spends there who follows edges at random, weighed by statements (Page and Brin 1999, damping 0.85).',
    },
    betweenness: {
      name: 'Betweenness',
      about:
        'How often it is a go-between: the share of the shortest ways between two others that lead through it (Freeman 1977, Brandes 2001), without weights.',
    },
  },
  tooLarge: 'too large',
  tooLargeHint: 'Not computed: the graph is too large to wait for it. Narrow the filters.',
  node: 'Name',
  ranking: 'Ranking of nodes',
  communitiesAbout:
    'Who cooperates with whom: groups of actors with more cooperative statements inside than chance would give (Louvain’s method, Blondel et al. 2008, from a fixed seed).',
  modularity: (value: number) =>
    `Modularity ${value.toFixed(2)}: 0 is what chance would give, above 0.3 the groups are plain to see.`,
  community: (n: number) => `Community ${n}`,
  members: (n: number) => count(n, 'actor', 'actors'),
  more: (n: number) => `and ${number.format(n)} more`,
  noCommunities: 'No cooperation between actors passes the filters.',
  signs: (good: number, bad: number) =>
    `${count(good, 'pair', 'pairs')} of actors lean to cooperation, ${number.format(bad)} to conflict.`,
  triadsAbout:
    'Three actors who all have to do with each other. Balanced: all three cooperate, or two stand against the third. Unbalanced ones are under strain (Heider 1946; Cartwright and Harary 1956). The sign of a pair is that of the sum of its PLOVER scores.',
  triadCounts: (balanced: number, unbalanced: number) =>
    `${number.format(balanced)} balanced, ${number.format(unbalanced)} unbalanced`,
  balanced: 'Balanced',
  unbalanced: 'Unbalanced',
  noTriads: 'No three actors all have to do with each other here.',
  cooperates: 'cooperation',
  conflicts: 'conflict',
  statements: (n: number) => count(n, 'statement', 'statements'),
  blocsAbout:
    'A division of the actors that as few pairs as can be found contradict: cooperation inside, conflict across (Doreian and Mrvar 1996; the best of 24 seeded searches, so a better one may exist). Actors whom no tie joins to the rest could stand in any bloc.',
  blocCount: 'Most blocs',
  bloc: (n: number) => `Bloc ${n}`,
  frustration: (n: number, pairs: number) =>
    `Frustration: ${number.format(n)} of ${count(pairs, 'pair', 'pairs')} contradict this division.`,
  contradicting: 'Pairs that contradict it',
  inside: 'conflict inside a bloc',
  across: 'cooperation across blocs',
  noBlocs: 'No two actors lean to cooperation or conflict here.',
} as const;
