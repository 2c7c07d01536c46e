import type { EntityLabel } from '../../graph/model.ts';
import type { Title } from '../knowledge/knowledge.ts';
import type { Mention } from '../types.ts';

/** A mention being put together; `title` marks words that are only a title so far. */
export interface Piece {
  from: number;
  to: number;
  kind: Mention['kind'];
  label: EntityLabel;
  ids: string[];
  place?: string;
  of?: string;
  /** The owner, when no lexicon knows it. */
  owner?: Piece;
  office?: string;
  title?: Title;
  /** The name itself, when titles and owners were joined to it. */
  core: readonly [number, number];
  /** A run of capitals that no lexicon knows: an entity of its own, named by its words. */
  fresh?: boolean;
}
