export interface Neo4jServer {
  readonly uri: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}
interface Options {
  readonly port?: number;
  readonly password?: string;
  readonly data?: string;
}
interface Scripts {
  readonly startNeo4j: (options: Options) => Promise<Neo4jServer>;
  readonly whyNoNeo4j: () => string | undefined;
}

const scripts = (await import(new URL('../../scripts/neo4j.mjs', import.meta.url).href)) as Scripts;

export const startNeo4j = scripts.startNeo4j;

/** Why tests on a real Neo4j are left out here, or undefined when they run; an error where they must run. */
export function whySkipNeo4j(): string | undefined {
  const reason = scripts.whyNoNeo4j();
  if (reason !== undefined && process.env['ENTENTE_REQUIRE_NEO4J'] === '1') {
    throw new Error(`ENTENTE_REQUIRE_NEO4J is set, but ${reason}`);
  }
  return reason;
}
