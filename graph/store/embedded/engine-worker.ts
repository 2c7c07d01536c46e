/** The process that holds the database of a server. Started by apart.ts. */
import { openEngine } from './engine.ts';
import { engineCalls } from './engine-calls.ts';
import { hold } from './hold.ts';

await hold(async (folder) => engineCalls(await openEngine(folder)));
