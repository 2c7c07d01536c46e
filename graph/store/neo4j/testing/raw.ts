import neo4j from 'neo4j-driver';

/** Neo4j's driver as its manual shows it. */
export function openRawNeo4j(uri: string, user: string, password: string) {
  const driver = neo4j.driver(uri, password ? neo4j.auth.basic(user, password) : undefined);
  return {
    async rows(cypher: string): Promise<unknown[]> {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      try {
        const { records } = await session.executeRead((tx) => tx.run(cypher));
        return records.map((record) => record.toObject());
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
}
