import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../../identity/decisions.ts';
import { openStore } from '../open.ts';
import { storeContract } from '../store.contract.ts';
import type { GraphStore } from '../store.ts';
import { CUBA, IRAN, crowd, said } from '../testing/builders.ts';
import { neo4jScript, startTestNeo4j, whyNoTestNeo4j } from '../testing/neo4j.ts';
import type { TestNeo4j } from '../testing/neo4j.ts';
import { dump } from '../testing/reading-all.ts';
import { indexes } from './setup.ts';

const why = await whyNoTestNeo4j();
if (why) console.warn(`The tests on a real Neo4j are skipped: ${why}.`);

describe.skipIf(why)(`neo4j${why ? ` (skipped: ${why})` : ''}`, () => {
  let server: TestNeo4j;
  let admin: Driver;
  const config = (
    more: { password?: string; uri?: string; database?: string } = {},
  ): Parameters<typeof openStore>[0] => ({
    kind: 'neo4j',
    uri: server.uri,
    user: server.user,
    password: server.password,
    ...more,
  });
  const ask = async (cypher: string): Promise<unknown[]> =>
    (await admin.executeQuery(cypher)).records.map((r) => r.get(0) as unknown);
  const open = async (): Promise<GraphStore> => {
    await ask('MATCH (n) DETACH DELETE n');
    return openStore(config());
  };

  beforeAll(async () => {
    server = await startTestNeo4j();
    admin = neo4j.driver(
      server.uri,
      server.password ? neo4j.auth.basic(server.user, server.password) : undefined,
    );
  });
  afterAll(async () => {
    await admin?.close();
    await server?.stop();
  });

  storeContract('neo4j', {
    open,
    async idle() {
      const others =
        "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery";
      // A stopped query ends at the next point where the server looks.
      for (let i = 0; i < 20 && (await ask(others)).length > 0; i++)
        await new Promise((r) => setTimeout(r, 100));
      return (await ask(others)).length === 0;
    },
  });

  it('makes its constraints and indexes at first use, and only once', async () => {
    const store = await open();
    await store.stats();
    const names = await ask('SHOW INDEXES YIELD name RETURN name');
    expect(names).toEqual(expect.arrayContaining([...indexes().keys()]));
    const again = await openStore(config());
    await again.stats();
    expect(await ask('SHOW INDEXES YIELD name RETURN name')).toEqual(names);
    await Promise.all([store.close(), again.close()]);
  });

  it('finds edges, statements and pages of everything by index, without sorting', async () => {
    const store = await open();
    const parameters = { id: 'x', after: 'x', limit: 1 };
    const plan = async (cypher: string): Promise<string> => {
      const { rows } = await store.query(`EXPLAIN ${cypher}`, parameters, { maxRows: 1, timeoutMs: 10_000 });
      return String(rows[0]?.[0]);
    };
    const q = await import('../queries.ts');
    for (const cypher of [q.EDGE, q.STATEMENT_EDGES, q.ENTITY])
      expect(await plan(cypher)).not.toMatch(/AllNodes|AllRel|LabelScan|TypeScan/);
    const pages = [
      q.nodePage('Entity'),
      q.nodePage('Statement'),
      q.edgePage('MENTIONS'),
      q.edgePage('CONDEMNS'),
    ];
    for (const cypher of pages)
      expect(await plan(cypher)).not.toMatch(/AllNodes|AllRel|LabelScan|TypeScan|Sort|Top/);
    await store.close();
  });

  it('lets two processes save at the same time', async () => {
    const [a, b] = [await open(), await openStore(config())];
    const many = crowd(40, 8);
    await Promise.all([...many.map((x) => a.save([x])), ...[...many].reverse().map((x) => b.save([x]))]);
    const together = await dump(a);
    await ask('MATCH (n) DETACH DELETE n');
    await a.save(many);
    expect(await dump(a)).toBe(together);
    await Promise.all([a.close(), b.close()]);
  }, 60_000);

  it('holds the same as an embedded store', async () => {
    const store = await open();
    const folder = mkdtempSync(join(tmpdir(), 'entente-same-'));
    const embedded = await openStore({ kind: 'embedded', path: folder });
    const many = crowd(60, 20, 10);
    await store.save(many);
    await embedded.save([...many].reverse());
    expect(await dump(store)).toBe(await dump(embedded));
    expect(await store.stats()).toEqual(await embedded.stats());
    const views = [
      (s: GraphStore) => s.subgraph({ limit: 50 }),
      (s: GraphStore) => s.subgraph({ limit: 20, from: '2015', to: '2018', labels: ['Person'] }),
      (s: GraphStore) => s.neighbours('person:person-number-3', { limit: 7 }),
      (s: GraphStore) => s.listStatements({ limit: 20, offset: 10 }),
      (s: GraphStore) => s.search('person num 1', { limit: 5 }),
    ];
    for (const view of views) expect(await view(store)).toEqual(await view(embedded));
    await Promise.all([store.close(), embedded.close()]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('says that the password is wrong', async () => {
    if (!server.password) return;
    const store = await openStore(config({ password: 'wrong' }));
    for (const use of [
      () => store.ping(),
      () => store.stats(),
      () => store.query('RETURN 1', {}, { maxRows: 1, timeoutMs: 5000 }),
    ]) {
      await expect(use()).rejects.toMatchObject({
        code: 'AUTH',
        message: expect.stringContaining('NEO4J_PASSWORD') as string,
      });
    }
    await store.close();
  });

  it('says that the database does not exist', async () => {
    const store = await openStore(config({ database: 'nosuch' }));
    await expect(store.stats()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('NEO4J_DATABASE') as string,
    });
    await store.close();
  });

  it('leaves no statement under a former name while one process saves and another decides', async () => {
    const saving = await open();
    const deciding = await openStore(config());
    const many = crowd(60, 6);
    const same = (id: number, other: number): Decision => ({
      ...{ verdict: 'same', id: `person:person-number-${id}`, other: `person:person-number-${other}` },
    });
    const pairs = [same(0, 1), same(2, 1), same(3, 4)];
    const save = async (): Promise<void> => {
      for (const x of many) await saving.save([x]);
    };
    const decide = async (): Promise<void> => {
      for (const pair of pairs) await deciding.decide([pair]);
      await deciding.decide([], [pairs[1]!]);
    };
    await Promise.all([save(), decide()]);
    const found = await dump(saving);
    for (const id of await saving.statementIds()) await saving.deleteStatement(id);
    await saving.save(many);
    expect(found).toBe(await dump(saving));
    expect(found).not.toContain('"source":"person:person-number-0"');
    await Promise.all([saving.close(), deciding.close()]);
  }, 60_000);

  it('does not let a query manage the server', async () => {
    const store = await open();
    for (const cypher of [
      "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
      'CALL db.clearQueryCaches()',
      "CREATE USER x SET PASSWORD 'abcdefgh'",
      "ALTER USER neo4j SET PASSWORD 'abcdefgh'",
    ]) {
      await expect(store.query(cypher, {}, { maxRows: 1, timeoutMs: 5000 })).rejects.toMatchObject({
        code: 'READ_ONLY',
      });
    }
    const wrong = store.query('CALL { RETURN x } RETURN 1', {}, { maxRows: 1, timeoutMs: 5000 });
    await expect(wrong).rejects.toMatchObject({ code: 'SYNTAX', position: { line: 1, column: 15 } });
    await store.close();
  });
});

describe.skipIf(why)('neo4j that comes and goes', () => {
  it('is not needed to open a store, is said to be away, and is used once it is back', async () => {
    const { startNeo4j } = await neo4jScript();
    const data = mkdtempSync(join(tmpdir(), 'entente-neo4j-data-'));
    const x = said('Iran supports Cuba.', [[IRAN, 'SUPPORTS', CUBA]]);
    let server = await startNeo4j({ data });
    const { port, uri } = server;
    await server.stop();

    const store = await openStore({ kind: 'neo4j', uri, user: 'neo4j', password: '' });
    await expect(store.ping()).rejects.toMatchObject({ code: 'UNAVAILABLE', retriable: true });
    const began = performance.now();
    await expect(store.save([x])).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining(uri) as string,
    });
    expect(performance.now() - began).toBeLessThan(6000);

    server = await startNeo4j({ data, port });
    await store.ping();
    expect(await store.save([x])).toMatchObject({ added: 1 });
    await server.stop();
    await expect(store.stats()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(store.ping()).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    server = await startNeo4j({ data, port });
    expect(await store.getStatement(x.statement.id)).toEqual(x);
    await store.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }, 120_000);
});
