import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportFile } from '../export/formats.ts';
import type { FormatName, Table } from '../export/names.ts';
import { fromStore } from '../export/source.ts';
import { openStore } from '../store/open.ts';
import type { GraphStore } from '../store/store.ts';
import { CUBA, DIAZ, IRAN, USA, country, crowd, said } from '../store/testing/builders.ts';
import { dump } from '../store/testing/reading-all.ts';
import type { Resolve } from './foreign.ts';
import { planImport } from './import.ts';
import type { ImportFile, ImportPlan } from './import.ts';

const NOTHING = { columns: {}, defaults: {}, types: {} };
const known: Resolve = (name) => [IRAN, CUBA, USA].find((n) => n.name === name);
const read = (file: Partial<ImportFile> & Pick<ImportFile, 'format' | 'content'>): Promise<ImportPlan> =>
  planImport({ dataset: 'coded', mapping: NOTHING, ...file }, known);

describe('what Entente exported', () => {
  let folder = '';
  const stores: GraphStore[] = [];
  const open = async (): Promise<GraphStore> => {
    const store = await openStore({ kind: 'embedded', path: join(folder, String(stores.length)) });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-import-'));
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const written = async (store: GraphStore, format: FormatName, table?: Table): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of exportFile(format, fromStore(store), table).chunks) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };
  const filled = async (): Promise<GraphStore> => {
    const store = await open();
    await store.save([
      ...crowd(6, 5),
      said('He said: "1 < 2 & 3";\r\n\té 🕊', [[IRAN, 'CONDEMNS', USA]], {
        title: 'A "title"',
        url: 'https://x.example/',
      }),
      said('Persia received the President.', [
        [
          country('IRN', 'Persia', { aliases: ['A; B', '[C]'] }),
          'MET_WITH',
          DIAZ,
          { date: '2024', speaker: CUBA.id },
        ],
        [
          DIAZ,
          'REPRESENTS',
          CUBA,
          { role: 'President', from: '2018', why: { rule: 'r', source: 's', target: 't', notes: ['n'] } },
        ],
      ]),
    ]);
    return store;
  };

  it.each(['json', 'gexf', 'graphml', 'csv'] as const)('comes back from %s as it was', async (format) => {
    const store = await filled();
    const nodes = format === 'csv' ? { nodes: await written(store, 'csv', 'nodes') } : {};
    const plan = await read({ format, content: await written(store, format), ...nodes });
    expect(plan.problems).toEqual([]);
    const copy = await open();
    await copy.save(plan.extractions);
    expect(await dump(copy)).toBe(await dump(store));
  });

  it('is taken in part, too: nodes get their mentions', async () => {
    const store = await filled();
    const chunks: string[] = [];
    for await (const chunk of exportFile('json', fromStore(store, { types: ['CONDEMNS'] })).chunks)
      chunks.push(Buffer.from(chunk).toString());
    const { extractions, problems } = await read({ format: 'json', content: chunks.join('') });
    expect(problems).toEqual([]);
    const copy = await open();
    await copy.save(extractions);
    expect((await copy.stats()).edges).toEqual({ CONDEMNS: 1, MENTIONS: 2 });
  });

  it('is refused where a quote does not stand in its text', async () => {
    const content = (await written(await filled(), 'json')).replace('"quote":"He said', '"quote":"She said');
    const { problems } = await read({ format: 'json', content });
    expect(problems).toEqual([
      {
        at: expect.stringMatching(/^edge edge:/) as string,
        problem: expect.stringContaining('does not stand at') as string,
      },
    ]);
  });
});

describe('what others made', () => {
  const TABLE =
    'Actor;Recipient;Event;When;Sentence\nIran;Cuba;AID;20230507;"He gave ""aid"""\nRuritania;Cuba;112;2023-05;Shame on Cuba\n';
  const mapping = {
    columns: { source: 'Actor', target: 'Recipient', type: 'Event', date: 'When', quote: 'Sentence' },
    defaults: { sourceLabel: 'Country' },
    types: {},
  };
  it('becomes statements that hold the records word for word', async () => {
    const { extractions, problems } = await read({ format: 'csv', content: TABLE, mapping });
    expect(problems).toEqual([]);
    const [first, second] = extractions;
    const text = 'Actor;Recipient;Event;When;Sentence\nIran;Cuba;AID;20230507;"He gave ""aid"""';
    expect(first!.statement).toMatchObject({
      text,
      kind: 'import',
      source: 'coded',
      date: '2023-05-07',
      title: 'coded, line 2',
    });
    for (const { statement, edges } of extractions)
      for (const edge of edges) expect(statement.text.slice(edge.start, edge.end)).toBe(edge.quote);
    const edge = first!.edges.find((e) => e.type === 'AIDS');
    expect(edge).toMatchObject({
      source: IRAN.id,
      target: CUBA.id,
      extractor: 'import:coded',
      confidence: 1,
      sourceText: 'Iran',
    });
    // The cell is written otherwise than it reads, so the record is the quote.
    expect(edge!.quote).toBe('Iran;Cuba;AID;20230507;"He gave ""aid"""');
    expect(second!.edges.find((e) => e.type === 'CONDEMNS')).toMatchObject({
      source: 'country:ruritania',
      quote: 'Shame on Cuba',
    });
  });
  it('says what is wrong in which row', async () => {
    const content =
      'source,target,type,date,confidence\nIran,Cuba,HUGS,,\nIran,Nobody,AID,,\nIran,Cuba,AID,soon,\nIran,Cuba,AID,,2\n,Cuba,AID,,\n"Iran\n",Cuba,AID,2023-13,\n';
    const { rows, extractions, problems } = await read({ format: 'csv', content });
    expect([rows, extractions.length]).toEqual([6, 0]);
    expect(problems.map((p) => p.at)).toEqual(['line 2', 'line 3', 'line 4', 'line 5', 'line 6', 'line 7']);
    expect(problems.map((p) => p.problem).join('\n')).toMatch(
      /"HUGS" is not known[^]*"Nobody" is not known[^]*"soon" is not ISO[^]*"2" is no number[^]*no source[^]*"2023-13"/,
    );
  });
  it('is read from GEXF and GraphML of other programs', async () => {
    const gexf = `<gexf xmlns="http://gexf.net/1.2draft" version="1.2"><graph><attributes class="edge"><attribute id="0" title="why" type="string"/></attributes>
      <nodes><node id="0" label="Iran"/><node id="1" label="Cuba"/></nodes><edges><edge id="0" source="0" target="1" label="SUPPORTS"><attvalues><attvalue for="0" value="x"/></attvalues></edge></edges></graph></gexf>`;
    const graphml = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="edge" attr.name="type"/><graph edgedefault="directed">
      <node id="Iran"/><node id="Cuba"/><edge source="Iran" target="Cuba"><data key="d0">SUPPORTS</data></edge></graph></graphml>`;
    for (const [format, content] of [
      ['gexf', gexf],
      ['graphml', graphml],
    ] as const) {
      const { extractions, problems } = await read({ format, content });
      expect(problems).toEqual([]);
      expect(extractions[0]!.edges.find((e) => e.type === 'SUPPORTS')).toMatchObject({
        source: IRAN.id,
        target: CUBA.id,
      });
    }
  });
  it.each([
    ['json', '{"nodes": 1}', /serialised form/],
    ['json', '{', /no JSON/],
    [
      'json',
      `{"nodes":[{"key":"a","attributes":{"x":${'['.repeat(9999)}${']'.repeat(9999)}}}],"edges":[]}`,
      /nested/,
    ],
    ['gexf', '<gexf><', /well-formed/],
    ['graphml', '<html/>', /no node/],
    ['csv', '', /empty/],
    ['csv', 'a,b\n"x', /no CSV/],
  ] as const)('%s: %.40s is refused as a whole', async (format, content, why) => {
    await expect(read({ format, content })).rejects.toThrow(why);
  });
});
