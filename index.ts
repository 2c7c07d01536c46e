/** Entente as a library: read statements, keep them in a store, ask it. docs/library.md has examples. */
import type { Extraction } from './graph/model.ts';
import { createExtractor, readStatement } from './ingest/index.ts';
import type { StatementFields } from './ingest/index.ts';

export { EXTRACTOR, Rejection, classify, createExtractor, readStatement } from './ingest/index.ts';
export type { Classification, Pair, StatementFields } from './ingest/index.ts';
export type {
  Edge,
  EdgeType,
  EntityLabel,
  EntityNode,
  Extraction,
  Extractor,
  Modality,
  Relation,
  Statement,
  Why,
} from './graph/model.ts';
export { serialiseExtraction } from './graph/serialise.ts';
export { copyStore } from './graph/store/copy.ts';
export { GraphError } from './graph/store/errors.ts';
export { openStore, storeConfigFromEnv } from './graph/store/open.ts';
export type { StoreConfig } from './graph/store/open.ts';
export type { GraphStore, QueryLimits, QueryResult } from './graph/store/store.ts';

/**
 * Reads one text: who met, supports, condemns whom in it, each edge with its words and their offsets.
 * Header lines of the text (`Title:`, `Date:`, …) count where `fields` do not say otherwise.
 * @throws Rejection when the text is empty, too long, no text, or not English.
 */
export const extract = (text: string, fields: StatementFields = {}): Extraction =>
  createExtractor().extract(readStatement(text, fields));
