import { GraphError } from '../errors.ts';
import type { StoreConfig } from '../open.ts';
import type { GraphStore } from '../store.ts';

export async function openNeo4j(_config: Extract<StoreConfig, { kind: 'neo4j' }>): Promise<GraphStore> {
  throw new GraphError('UNSUPPORTED', 'not written yet');
}
