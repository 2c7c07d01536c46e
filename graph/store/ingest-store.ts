import type { Extraction } from '../model.ts';
import type { GraphStore, IngestStore } from './store.ts';

/** What an ingest asks of a store, by a store that is there. */
export const asIngestStore = (store: GraphStore): IngestStore => ({
  saveTexts: (extractions) => store.save(extractions.map((json) => JSON.parse(json) as Extraction)),
  deleteStatement: (id) => store.deleteStatement(id),
  getStatement: (id) => store.getStatement(id),
  statementIds: () => store.statementIds(),
  stats: () => store.stats(),
  close: () => store.close(),
});
