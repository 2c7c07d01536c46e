import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Document, Line } from '../types.ts';
import type { Assertions } from './assertions.ts';
import type { Attribution } from './attribute.ts';
import type { Focus } from './focus.ts';
import type { Representation } from './representation.ts';
import type { Resolver } from './resolve.ts';

/** One sentence while it is read, with what is known so far and where its assertions go. */
export interface Telling {
  readonly line: Line;
  /** It is a question put to the speaker: what it takes for granted is nobody's claim. */
  readonly question: boolean;
  readonly doc: Document;
  readonly k: Knowledge;
  readonly focus: Focus;
  readonly resolver: Resolver;
  readonly attribution: Attribution;
  readonly representation: Representation;
  readonly assertions: Assertions;
}
