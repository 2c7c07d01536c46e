/** A database asked by its own driver, without anything of ours; for the benchmark of what we add. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreConfig } from '../open.ts';

export interface Raw {
  /** Runs a query and reads all of its rows as JSON, as any client must. */
  run(cypher: string): Promise<void>;
  close(): Promise<void>;
}

/** @param copyTo where an embedded database is copied to, which has one owner */
export async function openRaw(config: StoreConfig, copyTo: string): Promise<Raw> {
  return config.kind === 'embedded' ? rawEmbedded(config.path, copyTo) : rawNeo4j(config);
}

async function rawEmbedded(path: string, copyTo: string): Promise<Raw> {
  const { GrafeoDB } = await import('../embedded/grafeo.ts');
  await cp(path, copyTo, { recursive: true, filter: (file) => !file.startsWith(copyTo) });
  const db = GrafeoDB.openReadOnly(join(copyTo, 'graph.grafeo'));
  return {
    async run(cypher) {
      const result = await db.executeCypher(cypher);
      const rows = Array.from({ length: result.length }, (_, i) => result.get(i));
      JSON.stringify(rows, bigAsText);
    },
    close: async () => db.close(),
  };
}

async function rawNeo4j({ uri, user, password }: Extract<StoreConfig, { kind: 'neo4j' }>): Promise<Raw> {
  const { openRawNeo4j } = await import('../neo4j/testing/raw.ts');
  const driver = openRawNeo4j(uri, user, password);
  return {
    run: async (cypher) => void JSON.stringify(await driver.rows(cypher), bigAsText),
    close: () => driver.close(),
  };
}

const bigAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
