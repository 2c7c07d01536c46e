/** The extractor alone, for a page: no store, no server, no network. Built into one file by `npm run build`. */
import type { Extraction } from './graph/model.ts';
import { createExtractor, readStatement } from './ingest/index.ts';
import type { StatementFields } from './ingest/index.ts';

export { EXTRACTOR, Rejection, classify, createExtractor, readStatement } from './ingest/index.ts';
export type { Classification, Pair, StatementFields } from './ingest/index.ts';
export type { Edge, EntityNode, Extraction, Statement } from './graph/model.ts';
export { serialiseExtraction } from './graph/serialise.ts';

/** Reads one text, as `extract` of the package does. @throws Rejection */
export const extract = (text: string, fields: StatementFields = {}): Extraction =>
  createExtractor().extract(readStatement(text, fields));
