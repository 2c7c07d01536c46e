import { GraphError } from '../../graph/store/errors.ts';
import { openStore, storeConfigFromEnv } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { readAddress } from './address-file.ts';
import { CliError } from './failure.ts';

/** Opens the store that the environment names; when a server holds it, says how to go through that server. */
export async function openOwnStore(config = storeConfigFromEnv(process.env)): Promise<GraphStore> {
  try {
    return await openStore(config);
  } catch (error) {
    if (!(error instanceof GraphError && error.code === 'LOCKED' && config.kind === 'embedded')) throw error;
    const url = readAddress(config.path) ?? 'http://127.0.0.1:8080';
    throw new CliError(
      `the data folder ${config.path} is in use by another process. If that is \`entente serve\`, go through it: ` +
        `add --server ${url} (or set ENTENTE_SERVER). Else stop that process, or choose another folder with ENTENTE_DATA.`,
    );
  }
}
