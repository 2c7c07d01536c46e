/** The extractor: statements in, extractions out. Pure functions over text. */
import type { Extraction, Extractor, Statement } from '../graph/model.ts';
import { EXTRACTOR } from './extractor-name.ts';
import { extract } from './pipeline.ts';

export { readStatement, readHeader, MAX_TEXT } from './statement.ts';
export type { StatementFields } from './statement.ts';
export { Rejection } from './rejection.ts';

export { EXTRACTOR };

/** The rule-based extractor. Building it reads the lexicons and frames (about 0.1 s); keep it. */
export function createExtractor(): Extractor {
  return {
    ...EXTRACTOR,
    extract: (statement: Statement): Extraction =>
      extract(statement, `${EXTRACTOR.name}@${EXTRACTOR.version}`),
  };
}

export { classify } from './classify.ts';
export type { Pair, Classification } from './classify.ts';
