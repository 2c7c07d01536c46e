import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../identity/decisions.ts';
import type { Extraction } from '../../model.ts';
import type { GraphStore } from '../store.ts';
import { CUBA, IRAN, USA, country, person, said } from './builders.ts';
import { dump } from './reading-all.ts';

const UKRAINE = country('UKR', 'Ukraine');
const FULL = person('Volodymyr Zelenskyy', { aliases: ['Zelenskyy'] });
const SHORT = person('Zelensky');
const OTHER = person('Vladimir Zelenskiy', { aliases: ['President Zelenskiy'] });
const MERGED = 'person:volodymyr-zelenskyy';
const ONE: Decision = { verdict: 'same', id: SHORT.id, other: FULL.id };
const TWO: Decision = { verdict: 'same', id: OTHER.id, other: SHORT.id };

const DOCUMENTS: readonly Extraction[] = [
  said('Zelenskyy met with the United States.', [
    [FULL, 'MET_WITH', USA],
    [FULL, 'REPRESENTS', UKRAINE],
  ]),
  said('Zelensky said that Cuba supports Iran and condemned Iran.', [
    [SHORT, 'CONDEMNS', IRAN],
    [CUBA, 'SUPPORTS', IRAN, { speaker: SHORT.id }],
  ]),
  said('Zelenskiy thanked the United States; Zelensky called on it.', [
    [OTHER, 'SUPPORTS', USA],
    [SHORT, 'CALLS_ON', USA],
  ]),
  said('Iran rejected what Zelenskiy said.', [[IRAN, 'REJECTS', OTHER]]),
];

/** The Governor General of Canada and the Minister for Defence of Australia of 2014. */
const JOHNSTON = person('David Johnston');
const [CANADA, AUSTRALIA] = [country('CAN', 'Canada'), country('AUS', 'Australia')];
const JOHNSTONS = [
  said('David Johnston of Canada met Cuba.', [
    [JOHNSTON, 'MET_WITH', CUBA],
    [JOHNSTON, 'REPRESENTS', CANADA],
  ]),
  said('David Johnston of Australia met Iran.', [
    [JOHNSTON, 'MET_WITH', IRAN],
    [JOHNSTON, 'REPRESENTS', AUSTRALIA],
  ]),
  said('David Johnston met the United States.', [[JOHNSTON, 'MET_WITH', USA]]),
];
const APART: Decision = { verdict: 'apart', id: JOHNSTON.id };

/** Decisions about who is who: the graph is a function of documents and decisions. */
export function decisionContract(open: () => Promise<GraphStore>): void {
  it('makes two names one, whichever came first, the documents or the decisions', async () => {
    const store = await open();
    await store.save(DOCUMENTS);
    const apart = await dump(store);
    expect(await store.decide([ONE, TWO])).toEqual({ decided: 2, withdrawn: 0, statements: 3 });
    const after = await dump(store);
    expect(await store.decisions()).toEqual([TWO, ONE].sort((a, b) => (a.id < b.id ? -1 : 1)));
    for (const x of DOCUMENTS) await store.deleteStatement(x.statement.id);
    expect(await dump(store)).toBe('');
    for (const x of [...DOCUMENTS].reverse()) await store.save([x]);
    expect(await dump(store)).toBe(after);
    expect(await store.save(DOCUMENTS)).toMatchObject({ added: 0, replaced: 0, unchanged: 4 });
    expect(await store.decide([TWO, ONE])).toEqual({ decided: 0, withdrawn: 0, statements: 0 });
    expect(await store.decide([], [ONE, TWO])).toEqual({ decided: 0, withdrawn: 2, statements: 3 });
    expect(await dump(store)).toBe(apart);
    expect(await store.decisions()).toEqual([]);
  });

  it('keeps every quote, offset and id, and every name', async () => {
    const store = await open();
    await store.save(DOCUMENTS);
    await store.decide([ONE, TWO]);
    expect(await store.getNode(MERGED)).toEqual({
      id: MERGED,
      label: 'Person',
      name: 'Volodymyr Zelenskyy',
      aliases: ['President Zelenskiy', 'Vladimir Zelenskiy', 'Zelensky', 'Zelenskyy'],
    });
    expect((await store.getNode(SHORT.id))?.id).toBe(MERGED);
    const as = (id: string): string => ([SHORT.id, OTHER.id].includes(id) ? MERGED : id);
    for (const { statement, edges } of DOCUMENTS) {
      const now = await store.getStatement(statement.id);
      expect(now?.statement).toEqual(statement);
      const speaking = (speaker: string | undefined) =>
        speaker === undefined ? {} : { speaker: as(speaker) };
      expect(now?.edges).toEqual(
        edges.map((e) => ({ ...e, source: as(e.source), target: as(e.target), ...speaking(e.speaker) })),
      );
      for (const edge of now?.edges ?? []) expect(await store.getEdge(edge.id)).toEqual(edge);
    }
    expect(await store.savedExtractions(DOCUMENTS.map((x) => x.statement.id))).toEqual(
      [...DOCUMENTS].sort((a, b) => (a.statement.id < b.statement.id ? -1 : 1)),
    );
    // A statement that names both mentions the one once.
    const [item] = await store.lookUp([MERGED]);
    expect(item).toMatchObject({ kind: 'node', mentions: 4 });
  });

  it('shows in filters, ties and search at once', async () => {
    const store = await open();
    await store.save(DOCUMENTS);
    // The columns are in memory before the decision.
    expect((await store.ties({})).filter((t) => t.source === SHORT.id)).toHaveLength(2);
    await store.decide([ONE, TWO]);
    const ties = await store.ties({});
    expect(ties.flatMap((t) => (t.source === MERGED ? [t.type] : [])).sort()).toEqual([
      ...['CALLS_ON', 'CONDEMNS', 'MET_WITH', 'REPRESENTS', 'SUPPORTS'],
    ]);
    expect((await store.listEdges({ speakers: [MERGED] }, { limit: 10 })).total).toBe(1);
    expect((await store.neighbours(MERGED, { limit: 100 }))?.edges).toHaveLength(6);
    expect((await store.search('zelenskiy', { limit: 5 })).map((hit) => hit.id)).toEqual([MERGED]);
    const { rows } = await store.query(
      'MATCH (n:Person)-[r]->() RETURN DISTINCT n.id',
      {},
      { maxRows: 10, timeoutMs: 10_000 },
    );
    expect(rows).toEqual([[MERGED]]);
  });

  it('tells the bearers of one name apart by the country that a statement gives them', async () => {
    const store = await open();
    await store.save(JOHNSTONS);
    const one = await dump(store);
    await store.decide([APART]);
    const names = ['person:david-johnston', 'person:david-johnston~AUS', 'person:david-johnston~CAN'];
    for (const id of names) expect(await store.getNode(id)).toEqual({ ...JOHNSTON, id });
    // Who is one of them can still be the same as somebody else.
    await store.decide([
      { verdict: 'same', id: 'person:david-johnston~AUS', other: 'person:david-johnston-of-perth' },
    ]);
    expect((await store.getNode('person:david-johnston-of-perth'))?.name).toBe('David Johnston');
    const apart = await dump(store);
    for (const x of JOHNSTONS) await store.deleteStatement(x.statement.id);
    await store.save(JOHNSTONS);
    expect(await dump(store)).toBe(apart);
    await store.decide([], [APART]);
    expect(await dump(store)).toBe(one);
  });

  it('refuses what is wrong or contradicts, and then changes nothing', async () => {
    const store = await open();
    await store.save(DOCUMENTS);
    await store.decide([ONE, { verdict: 'different', id: OTHER.id, other: FULL.id, note: 'so the embassy' }]);
    const before = [await dump(store), await store.decisions()];
    const wrong: [Decision, RegExp][] = [
      [TWO, /different, but other decisions make them one, through person:zelensky/],
      [{ verdict: 'same', id: OTHER.id, other: OTHER.id }, /named twice/],
      [{ verdict: 'same', id: OTHER.id, other: IRAN.id }, /of the kind/],
      [{ verdict: 'same', id: '', other: IRAN.id }, /missing/],
      [{ verdict: 'same', id: DOCUMENTS[0]!.statement.id, other: IRAN.id }, /is a statement/],
    ];
    for (const [decision, why] of wrong) {
      await expect(store.decide([decision])).rejects.toMatchObject({
        code: 'INVALID',
        message: expect.stringMatching(why) as string,
      });
    }
    expect([await dump(store), await store.decisions()]).toEqual(before);
  });

  describe('in any order', () => {
    const documents = [...DOCUMENTS, ...JOHNSTONS];
    const decisions: readonly Decision[] = [
      ONE,
      TWO,
      APART,
      { verdict: 'same', id: 'person:david-johnston~CAN', other: FULL.id },
      { verdict: 'different', id: IRAN.id, other: CUBA.id },
    ];
    const step = fc.oneof(
      fc.record({ save: fc.subarray(documents, { minLength: 1 }) }),
      fc.record({ remove: fc.constantFrom(...documents) }),
      fc.record({ decide: fc.constantFrom(...decisions) }),
      fc.record({ withdraw: fc.constantFrom(...decisions) }),
    );

    it('the graph is a function of what is there', async () => {
      const store = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
          const there = new Set<Extraction>();
          for (const s of steps) {
            if ('save' in s) await store.save(s.save);
            else if ('remove' in s) await store.deleteStatement(s.remove.statement.id);
            else if ('decide' in s) await store.decide([s.decide]);
            else await store.decide([], [s.withdraw]);
            if ('save' in s) s.save.forEach((x) => there.add(x));
            if ('remove' in s) there.delete(s.remove);
          }
          const decided = await store.decisions();
          const [found, ties] = [await dump(store), await store.ties({})];
          await clear(store);
          await store.decide(decided);
          await store.save(documents.filter((x) => there.has(x)));
          expect(found).toBe(await dump(store));
          expect(ties).toEqual(await store.ties({}));
          await clear(store);
        }),
        // A server over the network takes its time.
        { numRuns: store.capabilities.shared ? 4 : 12, seed: 8 },
      );
    }, 60_000);
  });
}

async function clear(store: GraphStore): Promise<void> {
  for (const id of await store.statementIds()) await store.deleteStatement(id);
  await store.decide([], await store.decisions());
}
