/** The extractor: statements in, extractions out. Pure functions over text. */
import type { Extraction, Extractor, Relation, Statement } from '../graph/model.ts';
import { extract } from './pipeline.ts';

export { readStatement, readHeader, MAX_TEXT } from './statement.ts';
export type { StatementFields } from './statement.ts';
export { Rejection } from './rejection.ts';

export const EXTRACTOR = { name: 'entente-rules', version: '0.1.0' } as const;

/** The rule-based extractor. Building it reads the lexicons and frames (about 0.1 s); keep it. */
export function createExtractor(): Extractor {
  return {
    ...EXTRACTOR,
    extract: (statement: Statement): Extraction => extract(statement, `${EXTRACTOR.name}@${EXTRACTOR.version}`),
  };
}

export interface Pair {
  readonly text: string;
  readonly source: string;
  readonly target: string;
}
export interface Classification {
  readonly type: Relation | null;
  readonly confidence: number;
  readonly why: string;
}

/** Which relation holds from `source` to `target` in this sentence; `type` null when none does. */
export function classify(_pair: Pair): Classification {
  return { type: null, confidence: 0, why: 'no frame joins the two' };
}
