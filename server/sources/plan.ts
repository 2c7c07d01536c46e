import { byCodeUnit } from '../../graph/ids.ts';
import { findRepeats } from '../../ingest/duplicates/repeats.ts';
import { EXTRACTOR } from '../../ingest/extractor-name.ts';
import type { Catalogued, Source } from './catalogue.ts';

/** A statement that should be in the graph. */
export interface Wanted {
  readonly id: string;
  /** Of the documents that are this statement word for word, the one whose origin it keeps. */
  readonly document: Catalogued;
  /** The statement that it repeats. */
  readonly repeats?: string | undefined;
  /** Equal when it need not be saved again. */
  readonly state: string;
}
export interface Plan {
  readonly wanted: ReadonlyMap<string, Wanted>;
  readonly save: readonly Wanted[];
  readonly remove: readonly string[];
  /** Documents that are the same as another, word for word. */
  readonly same: number;
  /** Documents in nearly the words of another. */
  readonly repeats: ReadonlyMap<string, string>;
}

/**
 * What the graph should hold is a function of what was read, so it does not depend on when and in which order: the same
 * statement of several documents once, with the origin of the first by hash of the original, address and name; repeats without
 * what they would only say again.
 * @param stored ids of the statements that the store holds
 */
export function makePlan(
  sources: Iterable<Source>,
  saved: ReadonlyMap<string, string>,
  stored: ReadonlySet<string>,
): Plan {
  const first = new Map<string, Catalogued>();
  let documents = 0;
  for (const source of sources) {
    for (const document of source.documents) {
      documents++;
      const other = first.get(document.id);
      if (!other || before(document, other)) first.set(document.id, document);
    }
  }
  const repeats = findRepeats(first.values());
  const wanted = new Map([...first].map(([id, document]) => [id, toWanted(document, repeats.get(id))]));
  const save = [...wanted.values()].filter(({ id, state }) => saved.get(id) !== state || !stored.has(id));
  // Those whose text is in the store go first: saving others may take it away.
  save.sort((a, b) => Number(stored.has(b.id)) - Number(stored.has(a.id)));
  const remove = [...saved.keys()].filter((id) => !wanted.has(id) && stored.has(id));
  return { wanted, save, remove, same: documents - first.size, repeats };
}

function toWanted(document: Catalogued, repeats: string | undefined): Wanted {
  const { id, name, original, url } = document;
  const state = JSON.stringify([EXTRACTOR.version, original ?? '', url ?? '', repeats ?? '', name]);
  return { id, document, repeats, state };
}

const keyOf = ({ original, url, name }: Catalogued): string =>
  [original ?? '', url ?? '', name].join('\u0000');
const before = (a: Catalogued, b: Catalogued): boolean => byCodeUnit(keyOf(a), keyOf(b)) < 0;
