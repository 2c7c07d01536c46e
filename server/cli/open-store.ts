import { GraphError } from '../../graph/store/errors.ts';
import { openIngestStore, openServedStore, openStore, storeConfigFromEnv } from '../../graph/store/open.ts';
import type { StoreConfig } from '../../graph/store/open.ts';
import type { GraphStore, IngestStore } from '../../graph/store/store.ts';
import { readAddress } from './address-file.ts';
import { CliError } from './failure.ts';

/** Opens the store that the environment names; when a server holds it, says how to go through that server. */
export const openOwnStore = (config = storeConfigFromEnv(process.env)): Promise<GraphStore> =>
  orSayWhoHolds(config, openStore);

/** As openOwnStore, for a process that serves others. */
export const openOwnServedStore = (config = storeConfigFromEnv(process.env)): Promise<GraphStore> =>
  orSayWhoHolds(config, openServedStore);

/** As openOwnStore, for an ingest of any length. */
export const openOwnIngestStore = (config = storeConfigFromEnv(process.env)): Promise<IngestStore> =>
  orSayWhoHolds(config, openIngestStore);

async function orSayWhoHolds<S>(config: StoreConfig, open: (config: StoreConfig) => Promise<S>): Promise<S> {
  try {
    return await open(config);
  } catch (error) {
    if (!(error instanceof GraphError && error.code === 'LOCKED' && config.kind === 'embedded')) throw error;
    const url = readAddress(config.path) ?? 'http://127.0.0.1:8080';
    throw new CliError(
      `the data folder ${config.path} is in use by another process. If that is \`entente serve\`, go through it: ` +
        `add --server ${url} (or set ENTENTE_SERVER). Else stop that process, or choose another folder with ENTENTE_DATA.`,
    );
  }
}
