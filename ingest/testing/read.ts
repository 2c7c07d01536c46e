import { statementId } from '../../graph/ids.ts';
import { EDGE_TYPES, RELATIONS } from '../../graph/model.ts';
import type { Edge, Extraction, Statement } from '../../graph/model.ts';
import { createExtractor } from '../index.ts';
import type { StatementFields } from '../index.ts';

const extractor = createExtractor();
const FIFTEEN: ReadonlySet<string> = new Set(RELATIONS);

/** A statement of these words, without the checks of `readStatement`: a short sentence may be too short to tell its language. */
export function statementOf(text: string, fields: StatementFields = {}): Statement {
  return { id: statementId({ text, ...fields }), text, ...fields, language: 'en' };
}

/** What the real extractor reads in these words. */
export const extractText = (text: string, fields: StatementFields = {}): Extraction =>
  extractor.extract(statementOf(text, fields));

/** The edges of the fifteen relations. */
export const relationsOf = ({ edges }: Extraction): Edge[] => edges.filter((e) => FIFTEEN.has(e.type));

/** The edges of the fifteen relations that join two actors. */
export function tiesOf(extraction: Extraction): Edge[] {
  const actors = new Set(
    extraction.nodes.filter((n) => ['Person', 'Country', 'Organization'].includes(n.label)).map((n) => n.id),
  );
  return relationsOf(extraction).filter((e) => actors.has(e.source) && actors.has(e.target));
}

/** `country:FRA CONDEMNS country:RUS [intended] speaker person:x`, for messages that a reader can compare. */
export const phrase = (e: Edge): string =>
  `${e.source} ${e.type} ${e.target}${e.modality === 'asserted' ? '' : ` [${e.modality}]`}${e.speaker ? ` said by ${e.speaker}` : ''}`;

export const isEdgeType = (type: string): boolean => (EDGE_TYPES as readonly string[]).includes(type);
