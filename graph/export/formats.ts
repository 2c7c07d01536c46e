/** The formats a graph can be taken away in. A new one is a new file and a line here. */
import { writeBundle } from './bundle.ts';
import { writeCsv } from './csv.ts';
import { writeCypherScript } from './cypher-script.ts';
import { writeEvents } from './events.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import { writeJson, writeJsonl } from './json.ts';
import { writeJsonLd } from './json-ld.ts';
import type { FormatName, Table } from './names.ts';
import { writeNeo4jAdmin } from './neo4j-admin.ts';
import { onlyFile } from './parts.ts';
import type { Piece } from './parts.ts';
import type { ExportSource } from './source.ts';
import { writeTurtle } from './turtle.ts';
import { zipped } from './zip.ts';

interface Described {
  readonly mediaType: string;
  readonly extension: string;
  /** What it is good for, in a few words. */
  readonly about: string;
}
/** Writers go piece by piece: equal graphs give equal bytes. */
interface OneFile extends Described {
  readonly write: (source: ExportSource) => AsyncGenerator<string>;
}
/** A zip of several files. */
interface SeveralFiles extends Described {
  readonly files: (source: ExportSource) => AsyncGenerator<Piece>;
}

const ZIP = { mediaType: 'application/zip', extension: 'zip' } as const;
const CSV = { mediaType: 'text/csv; charset=utf-8', extension: 'csv' } as const;

export const FORMATS = {
  json: {
    mediaType: 'application/json',
    extension: 'json',
    about: "graphology's serialised form, with everything in it",
    write: writeJson,
  },
  jsonl: {
    mediaType: 'application/jsonl',
    extension: 'jsonl',
    about: 'one node, statement or edge a line',
    write: writeJsonl,
  },
  gexf: {
    mediaType: 'application/gexf+xml',
    extension: 'gexf',
    about: 'GEXF 1.3 with dates, colours and sizes, for Gephi',
    write: writeGexf,
  },
  graphml: {
    mediaType: 'application/graphml+xml',
    extension: 'graphml',
    about: 'GraphML with typed keys, for R, networkx, igraph, yEd and Cytoscape',
    write: writeGraphml,
  },
  csv: { ...ZIP, about: 'tables of nodes and edges with a data dictionary', files: writeCsv },
  events: { ...CSV, about: 'a table of dyadic events like POLECAT and ICEWS', write: writeEvents },
  turtle: {
    mediaType: 'text/turtle; charset=utf-8',
    extension: 'ttl',
    about: 'RDF in terms of PROV-O and schema.org',
    write: writeTurtle,
  },
  jsonld: {
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    about: 'the same as JSON-LD',
    write: writeJsonLd,
  },
  cypher: {
    mediaType: 'application/x-cypher-query; charset=utf-8',
    extension: 'cypher',
    about: 'a script that makes the graph in any Neo4j',
    write: writeCypherScript,
  },
  'neo4j-admin': {
    ...ZIP,
    about: 'tables with headers for `neo4j-admin database import`',
    files: writeNeo4jAdmin,
  },
  bundle: {
    ...ZIP,
    about: 'evidence bundle: graph, whole statements, hashes, and a checker of every quote',
    files: writeBundle,
  },
} as const satisfies Readonly<Record<FormatName, OneFile | SeveralFiles>>;

/** A file to be: what to call it, and its bytes as they are made. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** Writes a source in a format. `table` counts for csv only. */
export function exportFile(format: FormatName, source: ExportSource, table: Table = 'edges'): ExportFile {
  const spec: OneFile | SeveralFiles = FORMATS[format];
  if (format === 'csv' && table !== 'all') {
    // The dictionary is the same whatever the graph holds.
    const pieces = table === 'dictionary' ? writeCsv({ ...source, items: nothing() }) : writeCsv(source);
    const text = onlyFile(pieces, `${table}.csv`);
    return { name: `entente-${table}.csv`, mediaType: CSV.mediaType, chunks: encoded(text) };
  }
  const { mediaType, extension } = spec;
  if ('write' in spec)
    return { name: `entente.${extension}`, mediaType, chunks: encoded(spec.write(source)) };
  return { name: `entente-${format}.${extension}`, mediaType, chunks: zipped(spec.files(source)) };
}

async function* nothing(): AsyncGenerator<never> {}

const CHUNK = 65_536;

/** UTF-8 in pieces of about 64 KB, so that a stream of a million edges is not a million writes. */
async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}
