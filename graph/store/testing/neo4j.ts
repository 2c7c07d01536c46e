/** The real Neo4j that tests run on: one given by the environment, or one started from the cached jars. */
export interface TestNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

interface Started {
  readonly uri: string;
  readonly port: number;
  stop(): Promise<void>;
}
interface Script {
  startNeo4j(options: { password?: string; port?: number; data?: string }): Promise<Started>;
  whyNoNeo4j(): string | undefined;
}

/** scripts/neo4j.mjs; its path is not written in the import so that the compiler leaves it alone. */
export const neo4jScript = async (): Promise<Script> =>
  (await import(new URL('../../../scripts/neo4j.mjs', import.meta.url).href)) as Script;

const PASSWORD = 'entente-test';

/** Why there is no Neo4j to test on, or undefined; throws where the environment says that there must be one. */
export async function whyNoTestNeo4j(): Promise<string | undefined> {
  if (process.env['ENTENTE_TEST_NEO4J_URI']) return undefined;
  const why = (await neo4jScript()).whyNoNeo4j();
  if (why && process.env['ENTENTE_REQUIRE_NEO4J'] === '1')
    throw new Error(`ENTENTE_REQUIRE_NEO4J is 1, but ${why}`);
  return why;
}

export async function startTestNeo4j(): Promise<TestNeo4j> {
  const uri = process.env['ENTENTE_TEST_NEO4J_URI'];
  if (uri) {
    const { ENTENTE_TEST_NEO4J_USER: user = 'neo4j', ENTENTE_TEST_NEO4J_PASSWORD: password = '' } =
      process.env;
    return { uri, user, password, stop: async () => undefined };
  }
  const server = await (await neo4jScript()).startNeo4j({ password: PASSWORD });
  return { uri: server.uri, user: 'neo4j', password: PASSWORD, stop: () => server.stop() };
}
