import { expect, it } from 'vitest';
import type { GraphStore, QueryLimits } from '../store.ts';
import { CUBA, DIAZ, IRAN, USA, crowd, said } from './builders.ts';

const LIMITS: QueryLimits = { maxRows: 100, timeoutMs: 10_000 };
const visit = said(
  'Iran received the President of Cuba.',
  [
    [IRAN, 'MET_WITH', DIAZ],
    [DIAZ, 'REPRESENTS', CUBA],
  ],
  { date: '2023-12-04' },
);
const rebuke = said('Iran condemned the United States.', [[IRAN, 'CONDEMNS', USA]]);

/** No index and no count kept by the database can answer this. */
const ENDLESS = 'MATCH (a),(b),(c),(d),(e),(f),(g) WHERE a.id <> g.id RETURN count(*)';

export function queryContract(open: () => Promise<GraphStore>, idle: () => Promise<boolean>): void {
  const filled = async (): Promise<GraphStore> => {
    const store = await open();
    await store.save([visit, rebuke]);
    return store;
  };

  it('gives columns and rows, and takes parameters', async () => {
    const store = await filled();
    const r = await store.query(
      'MATCH (a:Entity)-[r:CONDEMNS]->(b) WHERE a.id IN $ids RETURN a.name AS who, b.name, r.quote AS quote',
      { ids: [IRAN.id], unused: { deep: [1, null, 'x'] } },
      LIMITS,
    );
    expect(r.columns).toEqual(['who', 'b.name', 'quote']);
    expect(r.rows).toEqual([['Iran', 'United States', rebuke.statement.text]]);
    expect(r.truncated).toBe(false);
    expect(r.ms).toBeGreaterThanOrEqual(0);
    expect(
      (await store.query('MATCH (n:Entity) RETURN n.id ORDER BY n.id LIMIT $n', { n: 2 }, LIMITS)).rows,
    ).toHaveLength(2);
  });

  it('gives values as plain JSON', async () => {
    const store = await filled();
    const { rows } = await store.query(
      `RETURN 1 AS i, 1.5 AS f, 'x' AS s, true AS b, null AS n, [1, [2]] AS l, {a: {b: 1}} AS m, 9223372036854775807 AS big,
         date('2023-01-02') AS d, duration('P1DT2H') AS du, 1.0 / 0.0 AS inf, $p AS p`,
      { p: { a: [1, 2.5, 'x', null, true] } },
      LIMITS,
    );
    expect(rows[0]).toEqual([
      1,
      1.5,
      'x',
      true,
      null,
      [1, [2]],
      { a: { b: 1 } },
      '9223372036854775807',
      '2023-01-02',
      'P1DT2H',
      'Infinity',
      { a: [1, 2.5, 'x', null, true] },
    ]);
  });

  it('gives nodes, relationships and paths with our ids and without what the store keeps for itself', async () => {
    const store = await filled();
    const edge = rebuke.edges.find((e) => e.type === 'CONDEMNS')!;
    const { rows } = await store.query(
      'MATCH p = (a)-[r:CONDEMNS]->(b) RETURN a, r, p, [b] AS list, {x: r} AS map',
      {},
      LIMITS,
    );
    const [a, r, p, list, map] = rows[0] as [unknown, unknown, unknown, unknown[], unknown];
    expect(a).toEqual({
      kind: 'node',
      id: IRAN.id,
      labels: ['Entity', 'Country'],
      properties: { id: IRAN.id, name: 'Iran', aliases: IRAN.aliases, country: 'IRN' },
    });
    expect(r).toMatchObject({
      kind: 'relationship',
      id: edge.id,
      type: 'CONDEMNS',
      source: IRAN.id,
      target: USA.id,
      properties: { quote: edge.quote, start: 0, confidence: 0.8, context: ['diplomatic'] },
    });
    expect(JSON.stringify(rows)).not.toContain('"_');
    expect(p).toEqual({ kind: 'path', nodes: [a, list[0]], relationships: [r] });
    expect(map).toEqual({ x: r });
    const alone = await store.query('MATCH ()-[r:CONDEMNS]->() RETURN r', {}, LIMITS);
    expect(alone.rows).toEqual([[r]]);
  });

  it('refuses parameters that are nested without end', async () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const store = await open();
    await expect(store.query('RETURN $deep AS x', { deep }, LIMITS)).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('deep is nested') as string,
    });
  });

  it('stops at the row cap and says so', async () => {
    const store = await filled();
    const capped = await store.query('UNWIND range(1, 1000) AS x RETURN x', {}, { ...LIMITS, maxRows: 10 });
    expect(capped.rows).toEqual(Array.from({ length: 10 }, (_, i) => [i + 1]));
    expect(capped).toMatchObject({ truncated: true, cut: 'rows' });
    expect(
      await store.query('UNWIND range(1, 10) AS x RETURN x', {}, { ...LIMITS, maxRows: 10 }),
    ).toMatchObject({ truncated: false });
    expect(await store.query('MATCH (n:Nothing) RETURN n', {}, LIMITS)).toMatchObject({
      columns: ['n'],
      rows: [],
      truncated: false,
    });
  });

  it('stops at the byte cap and says so', async () => {
    const store = await filled();
    const limits = { ...LIMITS, maxBytes: 10_000 };
    const text = 'x'.repeat(1000);
    const capped = await store.query('UNWIND range(1, 50) AS x RETURN $text AS text', { text }, limits);
    expect(capped).toMatchObject({ truncated: true, cut: 'bytes' });
    expect(capped.rows).toEqual(Array.from({ length: 9 }, () => [text]));
    const huge = 'UNWIND range(1, 200) AS x RETURN reduce(t = $text, i IN range(1, 9) | t + t) AS text';
    const most = await store.query(huge, { text }, { ...LIMITS, maxRows: 1000 });
    expect(most.cut).toBe('bytes');
    expect(JSON.stringify(most.rows).length).toBeLessThan(70 * 2 ** 20);
    expect(most.rows.length).toBeGreaterThan(100);
  });

  it('sees what was saved a moment ago, and no longer what was deleted', async () => {
    const store = await filled();
    const count = async (): Promise<unknown> =>
      (await store.query('MATCH (s:Statement) RETURN count(s) AS n', {}, LIMITS)).rows[0]?.[0];
    expect(await count()).toBe(2);
    await store.save([said('More.', [[CUBA, 'SUPPORTS', IRAN]])]);
    expect(await count()).toBe(3);
    await store.deleteStatement(visit.statement.id);
    expect(await count()).toBe(2);
  });

  it.each([
    ['RETRN 1', 1, 1],
    ['MATCH (n)\nRETURN m', 2, 8],
    ['RETURN nosuch(1)', 1, 8],
    ['MATCH (n) WHERE n.x = = 3 RETURN n', 1, 23],
  ])('says where a query is wrong: %s', async (cypher, line, column) => {
    const store = await filled();
    await expect(store.query(cypher, {}, LIMITS)).rejects.toMatchObject({
      code: 'SYNTAX',
      position: { line, column },
    });
  });

  it.each([
    ['', 'SYNTAX'],
    ['RETURN $missing', 'INVALID'],
    ['RETURN 1 / 0', 'INVALID'],
  ])('refuses %j with %s', async (cypher, code) => {
    const store = await filled();
    await expect(store.query(cypher, {}, LIMITS)).rejects.toMatchObject({ code });
  });

  it.each([
    ['long', `RETURN ${'1+'.repeat(20_000)}1`, 'INVALID'],
    ['deep', `RETURN ${'('.repeat(200)}1${')'.repeat(200)}`, 'SYNTAX'],
  ])('refuses a query that is too %s to parse', async (_, cypher, code) => {
    await expect((await filled()).query(cypher, {}, LIMITS)).rejects.toMatchObject({ code });
  });

  it('stops a query at its time-out, and the processor time with it, while everything else goes on', async () => {
    const store = await open();
    await store.save(crowd(100, 100));
    let worst = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }, 10);
    const began = performance.now();
    await expect(store.query(ENDLESS, {}, { ...LIMITS, timeoutMs: 1000 })).rejects.toMatchObject({
      code: 'TIMEOUT',
    });
    expect(performance.now() - began).toBeLessThan(6000);
    // Where the database keeps counts it may answer this one at once; what counts is that it does not go on.
    await store
      .query('MATCH (a),(b),(c),(d),(e),(f),(g) RETURN count(*) AS n', {}, { ...LIMITS, timeoutMs: 1000 })
      .catch((error: unknown) => expect(error).toMatchObject({ code: 'TIMEOUT' }));
    clearInterval(pulse);
    expect(worst).toBeLessThan(500);
    expect(await idle()).toBe(true);
    expect((await store.query('RETURN 1 AS one', {}, LIMITS)).rows).toEqual([[1]]);
  }, 40_000);

  it('stops a query when told to', async () => {
    const store = await open();
    await store.save(crowd(100, 100));
    const controller = new AbortController();
    const running = store.query(ENDLESS, {}, { ...LIMITS, signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(
      store.query('RETURN 1 AS one', {}, { ...LIMITS, signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await idle()).toBe(true);
  }, 40_000);

  it('answers several queries at once, also beside one that does not end and while saving', async () => {
    const store = await open();
    await store.save(crowd(100, 100));
    const endless = store.query(ENDLESS, {}, { ...LIMITS, timeoutMs: 4000 }).catch((error: unknown) => error);
    const saving = store.save(crowd(150, 100).slice(100));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        store.query(
          'MATCH (n:Entity) WITH count(n) AS n RETURN n, $i AS i',
          { i },
          { ...LIMITS, timeoutMs: 30_000 },
        ),
      ),
    );
    expect(answers.map((a) => a.rows[0])).toEqual(Array.from({ length: 12 }, (_, i) => [100, i]));
    await saving;
    expect(await endless).toMatchObject({ code: 'TIMEOUT' });
  }, 60_000);

  it('explains a query', async () => {
    const store = await filled();
    expect(store.capabilities.plan).toBe(true);
    const plan = await store.query('EXPLAIN MATCH (n:Entity) RETURN n', {}, LIMITS);
    expect(plan.columns).toEqual(['plan']);
    expect(plan.rows[0]?.[0]).toContain('\n');
    const profile = await store.query('PROFILE MATCH (n:Entity) RETURN n', {}, LIMITS);
    expect(profile.columns).toEqual(['profile']);
    expect(String(profile.rows[0]?.[0])).toMatch(/rows=\d/);
  });

  it('knows all of Cypher, or says what it lacks', async () => {
    const store = await filled();
    const modern = [
      'MATCH (n:Person|Country) RETURN count(n) AS n',
      'MATCH (n:!Statement) RETURN count(n) AS n',
      "MATCH (n:Entity WHERE n.name = 'Iran') RETURN count(n) AS n",
      'MATCH (a:Entity)-[:CONDEMNS]->{1,3}(b) RETURN count(b) AS n',
      "MATCH p = SHORTEST 1 (a:Entity {id: 'country:CUB'})-[]-+(b {id: 'country:USA'}) RETURN count(p) AS n",
    ];
    for (const cypher of modern) {
      const result = store.query(cypher, {}, LIMITS);
      if (store.capabilities.fullCypher) expect((await result).rows).toHaveLength(1);
      else
        await expect(result).rejects.toMatchObject({
          code: 'UNSUPPORTED',
          message: expect.stringContaining('fullCypher') as string,
          position: { line: 1 },
        });
    }
  });

  it('refuses everything once closed', async () => {
    const store = await filled();
    await store.close();
    await store.close();
    for (const use of [
      () => store.ping(),
      () => store.getNode('x'),
      () => store.query('RETURN 1 AS x', {}, LIMITS),
      () => store.save([visit]),
    ]) {
      await expect(use()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    }
  });
}
