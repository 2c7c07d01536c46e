/** The formats a graph can be taken away in. A new one is a new file and a line here. */
import type { StoredItem } from '../store/store.ts';
import { writeCsv } from './csv.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import { writeJson } from './json.ts';

export interface ExportOptions {
  /** Of formats that hold one table: which one. */
  readonly what: 'nodes' | 'edges';
}

export interface ExportFormat {
  readonly mediaType: string;
  /** What it is good for, in a few words. */
  readonly about: string;
  /** Holds either the nodes or the edges (`what`), not both. */
  readonly oneTable: boolean;
  /** Writes the items of `GraphStore.stream()` (nodes before edges) piece by piece: equal graphs give equal bytes. */
  readonly write: (items: AsyncIterable<StoredItem>, options: ExportOptions) => AsyncGenerator<string>;
}

export const FORMATS = {
  json: {
    mediaType: 'application/json',
    about: "graphology's serialised form, with everything in it",
    oneTable: false,
    write: writeJson,
  },
  gexf: {
    mediaType: 'application/gexf+xml',
    about: 'GEXF 1.3, for Gephi',
    oneTable: false,
    write: writeGexf,
  },
  graphml: {
    mediaType: 'application/graphml+xml',
    about: 'GraphML, for R, networkx, yEd and Cytoscape',
    oneTable: false,
    write: writeGraphml,
  },
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    about: 'a table of edges or of nodes',
    oneTable: true,
    write: writeCsv,
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]];

/** Joins small pieces to about 64 KB, so that a stream of a million edges is not a million writes. */
export async function* inChunks(pieces: AsyncIterable<string>, size = 65_536): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= size) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
