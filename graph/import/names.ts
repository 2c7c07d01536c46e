/** Formats that are read, apart from the readers, so that the command line's help need not load them. */
export const IMPORT_FORMATS = ['json', 'gexf', 'graphml', 'csv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
