/** The process that holds the store of an ingest. Started by renewed.ts. */
import { asIngestStore } from '../ingest-store.ts';
import { openEmbedded } from './driver.ts';
import { hold } from './hold.ts';

await hold(async (folder) => asIngestStore(await openEmbedded(folder)));
