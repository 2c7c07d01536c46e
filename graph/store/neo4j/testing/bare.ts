import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { ENTITY_LABELS } from '../../../model.ts';
import type { Extraction } from '../../../model.ts';
import { openStore } from '../../open.ts';
import { edgeProperties } from '../../records.ts';
import { median } from '../../testing/median.ts';
import { startTestNeo4j } from '../../testing/neo4j.ts';
import { toParameters } from '../values.ts';

const TURNS = 5;
const ROWS = 1000;
/** As an ingest does. */
const BATCH = 100;
const UNDER_WAY = 3;

type Rows = Record<string, unknown>[];

/** Edges a second of our store and of bare UNWIND batches on one Neo4j, turn by turn; medians. */
export async function benchNeo4j(
  extractions: readonly Extraction[],
): Promise<{ ours: number; bare: number }> {
  const server = await startTestNeo4j();
  const auth = server.password ? neo4j.auth.basic(server.user, server.password) : undefined;
  const driver = neo4j.driver(server.uri, auth, { useBigInt: true, telemetryDisabled: true });
  const store = await openStore({ kind: 'neo4j', ...server });
  const edges = extractions.reduce((n, x) => n + x.edges.length, 0);
  const turn = async (load: () => Promise<void>): Promise<number> => {
    await wipe(driver);
    const began = performance.now();
    await load();
    return edges / ((performance.now() - began) / 1000);
  };
  try {
    // Makes the indexes, which both then have.
    await store.stats();
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let n = 0; n < TURNS; n++) {
      bare.push(await turn(() => loadBare(driver, extractions)));
      ours.push(await turn(() => save(store, extractions)));
    }
    // The first turn warms the server up.
    return { ours: median(ours.slice(1)), bare: median(bare.slice(1)) };
  } finally {
    await store.close();
    await driver.close();
    await server.stop();
  }
}

async function wipe(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS');
  await session.close();
}

async function save(
  store: Awaited<ReturnType<typeof openStore>>,
  extractions: readonly Extraction[],
): Promise<void> {
  let at = 0;
  const next = async (): Promise<void> => {
    for (let from = at; from < extractions.length; from = at) {
      at = from + BATCH;
      await store.save(extractions.slice(from, at));
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, next));
}

/** Nodes, then relationships, as anybody would: no tallies, no locks, nothing that could be taken back. */
async function loadBare(driver: Driver, extractions: readonly Extraction[]): Promise<void> {
  const entities = new Map<string, Rows>(ENTITY_LABELS.map((label) => [label, []]));
  const seen = new Set<string>();
  for (const { id, label, ...rest } of extractions.flatMap((x) => x.nodes)) {
    if (!seen.has(id)) entities.get(label)?.push({ id, properties: { id, ...rest } });
    seen.add(id);
  }
  for (const [label, rows] of entities)
    await batches(
      driver,
      `UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:${label}, n += row.properties`,
      rows,
    );
  const statements = extractions.map((x) => ({ properties: { ...x.statement } }));
  await batches(driver, 'UNWIND $rows AS row CREATE (s:Statement) SET s = row.properties', statements);
  const edges = new Map<string, Rows>();
  for (const { statement, edges: of } of extractions) {
    const end = (id: string): string => (id === statement.id ? 'Statement' : 'Entity');
    for (const edge of of) {
      const { source, target, type } = edge;
      const cypher = `UNWIND $rows AS row MATCH (a:${end(source)} {id: row.source}) MATCH (b:${end(target)} {id: row.target}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
      const rows = edges.get(cypher) ?? [];
      edges.set(cypher, rows);
      rows.push({ source, target, properties: edgeProperties(edge, statement) });
    }
  }
  for (const [cypher, rows] of edges) await batches(driver, cypher, rows);
}

async function batches(driver: Driver, cypher: string, rows: Rows): Promise<void> {
  const session = driver.session();
  try {
    for (let at = 0; at < rows.length; at += ROWS) {
      const parameters = toParameters({ rows: rows.slice(at, at + ROWS) }) as Record<string, unknown>;
      await session.executeWrite((tx) => tx.run(cypher, parameters));
    }
  } finally {
    await session.close();
  }
}
