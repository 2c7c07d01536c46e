import { expect, it } from 'vitest';
import type { Extraction } from '../../model.ts';
import type { GraphStore } from '../store.ts';
import { CUBA, DIAZ, IRAN, USA, country, crowd, person, said } from './builders.ts';
import { dump, everything } from './reading-all.ts';

const visit = said('Iran received the President of Cuba.', [
  [IRAN, 'MET_WITH', DIAZ],
  [DIAZ, 'REPRESENTS', CUBA],
]);
const rebuke = said('Iran condemned the United States.', [[IRAN, 'CONDEMNS', USA]]);

export function saveContract(open: () => Promise<GraphStore>): void {
  it('gives back what was saved, word for word', async () => {
    const store = await open();
    const full = said(
      'Cuba may aid Iran.',
      [
        [
          CUBA,
          'AIDS',
          IRAN,
          {
            modality: 'intended',
            speaker: DIAZ.id,
            date: '2023-12',
            sourceText: 'Cuba',
            targetText: 'Iran',
            trigger: 'aid',
            context: [],
            why: { rule: 'aid.1', source: 'named: Cuba', target: 'named', notes: ['may'] },
          },
        ],
        [DIAZ, 'REPRESENTS', CUBA, { role: 'President', from: '2018', to: '2028' }],
      ],
      {
        title: 'A title',
        date: '2023-12-04',
        source: 'Somebody',
        speaker: 'Somebody else',
        kind: 'readout',
        origin: '/tmp/a.txt',
      },
    );
    expect(await store.save([full])).toEqual({
      added: 1,
      replaced: 0,
      unchanged: 0,
      nodes: 3,
      edges: full.edges.length,
      relations: { AIDS: 1, MENTIONS: 3, REPRESENTS: 1 },
    });
    expect(await store.getStatement(full.statement.id)).toEqual(full);
    for (const edge of full.edges) expect(await store.getEdge(edge.id)).toEqual(edge);
    for (const node of full.nodes) expect(await store.getNode(node.id)).toEqual(node);
  });

  it('changes nothing when the same is saved again', async () => {
    const store = await open();
    await store.save([visit, rebuke]);
    const before = await dump(store);
    expect(await store.save([rebuke, visit])).toMatchObject({ added: 0, replaced: 0, unchanged: 2 });
    expect(await dump(store)).toBe(before);
  });

  it('replaces the edges of a changed statement and no others', async () => {
    const store = await open();
    const other = said('Cuba, too, condemned the United States.', [[CUBA, 'CONDEMNS', USA]]);
    await store.save([rebuke, other]);
    const changed = said(rebuke.statement.text, [[IRAN, 'REJECTS', CUBA]]);
    expect(changed.statement.id).toBe(rebuke.statement.id);
    expect(await store.save([changed])).toMatchObject({ added: 0, replaced: 1 });
    expect(await store.getStatement(changed.statement.id)).toEqual(changed);
    expect(await store.getStatement(other.statement.id)).toEqual(other);
    expect((await store.stats()).edges).toEqual({ CONDEMNS: 1, MENTIONS: 4, REJECTS: 1 });
  });

  it('removes the statement that another one of the same origin replaces', async () => {
    const store = await open();
    const old = said('Iran condemned Cuba.', [[IRAN, 'CONDEMNS', CUBA]], { origin: '/tmp/a.txt' });
    const now = said('Iran praised the United States.', [[IRAN, 'SUPPORTS', USA]], { origin: '/tmp/a.txt' });
    await store.save([old, visit]);
    expect(await store.save([now])).toMatchObject({ added: 0, replaced: 1, unchanged: 0 });
    expect(await store.getStatement(old.statement.id)).toBeUndefined();
    expect((await store.stats()).statements).toBe(2);
    expect(await store.getNode(CUBA.id)).toEqual(CUBA);
  });

  it('treats a batch as if its statements came one by one', async () => {
    const store = await open();
    const first = said('First words.', [[IRAN, 'SUPPORTS', CUBA]], { origin: 'file' });
    const second = said('Second words.', [[CUBA, 'SUPPORTS', IRAN]], { origin: 'file' });
    const third = said('Second words.', [[CUBA, 'REJECTS', IRAN]], { origin: 'file' });
    await store.save([first, second, third]);
    expect((await store.stats()).statements).toBe(1);
    expect(await store.getStatement(third.statement.id)).toEqual(third);
  });

  it('keeps a statement that moved as it is and follows where it lies', async () => {
    const store = await open();
    const here = said('The same words.', [[IRAN, 'SUPPORTS', CUBA]], { origin: '/here' });
    const there: Extraction = { ...here, statement: { ...here.statement, origin: '/there' } };
    await store.save([here]);
    expect(await store.save([there])).toMatchObject({ added: 0, replaced: 0, unchanged: 1 });
    const next = said('Other words.', [[IRAN, 'SUPPORTS', CUBA]], { origin: '/there' });
    await store.save([next]);
    expect((await store.stats()).statements).toBe(1);
  });

  it('takes back only what a deleted statement alone said', async () => {
    const store = await open();
    await store.save([visit]);
    const before = await dump(store);
    const more = said('The USA condemned Iran.', [
      [country('USA', 'USA'), 'CONDEMNS', country('IRN', 'Persia', { aliases: ['IR Iran'] })],
    ]);
    await store.save([more]);
    expect((await store.getNode(IRAN.id))?.aliases).toEqual([
      'IR Iran',
      'Islamic Republic of Iran',
      'Persia',
    ]);
    expect(await store.deleteStatement(more.statement.id)).toBe(true);
    expect(await dump(store)).toBe(before);
    expect(await store.deleteStatement(more.statement.id)).toBe(false);
    expect(await store.deleteStatement('statement:none')).toBe(false);
    expect(await store.getNode(USA.id)).toBeUndefined();
    await store.deleteStatement(visit.statement.id);
    expect(await everything(store)).toEqual([]);
  });

  it('does not depend on the order of ingest', async () => {
    const views = [
      said('One.', [[country('IRN', 'Iran', { aliases: ['Persia'] }), 'SUPPORTS', CUBA]]),
      said('Two.', [[country('IRN', 'Islamic Republic of Iran'), 'REJECTS', person('Ali', { kind: 'b' })]]),
      said('Three.', [[country('IRN', 'Islamic Republic of Iran'), 'AIDS', person('Ali', { kind: 'a' })]]),
      said('Four.', [
        [
          country('IRN', 'Iran', { aliases: ['IR'] }),
          'MET_WITH',
          { ...person('Ali'), label: 'Organization' },
        ],
      ]),
    ];
    const store = await open();
    await store.save(views);
    const forwards = await dump(store);
    for (const v of views) await store.deleteStatement(v.statement.id);
    for (const v of [...views].reverse()) await store.save([v]);
    expect(await dump(store)).toBe(forwards);
    expect(await store.getNode('country:IRN')).toMatchObject({
      name: 'Iran',
      aliases: ['IR', 'Islamic Republic of Iran', 'Persia'],
    });
    expect(await store.getNode('person:ali')).toMatchObject({ label: 'Person', kind: 'a' });
  });

  it('saves 500 statements at once, and each is there', async () => {
    const store = await open();
    const many = crowd(500, 200);
    expect(await store.save(many)).toMatchObject({ added: 500, unchanged: 0 });
    expect((await store.stats()).statements).toBe(500);
    expect(await store.getStatement(many[250]!.statement.id)).toEqual(many[250]);
    expect(await store.save(many)).toMatchObject({ added: 0, unchanged: 500 });
  }, 60_000);

  it('takes saves and deletions at the same time', async () => {
    const store = await open();
    const many = crowd(20, 5);
    await Promise.all(many.map((x) => store.save([x])));
    await Promise.all(many.slice(0, 10).map((x) => store.deleteStatement(x.statement.id)));
    const left = await dump(store);
    for (const x of many.slice(10)) await store.deleteStatement(x.statement.id);
    expect(await everything(store)).toEqual([]);
    await store.save(many.slice(10));
    expect(await dump(store)).toBe(left);
  }, 60_000);

  it.each([
    ['quotes and backslashes', `"it's" \\ \\n \\u0041 $x {y} \`MATCH (n) DETACH DELETE n\``],
    ['emoji and other planes', '👩‍👩‍👧‍👦 🇨🇺 𠮷野家 \u{10FFFF}'],
    ['right to left', 'وزارة الخارجية \u202eabc\u202c משרד החוץ'],
    ['control characters', 'tab\tcr\r\nnul\u0000bell\u0007 \u2028 \ufeff'],
    ['10,000 characters', 'ä€😀x'.repeat(2000)],
  ])('keeps weird text: %s', async (_, text) => {
    const store = await open();
    const strange = person(text, { id: `person:${text.slice(0, 200)}`, aliases: [`${text}!`] });
    const x = said(
      text,
      [[strange, 'SUPPORTS', IRAN, { trigger: text, why: { rule: text, source: '', target: '' } }]],
      { title: text, origin: text },
    );
    await store.save([x]);
    expect(await store.getStatement(x.statement.id)).toEqual(x);
    expect(await store.getNode(strange.id)).toEqual(strange);
    const { rows } = await store.query(
      'MATCH (n:Entity {id: $id}) RETURN n.name',
      { id: strange.id },
      { maxRows: 1, timeoutMs: 10_000 },
    );
    expect(rows).toEqual([[text]]);
  });

  it('refuses what it could not take back, and saves nothing of the batch', async () => {
    const store = await open();
    const { statement, nodes, edges } = visit;
    const broken: [Extraction, RegExp][] = [
      [{ statement, nodes, edges: edges.filter((e) => e.type !== 'MENTIONS') }, /no MENTIONS edge/],
      [{ statement, nodes: nodes.slice(1), edges }, /not among the nodes/],
      [{ statement, nodes, edges: [...edges, edges[0]!] }, /given twice/],
      [{ statement, nodes: [...nodes, nodes[0]!], edges }, /given twice/],
      [
        { statement, nodes, edges: edges.map((e) => ({ ...e, type: 'HACKS`' as 'AIDS' })) },
        /not in the ontology/,
      ],
      [
        { statement, nodes: nodes.map((n) => ({ ...n, label: 'X' as 'Person' })), edges },
        /not in the ontology/,
      ],
      [{ statement, nodes, edges: edges.map((e) => ({ ...e, statement: 'statement:x' })) }, /belongs to/],
      [said('half \ud83d', [[IRAN, 'SUPPORTS', CUBA]]), /surrogate/],
    ];
    for (const [x, why] of broken) {
      await expect(store.save([rebuke, x])).rejects.toMatchObject({
        code: 'INVALID',
        message: expect.stringMatching(why) as string,
      });
    }
    expect(await everything(store)).toEqual([]);
  });
}
