/** Names of what can be exported, apart from the writers, so that the command line's help need not load them. */

export const FORMAT_NAMES = [
  'json',
  'jsonl',
  'gexf',
  'graphml',
  'csv',
  'events',
  'turtle',
  'jsonld',
  'cypher',
  'neo4j-admin',
  'bundle',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Of csv: one table alone, or all of them in a zip. */
export const TABLES = ['edges', 'nodes', 'dictionary', 'all'] as const;
export type Table = (typeof TABLES)[number];
