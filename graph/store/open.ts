import { GraphError } from './errors.ts';
import { asIngestStore } from './ingest-store.ts';
import type { GraphStore, IngestStore } from './store.ts';

export type StoreConfig =
  | { readonly kind: 'embedded'; readonly path: string }
  | {
      readonly kind: 'neo4j';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      readonly database?: string;
    };

/**
 * Opens a store. An embedded one is there when this resolves (LOCKED, DAMAGED or UNAVAILABLE when not). A Neo4j is
 * reached for at first use: opening does not fail when it is down, methods do, and work once it is back.
 */
export const openStore = (config: StoreConfig): Promise<GraphStore> => open(config, false);

/**
 * As openStore, for a process that serves others: an embedded database has a process of its own, so that neither its memory nor
 * its work is that of this one.
 */
export const openServedStore = (config: StoreConfig): Promise<GraphStore> => open(config, true);

async function open(config: StoreConfig, apart: boolean): Promise<GraphStore> {
  // Each is loaded where it is used: an ingest holds the embedded one in another process.
  if (config.kind === 'embedded')
    return (await import('./embedded/driver.ts')).openEmbedded(config.path, apart);
  const { openNeo4j } = await import('./neo4j/driver.ts');
  return openNeo4j(config);
}

/** As openStore, for an ingest of any length: its memory does not grow with what it has written. */
export async function openIngestStore(config: StoreConfig): Promise<IngestStore> {
  if (config.kind !== 'embedded') return asIngestStore(await openStore(config));
  const { openRenewed } = await import('./embedded/renewed.ts');
  return openRenewed(config.path);
}

/** NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE when the first is set; else a folder, ENTENTE_DATA or ./data. */
export function storeConfigFromEnv(env: Readonly<Record<string, string | undefined>>): StoreConfig {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = env;
  if (!uri) return { kind: 'embedded', path: env['ENTENTE_DATA'] || './data' };
  if (!/^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/\S+$/u.test(uri)) {
    throw new GraphError('INVALID', `NEO4J_URI is "${uri}"; write bolt://host:7687 or neo4j://host:7687`);
  }
  return {
    kind: 'neo4j',
    uri,
    user: user || 'neo4j',
    password: password ?? '',
    ...(database ? { database } : {}),
  };
}
