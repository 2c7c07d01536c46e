import { join } from 'node:path';
import { hash64 } from '../../graph/ids.ts';
import { storeConfigFromEnv } from '../../graph/store/open.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the catalogue of a graph is kept: beside an embedded store, else in the data folder under the name of its server. */
export function catalogueFolder(server: string | undefined, env: Environment): string {
  const data = env['ENTENTE_DATA'] || './data';
  if (server) return join(data, 'sources', hash64(server));
  const config = storeConfigFromEnv(env);
  if (config.kind === 'embedded') return join(config.path, 'sources');
  return join(data, 'sources', hash64(`${config.uri} ${config.database ?? ''}`));
}
